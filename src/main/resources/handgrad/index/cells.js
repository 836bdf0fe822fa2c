/** The rows of the table, one for a run or a study. */
(function (H) {
  'use strict';

  const cell = (column, tag, attributes, ...content) =>
    H.el(tag, { role: tag === 'th' ? 'rowheader' : 'cell', 'data-name': column.name, ...attributes }, ...content);

  const linked = (row, text) => (H.link(row) ? H.el('a', { href: H.link(row) }, H.said(text)) : H.said(text));

  function tick(label, change) {
    const box = H.el('input', { type: 'checkbox', 'aria-label': label });
    box.addEventListener('change', () => change(box.checked));
    return [box, H.el('td', { role: 'cell', class: 'tick' }, H.el('label', {}, box))];
  }

  const pill = (badge) => (badge ? H.el('span', { class: 'pill ' + badge[0] }, badge[1]) : null);

  const CELLS = H.COLUMNS.filter((column) => !column.under);

  /** How many of the runs of a study have learned. */
  function learned(runs) {
    const judged = runs.filter((run) => H.learningBadge(run.learning));
    return judged.length > 0 ? judged.filter((run) => run.learning === 'learned').length + ' of ' + judged.length + ' learned' : null;
  }

  /** Of the runs of a study: from the smallest to the largest, with their mean above; of words, how many there are. */
  function together(column, runs) {
    const values = H.values(column, runs);
    if (values.length === 0) return ['–'];
    const shown = [...new Set([values[0], values.at(-1)].map((v) => column.show(v, runs[0])))];
    if (column.words) return [shown.length === 1 ? H.said(shown[0]) : new Set(values).size + ' kinds'];
    if (shown.length === 1) return [H.el('span', {}, shown[0])];
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const range = [H.el('span', { class: 'end' }, shown[0]), ' to ' + shown[1]];
    return column.mean ? [H.el('span', {}, column.show(mean)), H.el('small', {}, ' ', ...range)] : [H.el('span', {}, ...range)];
  }

  const details = (texts) => (texts.length > 0 ? H.el('small', { class: 'asked' }, texts.flatMap((text, i) => [i > 0 ? ' · ' : '', H.said(text)])) : null);

  /** The row of a run. */
  H.runRow = function (row, below, ticked) {
    const [box, first] = tick('Compare ' + H.named(row), (on) => ticked(row, on));
    const name = below ? [linked(row, row.variant || row.experiment), details([row.apart].filter(Boolean))]
      : [linked(row, row.experiment || row.title), details(H.details(row))];
    const cells = CELLS.map((column, i) => {
      if (i === 0) return cell(column, 'th', { scope: 'row' }, ...name);
      if (column.badge) return cell(column, 'td', {}, H.badgesOf(row).map(pill));
      if (!column.value) return cell(column, 'td', { class: 'curve' }, (row.curve && H.small([row.curve])) || '–');
      const said = column.name === 'score' && row.scoreName && row.score !== null ? H.el('small', {}, ' ', H.said(row.scoreName)) : null;
      return cell(column, 'td', { class: 'number' }, H.el('span', {}, column.show(column.value(row), row)), said);
    });
    return { box, tr: H.el('tr', { role: 'row', class: below ? 'below' : null, title: row.question || null }, first, ...cells) };
  };

  /** The row of a study, which opens and closes those of its runs. */
  H.studyRow = function (row, runs, ticked, toggle) {
    const [box, first] = tick('Compare all runs of ' + H.named(row), (on) => runs.forEach((run) => ticked(run, on)));
    box.disabled = runs.length === 0;
    const fold = H.button('', toggle, { class: 'fold', 'aria-expanded': 'false', 'aria-label': 'Runs of ' + H.named(row) });
    const curves = runs.map((run) => run.curve).filter(Boolean);
    const cells = CELLS.map((column, i) => {
      if (i === 0) return cell(column, 'th', { scope: 'row' }, H.el('span', { class: 'folding' }, fold, H.el('span', {}, linked(row, row.experiment), details([H.many(runs.length, 'run'), ...H.details(row)]))));
      if (column.badge) return cell(column, 'td', {}, pill(column.badge(row)), H.el('small', {}, learned(runs)));
      if (!column.value) return cell(column, 'td', { class: 'curve' }, (curves.length > 0 && H.small(curves)) || '–');
      if (column.name.startsWith('when')) return cell(column, 'td', { class: 'number' }, H.el('span', {}, column.show(row.time, row)));
      return cell(column, 'td', { class: 'number' }, ...together(column, runs));
    });
    return { box, fold, tr: H.el('tr', { role: 'row', class: 'study', title: row.question || null }, first, ...cells) };
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
