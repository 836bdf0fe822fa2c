/**
 * Finds runs by words. A name of an option and a value after it, `seed 4`, `--learning-rate 0.3`, are looked for in that option; a
 * number by itself in all figures that a run was given; any other word in all that is written of it.
 */
(function (H) {
  'use strict';

  /** The options that are asked for by name, as runs were given them. */
  const OPTIONS = {
    seed: (run) => run.seed,
    rate: (run) => H.option(run, 'learning rate'),
    widths: (run) => H.option(run, 'hidden widths'),
    batch: (run) => H.option(run, 'batch size'),
    rule: (run) => H.option(run, 'updater'),
    epochs: (run) => H.option(run, 'epochs, at most'),
    l2: (run) => H.option(run, 'L2'),
    steps: (run) => run.steps,
  };

  const NUMBER = '[0-9][0-9.e+-]*';
  const ASKED = new RegExp(`(?<=^|\\s)(?:(seed|rate|widths|batch|epochs|l2|steps)\\s+(${NUMBER}(?:\\s*,\\s*${NUMBER})*)|(rule)\\s+(\\S+))(?=\\s|$)`, 'g');

  /** One name for each option, whether it is written as on the command line, as on a page or as in the table. */
  const normal = (text) => text.toLowerCase().replace(/(^|\s)--(?=[a-z])/g, '$1').replace(/([a-z])\s*[=:]\s*/g, '$1 ')
    .replace(/\blearning[- ]rate\b/g, 'rate').replace(/\bbatch[- ]size\b/g, 'batch').replace(/\bhidden( widths)?\b(?=\s+[0-9])/g, 'widths').replace(/\bupdater\b/g, 'rule');

  const parts = (text) => text.split(/[\s,()|]+/).filter(Boolean);
  const same = (a, b) => a === b || (a !== '' && Number(a) === Number(b));

  /** Some part of an option is the value, or all of them are the values in their order. */
  function holds(option, value) {
    if (option === null || option === undefined) return false;
    const [has, wanted] = [parts(normal(String(option))), parts(value)];
    return has.includes(value) || (wanted.length === 1 ? has.some((part) => same(part, value))
      : has.length === wanted.length && has.every((part, i) => same(part, wanted[i])));
  }

  /** All that is written of a row. */
  const written = (row) => [row.experiment, row.variant, row.title, row.asked, row.question, ...H.badgesOf(row).map((badge) => badge[1]),
    row.seed === null || row.seed === undefined ? '' : 'seed ' + row.seed, ...(row.options || []).flat()].join('\n');

  /** A question for rows, of what somebody has typed. */
  H.search = function (typed) {
    const asked = [];
    const rest = normal(typed).replace(ASKED, (all, name, value, rule, which) => { asked.push([name || rule, value || which]); return ' '; });
    const words = rest.split(/\s+/).filter(Boolean);
    const number = (word) => new RegExp(`^${NUMBER}$`).test(word) && !Number.isNaN(Number(word));
    return {
      any: asked.length + words.length > 0,
      finds(row) {
        const names = ' ' + normal([row.experiment, row.variant, row.title].join(' ')).replace(/\s+/g, ' ') + ' ';
        const text = normal(written(row));
        return asked.every(([name, value]) => holds(OPTIONS[name](row), value) || names.includes(` ${name} ${value} `))
          && words.every((word) => (number(word) ? parts(text).some((part) => same(part, word)) : text.includes(word)));
      },
    };
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
