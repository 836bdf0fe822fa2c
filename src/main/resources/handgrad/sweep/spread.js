/** How the final losses are spread: of all runs, or of the cell that is looked at. */
(function (H) {
  'use strict';

  H.spreadPart = function (data) {
    const { from, to, bins } = data.histogram;
    const place = H.el('div', {});
    const edge = (k) => 10 ** (from + ((to - from) * k) / bins);
    const key = (kind, word) => [H.el('i', { class: 'key ' + kind, 'aria-hidden': 'true' }), word];
    const section = H.section('losses', 'Final losses', place, H.el('p', { class: 'keys' }, key('yes', 'learned'), key('not', 'not learned')),
      H.note('Each bar is a stretch of the logarithm of the loss. Losses that are not finite stand in no bar.'));
    /** Shows some combinations. */
    section.show = function (rows, name) {
      const counts = Array.from({ length: bins }, (_, k) => [0, 1].map((i) => rows.reduce((sum, row) => sum + (row.bars[i][k] || 0), 0)));
      const most = Math.max(1, ...counts.map(([a, b]) => a + b));
      const lost = rows.reduce((sum, row) => sum + row.lost, 0);
      place.replaceChildren(H.el('p', { class: 'count', role: 'status' }, name + (lost ? '; ' + H.many(lost, 'run') + ' not finite' : '')),
        H.el('div', { class: 'bars', role: 'img', 'aria-label': 'Histogram of final losses from ' + H.show(edge(0), 3) + ' to ' + H.show(edge(bins), 3) }, counts.map(([good, bad], k) =>
          H.el('div', { class: 'bar', title: H.show(edge(k), 3) + ' to ' + H.show(edge(k + 1), 3) + ': ' + good + ' learned, ' + bad + ' not' },
            H.el('i', { class: 'not', style: 'height:' + (100 * bad) / most + '%' }), H.el('i', { class: 'yes', style: 'height:' + (100 * good) / most + '%' })))),
        H.el('div', { class: 'ends' }, [0, 0.25, 0.5, 0.75, 1].map((t) => H.el('span', {}, H.show(edge(t * bins), 3)))));
    };
    section.show(data.combinations, 'All combinations');
    return section;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
