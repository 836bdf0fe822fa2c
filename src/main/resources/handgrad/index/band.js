/** Several curves as one: their mean, and the band from the lowest to the highest. */
(function (H) {
  'use strict';

  /** As many steps as a wide chart has places for. */
  const MOST = 240;

  /** The value of a curve at a step, on the line between its points; null before its first and after its last. */
  function at(curve, step) {
    const { steps } = curve;
    if (step < steps[0] || step > steps.at(-1)) return null;
    const i = H.nearest(steps, step);
    const j = steps[i] < step ? i + 1 : steps[i] > step ? i - 1 : i;
    const [a, b] = [H.number(curve.values[i]), H.number(curve.values[j])];
    return i === j ? a : a + ((b - a) * (step - steps[i])) / (steps[j] - steps[i]);
  }

  /** Steps of any of the curves, evenly chosen among them where there are many, the last of each curve too. */
  function places(curves) {
    const all = [...new Set(curves.flatMap((curve) => curve.steps))].sort((a, b) => a - b);
    const every = Math.max(1, Math.ceil(all.length / MOST));
    const ends = new Set(curves.map((curve) => curve.steps.at(-1)));
    return all.filter((step, i) => i % every === 0 || ends.has(step));
  }

  /** At each step of the runs that have come so far; `values` are the means, not finite where one of them is not. */
  H.band = function (curves) {
    const steps = places(curves);
    const there = steps.map((step) => curves.map((curve) => at(curve, step)).filter((v) => v !== null));
    return {
      steps,
      values: there.map((v) => v.reduce((sum, x) => sum + x, 0) / v.length),
      low: there.map((v) => Math.min(...v)),
      high: there.map((v) => Math.max(...v)),
    };
  };

  /** The outline of a band; values beyond the axis stay at its ends, and a step without any parts it. */
  H.bandPath = function (band, x, y, [low, high]) {
    const place = (step, v) => x(step).toFixed(1) + ' ' + y(Math.min(high, Math.max(low, v))).toFixed(1);
    const stretches = [[]];
    band.steps.forEach((step, i) => (Number.isNaN(band.low[i]) || Number.isNaN(band.high[i]) ? stretches.push([]) : stretches.at(-1).push(i)));
    return stretches.filter((each) => each.length > 0).map((each) =>
      'M' + [...each.map((i) => place(band.steps[i], band.high[i])), ...each.reverse().map((i) => place(band.steps[i], band.low[i]))].join('L') + 'Z').join('');
  };

  /** Runs with those of one study taken together, where two or more of it are among them. */
  H.banded = function (runs) {
    const ofStudy = (study) => runs.filter((run) => run.study === study && run.curve);
    return runs.flatMap((run) => {
      const together = run.study ? ofStudy(run.study) : [];
      if (together.length < 2 || !together.includes(run)) return [run];
      if (together[0] !== run) return [];
      const band = H.band(together.map((each) => each.curve));
      return [{ experiment: H.named(run.study), variant: 'mean of ' + H.many(together.length, 'run') + ', from the lowest to the highest', curve: band, band, first: run }];
    });
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
