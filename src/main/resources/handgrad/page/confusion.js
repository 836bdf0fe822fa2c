/** Confusion matrices side by side. */
(function (H) {
  'use strict';

  function shade(td, count, total, right) {
    const paint = () => {
      const t = count === 0 ? 0 : 0.18 + 0.82 * Math.sqrt(count / Math.max(1, total));
      const rgb = count === 0 ? H.rgb('zero') : H.between(right ? ['zero', 'right'] : ['zero', 'wrong'], t);
      td.style.backgroundColor = H.css(rgb);
      td.style.color = count === 0 ? H.colour('soft') : H.inkOn(rgb);
    };
    paint();
    H.redrawn(paint);
    return td;
  }

  function one(engine, confusion, others) {
    const { classes } = confusion;
    const counts = engine.counts;
    const answers = counts[0].map((_, i) => classes[i] ?? 'none');
    const all = counts.flat().reduce((a, b) => a + b, 0);
    const right = counts.reduce((sum, row, i) => sum + (row[i] || 0), 0);
    const mistakes = Math.max(1, ...counts.map((row, i) => Math.max(0, ...row.filter((_, j) => j !== i))));
    const id = H.id('confusion');
    const about = H.el('p', { id }, H.el('b', {}, H.said(engine.name)), ' ' + H.count(right) + ' of ' + H.count(all) + ' right'
        + (others.some((o) => JSON.stringify(o.counts) === JSON.stringify(counts)) ? ', cell for cell as ' + others.find((o) => JSON.stringify(o.counts) === JSON.stringify(counts)).name : ''));
    const table = H.el('table', { class: 'heat confusion', 'aria-labelledby': id },
      H.el('thead', {}, H.el('tr', {}, H.el('th', { scope: 'col' }, H.el('small', {}, 'true ↓ answer →')), answers.map((c) => H.el('th', { scope: 'col' }, H.said(c))))),
      H.el('tbody', {}, counts.map((row, i) => H.el('tr', {}, H.el('th', { scope: 'row' }, H.said(classes[i])),
        row.map((n, j) => shade(H.el('td', {}, n === 0 ? '·' : H.count(n)), n, i === j ? row.reduce((a, b) => a + b, 0) : mistakes, i === j))))));
    return H.el('div', {}, about, H.scroller('Confusion matrix of ' + engine.name, table));
  }

  H.confusionPart = function (page) {
    const confusion = page.confusion;
    if (!confusion || !confusion.engines?.length || !confusion.classes?.length) return null;
    const section = H.section('confusion', 'Confusion', H.note('Answers at the end, on the ' + confusion.set + ' set; mistakes in orange.'),
      H.el('div', { class: 'side-by-side' }, confusion.engines.map((e, i) => one(e, confusion, confusion.engines.slice(0, i)))));
    section.tools.append(H.csvButton('confusion', () => [['engine', 'class', 'answer', 'count'],
      ...confusion.engines.flatMap((e) => e.counts.flatMap((row, i) => row.map((n, j) => [e.name, confusion.classes[i], confusion.classes[j] ?? -1, n])))]));
    return section;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
