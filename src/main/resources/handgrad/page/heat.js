/** Gradient differences by block and step, as a table of colours. */
(function (H) {
  'use strict';

  const COLUMNS = 12;

  /** Steps for the columns: the ends, where it is worst, where the tolerance is first passed, and between them evenly. */
  function columns(difference, tolerance) {
    const { steps, values } = difference;
    const most = steps.map((s, i) => Math.max(...values.map((row) => { const v = H.number(row[i]); return Number.isNaN(v) ? Infinity : v ?? 0; })));
    const chosen = new Set([0, steps.length - 1, most.indexOf(Math.max(...most))]);
    const over = tolerance === null ? -1 : most.findIndex((v) => v > tolerance);
    if (over >= 0) chosen.add(over);
    for (let k = 1; chosen.size < Math.min(COLUMNS, steps.length) && k < 4 * COLUMNS; k++) {
      chosen.add(Math.round(((steps.length - 1) * k) / COLUMNS) % steps.length);
    }
    return [...chosen].sort((a, b) => a - b);
  }

  /** Empty where there is nothing to compare. */
  function cell(value, tolerance) {
    if (value === null) return H.el('td', {}, '–');
    const v = H.number(value);
    const over = tolerance !== null && !(v <= tolerance);
    const td = H.el('td', { class: over ? 'over' : null }, H.brief(value), over ? H.el('span', { class: 'unseen' }, ' over the tolerance') : null);
    const paint = () => {
      const rgb = H.shareColour(v === 0 ? null : Math.log10(v / (tolerance ?? Infinity)));
      td.style.backgroundColor = H.css(rgb);
      td.style.color = H.inkOn(rgb);
    };
    paint();
    H.redrawn(paint);
    return td;
  }

  function one(difference, tolerance, first) {
    const { steps, blocks, values, against } = difference;
    const chosen = columns(difference, tolerance);
    const table = H.el('table', { class: 'heat' },
      H.el('thead', {}, H.el('tr', {}, H.el('th', { scope: 'col' }, 'block'), chosen.map((i) => H.el('th', { scope: 'col' }, H.el('small', {}, 'step '), H.count(steps[i]))))),
      H.el('tbody', {}, blocks.map((block, b) => H.el('tr', {}, H.el('th', { scope: 'row' }, H.said(block)), chosen.map((i) => cell(values[b][i], tolerance))))));
    const name = 'gradient differences to ' + against;
    const rows = () => [['step', ...blocks], ...steps.map((s, i) => [s, ...values.map((row) => row[i])])];
    const node = H.el('div', { class: 'panel' },
      H.el('h3', {}, H.said(first), ' − ', H.said(against)),
      H.scroller(name, table),
      H.shareKey(tolerance === null ? null : H.el('span', {}, 'outlined: over the tolerance of ' + H.brief(tolerance))),
      values.flat().includes(null) ? H.note('–: at these steps the parameters of ', H.said(first), ' and ', H.said(against),
        ' are further apart than their tolerance. Their gradients are then those of two points, and are not compared.') : null,
      H.details('All ' + H.count(steps.length) + ' steps as a table', () => H.scroller(name,
        H.table(['step', ...blocks], rows().slice(1).map((row) => [H.count(row[0]), ...row.slice(1).map(H.brief)])))));
    return { node, csv: H.csvButton(name, rows) };
  }

  H.gradientPart = function (page) {
    const differences = (page.gradientDifferences || []).filter((d) => d.steps.length > 0 && d.blocks.length > 0);
    if (differences.length === 0) return null;
    const tolerance = page.gradientTolerance == null ? null : H.number(page.gradientTolerance);
    const made = differences.map((d) => one(d, tolerance, page.engines[0]));
    const section = H.section('gradients', 'Gradient differences', H.note('The largest of each block, relative to the largest entry of its layer.'), ...made.map((m) => m.node));
    section.tools.append(...made.map((m) => m.csv));
    return section;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
