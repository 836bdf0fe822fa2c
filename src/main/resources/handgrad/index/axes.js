/** Axes: where values are drawn, and which of them are named. */
(function (H) {
  'use strict';

  /** A straight axis from a to b pixels, with round numbers on it. */
  function straight([low, high], [a, b], most) {
    const span = high - low || Math.abs(high) || 1;
    const raw = span / most;
    const power = 10 ** Math.floor(Math.log10(raw));
    const gap = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw * 0.999);
    const ticks = [];
    for (let i = Math.ceil(low / gap - 1e-9); i * gap <= high + gap * 1e-9; i++) ticks.push(Number((i * gap).toPrecision(12)));
    return { place: (v) => a + ((v - low) / span) * (b - a), value: (p) => low + ((p - a) / (b - a)) * span, ticks, show: (v) => H.show(v, 4) };
  }

  /** An axis of powers of ten; between few powers also 2 and 5 of each are named. */
  function powers([low, high], [a, b], most) {
    const from = Math.log10(low) - 0.03;
    const to = Math.log10(high) + 0.03;
    const span = Math.max(to - from, 0.1);
    const every = Math.max(1, Math.ceil(span / most));
    const parts = span < 0.7 ? [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9] : span < 2.5 ? [1, 2, 5] : [1];
    const ticks = [];
    for (let e = Math.floor(from); e <= Math.ceil(to); e++) {
      if (e % every === 0) parts.forEach((n) => ticks.push(Number((n * 10 ** e).toPrecision(3))));
    }
    const place = (v) => a + ((Math.log10(v) - from) / span) * (b - a);
    return { place, ticks: ticks.filter((v) => v > 0 && Math.log10(v) >= from && Math.log10(v) <= from + span), show: (v) => H.show(v, 3) };
  }

  H.axis = (range, pixels, most, log) => (log ? powers : straight)(range, pixels, most);
})((globalThis.Handgrad = globalThis.Handgrad || {}));
