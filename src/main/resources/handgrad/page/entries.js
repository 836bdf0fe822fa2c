/** A judged gradient in numbers: by parameter, then the worst entries; and who else was heard. */
(function (H) {
  'use strict';

  const pill = (verdict) => H.el('span', { class: 'pill ' + (verdict === 'wrong' ? 'bad' : verdict.startsWith('right') ? 'good' : 'plain') },
    (verdict === 'wrong' ? '✗ ' : verdict.startsWith('right') ? '✓ ' : '') + verdict);

  /** Where in its matrix an entry is. */
  const place = (row) => (row.entry === null ? '' : row.entry.startsWith(row.name) ? row.entry.slice(row.name.length) : row.entry);

  const full = (value) => H.show(value, 8);

  H.judgedPart = function (page) {
    const rows = page.gradients || [];
    if (rows.length === 0) return null;
    const header = ['gradient of', 'verdict', 'wrong', 'worst entry', page.judgedName, 'right', 'error / allowed'];
    const cells = rows.map((r) => [H.math(r.name), pill(r.verdict), r.verdict === 'not claimed' ? '' : H.count(r.wrong) + ' of ' + H.count(r.size),
      place(r), full(r.yours), full(r.right), r.excess === null ? '–' : H.brief(r.excess)]);
    const section = H.section('judged', 'Parameter by parameter', H.scroller('Parameter by parameter', H.table(header, cells)),
      H.note('The worst entry is the one that is furthest off for what rounding allows there. Up to 1 of what is allowed an entry is right.'));
    section.tools.append(H.csvButton('gradients', () => [['gradient of', 'verdict', 'wrong', 'of', 'worst entry', page.judgedName, 'right', 'error', 'error / allowed'],
      ...rows.map((r) => [r.name, r.verdict, r.wrong, r.size, r.entry, r.yours, r.right, r.error, r.excess])]));
    return section;
  };

  H.worstPart = function (page) {
    const rows = page.worstEntries || [];
    if (rows.length === 0) return null;
    const table = { header: ['entry', page.judgedName, 'right', 'error', 'error / allowed'], rows: rows.map((r) => [r.entry, r.yours, r.right, r.error, r.excess]) };
    return H.tablePart('worst', rows.length === 1 ? 'The worst entry' : 'The ' + H.count(rows.length) + ' worst entries', table,
      rows.map((r) => [H.math(r.entry), H.show(r.yours, 17), H.show(r.right, 17), H.brief(r.error), H.brief(r.excess)]));
  };

  H.witnessesPart = function (page) {
    const heard = page.witnesses;
    if (!heard) return null;
    const section = H.tablePart('witnesses', 'Who says what', heard);
    if (heard.secondOpinion) section.append(H.note(H.said(heard.secondOpinion)));
    return section;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
