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

  const pill = (badge) => (badge ? H.el('span', { class: 'pill ' + badge[0] }, badge[1]) : '–');

  /** How many of the runs of a study have learned. */
  function learned(runs) {
    const judged = runs.filter((run) => H.learningBadge(run.learning));
    return judged.length > 0 ? judged.filter((run) => run.learning === 'learned').length + ' of ' + judged.length + ' learned' : '–';
  }

  const from = (column, runs) => {
    const range = H.range(column, runs);
    if (!range) return '–';
    const shown = [...new Set(range.map((v) => column.show(v, { time: String(v) })))];
    return shown.map((text, i) => H.el('span', { class: 'end' }, text + (i < shown.length - 1 ? ' to' : ''), ' '));
  };

  /** The row of a run. */
  H.runRow = function (row, below, ticked) {
    const [box, first] = tick('Compare ' + H.named(row), (on) => ticked(row, on));
    const name = below ? H.el('span', { class: 'unseen' }, H.said(row.experiment)) : linked(row, row.experiment || row.title);
    const cells = H.COLUMNS.map((column, i) => {
      if (i === 0) return cell(column, 'th', { scope: 'row' }, name);
      if (i === 1) return cell(column, 'td', { class: row.variant ? null : 'none' }, row.variant ? (below ? linked(row, row.variant) : H.said(row.variant)) : '');
      if (column.badge) return cell(column, 'td', {}, pill(column.badge(row)));
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
    const cells = H.COLUMNS.map((column, i) => {
      if (i === 0) return cell(column, 'th', { scope: 'row' }, H.el('span', { class: 'folding' }, fold, linked(row, row.experiment)));
      if (i === 1) return cell(column, 'td', { class: 'count' }, H.many(runs.length, 'run'));
      if (column.name === 'learned') return cell(column, 'td', {}, learned(runs));
      if (column.badge) return cell(column, 'td', {}, pill(column.badge(row)));
      if (!column.value) return cell(column, 'td', { class: 'curve' }, (curves.length > 0 && H.small(curves)) || '–');
      if (column.name.startsWith('when')) return cell(column, 'td', { class: 'number' }, H.el('span', {}, column.show(row.time, row)));
      return cell(column, 'td', { class: 'number range' }, H.el('span', {}, from(column, runs)));
    });
    return { box, fold, tr: H.el('tr', { role: 'row', class: 'study', title: row.question || null }, first, ...cells) };
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
