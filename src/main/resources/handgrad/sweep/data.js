/** The combinations of a sweep, and what becomes of them where several are taken together. */
(function (H) {
  'use strict';

  const Z = 1.959963984540054;

  /** Wilson's interval of 95 % for a share. */
  H.wilson = function (hits, n) {
    const p = hits / n;
    const z2 = (Z * Z) / n;
    const centre = (p + z2 / 2) / (1 + z2);
    const half = (Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n))) / (1 + z2);
    return [hits === 0 ? 0 : centre - half, hits === n ? 1 : centre + half];
  };

  /** A share in per cent, one decimal; what is not all is never 100 %. */
  H.share = (share) => (share === 0 || share === 1 ? 100 * share : Math.min(99.9, Math.max(0.1, 100 * share)).toFixed(1)) + ' %';

  /** Some combinations as one. */
  H.together = function (rows) {
    const sum = (of) => rows.reduce((total, row) => total + of(row), 0);
    const runs = sum((row) => row.runs);
    const learned = sum((row) => row.learned);
    return { runs, learned, share: learned / runs, interval: H.wilson(learned, runs), rows };
  };

  /** What a cell says in full. */
  H.spoken = (name, cell) => name + ': ' + H.count(cell.learned) + ' of ' + H.many(cell.runs, 'run') + ' learned, ' + H.share(cell.share)
    + ', at 95 % confidence ' + H.share(cell.interval[0]) + ' to ' + H.share(cell.interval[1]);
})((globalThis.Handgrad = globalThis.Handgrad || {}));
