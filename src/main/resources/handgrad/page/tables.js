/** Tables: of the data's own rows, and of the curves behind a chart. */
(function (H) {
  'use strict';

  const numeric = (text) => /^([−-]?(\d[\d,]*(\.\d+)?(e[−+-]?\d+)?( ?[%s])?|∞|Infinity)|NaN|–|)$/.test(text);

  /** A table; cells are strings, or nodes. The first column names the row. */
  H.table = function (header, rows, caption) {
    const words = (cell) => (cell instanceof Node ? cell.textContent : String(cell ?? '–'));
    const right = header.map((_, i) => i > 0 && rows.length > 0 && rows.every((row) => numeric(words(row[i]))));
    const head = H.el('thead', {}, H.el('tr', {}, header.map((name, i) => H.el('th', { scope: 'col', class: right[i] ? 'number' : null }, H.said(name)))));
    const body = H.el('tbody', {}, rows.map((row) => H.el('tr', {}, row.map((cell, i) => {
      const content = cell instanceof Node ? cell : H.said(words(cell));
      return H.el(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : null, class: right[i] ? 'number' : null }, content);
    }))));
    return H.el('table', {}, caption ? H.el('caption', {}, caption) : null, head, body);
  };

  /** A part that is one table of ready texts: {header, rows}. */
  H.tablePart = function (id, title, table, cells) {
    const section = H.section(id, title, H.scroller(title, H.table(table.header, cells || table.rows)));
    section.tools.append(H.csvButton(title, () => [table.header, ...table.rows]));
    return section;
  };

  /** Series side by side, a row a step that any of them has. */
  function merged(series, all) {
    const steps = [...new Set(series.flatMap((s) => s.steps))].sort((a, b) => a - b);
    const at = series.map((s) => new Map(s.steps.map((step, i) => [step, s.values[i]])));
    const chosen = all || steps.length <= 400 ? steps : steps.filter((s, i) => i % Math.ceil(steps.length / 400) === 0 || s === steps.at(-1));
    return { steps, rows: chosen.map((step) => [step, ...at.map((values) => values.get(step))]) };
  }

  /** The table behind a chart, closed, and the button that saves it. */
  H.behind = function (name, series) {
    const header = ['step', ...series.map((s) => s.name)];
    const details = H.details('The numbers as a table', () => {
      const { steps, rows } = merged(series, false);
      const table = H.table(header, rows.map((row) => [H.count(row[0]), ...row.slice(1).map((v) => H.show(v))]), name);
      const fewer = rows.length < steps.length
        ? H.note('Every ' + Math.ceil(steps.length / 400) + 'th of ' + H.count(steps.length) + ' steps; the CSV has them all.') : null;
      return H.el('div', {}, fewer, H.scroller(name, table));
    });
    return { details, csv: H.csvButton(name, () => [header, ...merged(series, true).rows]) };
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
