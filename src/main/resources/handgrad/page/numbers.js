/** Reads the data's numbers and writes them for a reader. */
(function (H) {
  'use strict';

  const NAMED = { NaN: NaN, Infinity: Infinity, '-Infinity': -Infinity };

  /** A number of the data: NaN and the infinities come as strings, what does not exist as null. */
  H.number = (value) => (typeof value === 'string' ? NAMED[value] : value);

  /** For a reader: few digits, powers of ten where they are shorter. */
  H.show = function (value, digits = 6) {
    const x = H.number(value);
    if (x === null || x === undefined) return '–';
    if (Number.isNaN(x)) return 'NaN';
    if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
    if (x === 0) return '0';
    const size = Math.abs(x);
    if (Number.isInteger(x) && size < 1e6) return H.count(x);
    if (digits >= 17) return String(x).replace(/-/g, '−');
    const text = size < 1e-4 || size >= 1e6
      ? x.toExponential(Math.min(digits - 1, 2)).replace(/\.?0+e/, 'e').replace('e+', 'e')
      : String(Number(x.toPrecision(digits)));
    return text.replace('-', '−').replace('e-', 'e−');
  };

  /** Two significant digits: sizes of differences. */
  H.brief = (value) => H.show(value, 2);

  /** A whole number, thousands apart. */
  H.count = (n) => n.toLocaleString('en-US').replace('-', '−');

  H.many = (n, one, more) => H.count(n) + ' ' + (n === 1 ? one : more || one + 's');

  H.percent = function (measured, tolerance) {
    const part = (100 * H.number(measured)) / H.number(tolerance);
    return Number.isFinite(part) ? H.show(part, 3) + ' %' : '–';
  };

  /** The numbers of a series, with gaps where there is nothing to draw. */
  H.points = function (series, how) {
    const points = new Array(series.steps.length);
    for (let i = 0; i < points.length; i++) {
      let y = H.number(series.values[i]);
      if (y === null) y = NaN;
      if (how.absolute) y = Math.abs(y);
      if (!Number.isFinite(y) || (how.log && y <= 0)) y = NaN;
      points[i] = { x: series.steps[i], y };
    }
    return points;
  };

  /** Numbers that stand in the page as two bytes each, the two largest for what is not finite and what does not exist. */
  H.unpack = function (values) {
    if (Array.isArray(values)) return values.map(H.number);
    const bytes = atob(values.packed);
    const unit = (values.to - values.from) / 65533;
    return Array.from({ length: bytes.length / 2 }, (_, i) => {
      const n = bytes.charCodeAt(2 * i) + 256 * bytes.charCodeAt(2 * i + 1);
      return n === 65535 ? null : n === 65534 ? NaN : Number((values.from + n * unit).toPrecision(5));
    });
  };

  H.finite = (values) => values.map(H.number).filter((v) => v !== null && Number.isFinite(v));

  /** How many of a series are exactly 0, how many are not finite, of how many: of all that were recorded. */
  H.tally = function (series) {
    const values = series.values.map(H.number);
    const thinned = series.recorded !== undefined;
    return {
      all: thinned ? series.recorded : values.length,
      drawn: values.length,
      zeros: thinned ? series.zeros : values.filter((v) => v === 0).length,
      notFinite: thinned ? series.notFinite : values.filter((v) => v === null || !Number.isFinite(v)).length,
      firstNotFinite: series.steps[values.findIndex((v) => v === null || !Number.isFinite(v))],
    };
  };

  /** The index whose step is nearest. */
  H.nearest = function (steps, x) {
    let low = 0;
    let high = steps.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (steps[middle] <= x) low = middle;
      else high = middle;
    }
    return Math.abs(steps[low] - x) <= Math.abs(steps[high] - x) ? low : high;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
