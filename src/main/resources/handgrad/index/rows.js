/** The runs as the table shows them: which study each belongs to, and what its columns hold. */
(function (H) {
  'use strict';

  /** The judgements of a run or study, each a colour and words. */
  H.badgesOf = (row) => [H.verdictBadge(row.verdict, row.success), H.learningBadge(row.learning)].filter(Boolean);

  const time = (row) => row.time.replace('T', ' ').replace(/:\d\d(\.\d+)?Z$/, '');

  /** An option of a run as its page writes it; null where it has none. */
  H.option = (row, key) => (row.options || []).find((option) => option[0] === key)?.[1] || null;

  /** The first number in a text; NaN where there is none. */
  const leading = (text) => (text === null ? null : Number(/[0-9][0-9.e+-]*/i.exec(text)?.[0]));

  const plain = (v) => (v === null || v === undefined ? '–' : String(v));

  const option = (name, key) => ({ name, value: (row) => H.option(row, key), show: plain, words: true });

  /**
   * `value` is sorted by, `show` is seen; a study shows from the smallest to the largest of its runs, the mean where it has one. A
   * column that is `under` another stands in the same cell.
   */
  H.COLUMNS = [
    { name: 'experiment', value: (row) => H.named(row) },
    { name: 'verdict', value: (row) => H.verdictBadge(row.verdict, row.success)[1], badge: (row) => H.verdictBadge(row.verdict, row.success) },
    { name: 'learned', value: (row) => H.learningBadge(row.learning)?.[1], badge: (row) => H.learningBadge(row.learning), under: 'verdict' },
    { name: 'final loss', value: (row) => H.number(row.loss), show: (v) => H.show(v, 4), mean: true },
    { name: 'loss curve' },
    { name: 'score', value: (row) => H.number(row.score), show: (v) => H.show(v, 4), mean: true },
    { name: 'largest difference', value: (row) => H.number(row.difference), show: (v) => H.brief(v) },
    { name: 'steps', value: (row) => H.number(row.steps), show: (v) => H.show(v) },
    { name: 'seed', value: (row) => row.seed, show: plain },
    { name: 'rate', value: (row) => leading(H.option(row, 'learning rate')), show: (v) => H.show(v) },
    option('widths', 'hidden widths'),
    { name: 'batch', value: (row) => leading(H.option(row, 'batch size')), show: (v, row) => (H.option(row, 'batch size') || plain(v)).replace(/,.*/, '') },
    option('rule', 'updater'),
    { name: 'when (UTC)', value: (row) => row.time, show: (v, row) => time(row) },
  ];

  /** What tells a run from others of its experiment: which one of a study, what was asked for, where two are alike their folders. */
  H.details = (row) => [row.variant, row.asked, row.apart].filter(Boolean);

  H.named = (row) => [row.experiment || row.title, ...H.details(row)].join(' · ');

  /** Names the folder of those that nothing else tells apart. */
  H.tellApart = function (rows) {
    const alike = new Map();
    rows.forEach((row) => alike.set(H.named(row), [...(alike.get(H.named(row)) || []), row]));
    [...alike.values()].filter((same) => same.length > 1).flat().forEach((row) => { row.apart = row.folder.join('/'); });
  };

  /** The way to a file of a run, from this page: names of folders are names, whatever they look like. */
  H.link = (row) => (row.page ? './' + [...row.folder, row.page].map(encodeURIComponent).join('/') : null);

  /** Studies with their runs under them, and the runs that belong to none. */
  H.grouped = function (rows) {
    const groups = new Map();
    const path = (names) => JSON.stringify(names);
    rows.filter((row) => row.kind === 'study').forEach((row) => groups.set(path(row.folder), { row, runs: [] }));
    const alone = [];
    for (const row of rows.filter((each) => each.kind !== 'study')) {
      const study = row.folder.length > 0 ? groups.get(path(row.folder.slice(0, -1))) : null;
      if (study) {
        row.study = study.row;
        study.runs.push(row);
      } else {
        alone.push({ row, runs: null });
      }
    }
    return [...groups.values(), ...alone];
  };

  const missing = (v) => v === null || v === undefined || v === '' || Number.isNaN(v);

  /** The values of the runs of a study, the smallest first. */
  H.values = (column, runs) => runs.map(column.value).filter((v) => !missing(v)).sort((a, b) => H.compared(a, b, false));

  /** Puts what does not exist last, whichever way it is sorted. */
  H.compared = (a, b, descending) => (missing(a) || missing(b)
    ? missing(a) - missing(b)
    : (descending ? -1 : 1) * (typeof a === 'string' ? a.localeCompare(b, 'en', { numeric: true }) : a < b ? -1 : a > b ? 1 : 0));
})((globalThis.Handgrad = globalThis.Handgrad || {}));
