/** The runs as the table shows them: which study each belongs to, and what its columns hold. */
(function (H) {
  'use strict';

  /** The judgements of a run or study, each a colour and words. */
  H.badgesOf = (row) => [H.verdictBadge(row.verdict, row.success), H.learningBadge(row.learning)].filter(Boolean);

  const time = (row) => row.time.replace('T', ' ').replace(/:\d\d(\.\d+)?Z$/, '');

  /** `value` is sorted by, `show` is seen; a study shows from the smallest to the largest of its runs. */
  H.COLUMNS = [
    { name: 'experiment', value: (row) => row.experiment },
    { name: 'variant', value: (row) => row.variant },
    { name: 'verdict', value: (row) => H.verdictBadge(row.verdict, row.success)[1], badge: (row) => H.verdictBadge(row.verdict, row.success) },
    { name: 'learned', value: (row) => H.learningBadge(row.learning)?.[1], badge: (row) => H.learningBadge(row.learning) },
    { name: 'final loss', value: (row) => H.number(row.loss), show: (v) => H.show(v, 4) },
    { name: 'loss curve' },
    { name: 'score', value: (row) => H.number(row.score), show: (v) => H.show(v, 4) },
    { name: 'largest difference', value: (row) => H.number(row.difference), show: (v) => H.brief(v) },
    { name: 'steps', value: (row) => H.number(row.steps), show: (v) => H.show(v) },
    { name: 'seed', value: (row) => row.seed, show: (v) => (v === null ? '–' : String(v)) },
    { name: 'when (UTC)', value: (row) => row.time, show: (v, row) => time(row) },
  ];

  H.named = (row) => row.experiment + (row.variant ? ': ' + row.variant : '');

  /** The way to a file of a run, from this page: names of folders are names, whatever they look like. */
  H.link = (row) => (row.page ? './' + [...row.folder, row.page].map(encodeURIComponent).join('/') : null);

  /** All that a word may be looked for in. */
  H.searched = (row) => [row.experiment, row.variant, row.title, row.question, ...H.badgesOf(row).map((badge) => badge[1]), row.seed === null || row.seed === undefined ? '' : 'seed ' + row.seed,
    ...(row.options || []).map((option) => option[1])].join('\n').toLowerCase();

  /** Studies with their runs under them, and the runs that belong to none. */
  H.grouped = function (rows) {
    const groups = new Map();
    const path = (names) => JSON.stringify(names);
    rows.filter((row) => row.kind === 'study').forEach((row) => groups.set(path(row.folder), { row, runs: [] }));
    const alone = [];
    for (const row of rows.filter((each) => each.kind !== 'study')) {
      const study = row.folder.length > 0 ? groups.get(path(row.folder.slice(0, -1))) : null;
      if (study) study.runs.push(row);
      else alone.push({ row, runs: null });
    }
    return [...groups.values(), ...alone];
  };

  const missing = (v) => v === null || v === undefined || v === '' || Number.isNaN(v);

  /** Smallest and largest of the runs of a study. */
  H.range = function (column, runs) {
    const values = runs.map(column.value).filter((v) => !missing(v)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return values.length > 0 ? [values[0], values.at(-1)] : null;
  };

  /** Puts what does not exist last, whichever way it is sorted. */
  H.compared = (a, b, descending) => (missing(a) || missing(b)
    ? missing(a) - missing(b)
    : (descending ? -1 : 1) * (typeof a === 'string' ? a.localeCompare(b, 'en', { numeric: true }) : a < b ? -1 : a > b ? 1 : 0));
})((globalThis.Handgrad = globalThis.Handgrad || {}));
