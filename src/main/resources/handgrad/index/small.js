/** Small curves of the losses, on an axis of powers of ten. */
(function (H) {
  'use strict';

  const WIDTH = 100;
  const HEIGHT = 30;
  const COLUMNS = 30;

  /** An element of a drawing. */
  H.svg = function (tag, attributes, ...children) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, String(value)));
    element.append(...children);
    return element;
  };

  /** The points of a curve that an axis has a place for; null where the line is broken. */
  H.drawable = (curve, log) => curve.steps.map((step, i) => {
    const y = H.number(curve.values[i]);
    return Number.isFinite(y) && (!log || y > 0) ? { x: step, y } : null;
  });

  /** From where to where curves go; one of several that grows without bounds leaves the picture, or the others would be flat. */
  H.extent = function (curves, log) {
    const all = curves.map((curve) => H.drawable(curve, log).filter(Boolean)).filter((points) => points.length > 0);
    const of = (points, get) => points.reduce(([low, high], p) => [Math.min(low, get(p)), Math.max(high, get(p))], [Infinity, -Infinity]);
    const [low, high] = of(all.flat(), (p) => p.y);
    const most = all.length < 2 ? Infinity : Math.max(...all.map((points) => Math.abs(points[0].y))) * (log ? 1000 : 10);
    return { x: of(all.flat(), (p) => p.x), y: [low, Math.min(high, most)], any: all.length > 0, leaves: high > most };
  };

  /** The path of a curve; `x` and `y` turn values into places. */
  H.path = function (points, x, y) {
    let path = '';
    let broken = true;
    for (const point of points) {
      if (point) path += (broken ? 'M' : 'L') + x(point.x).toFixed(1) + ' ' + y(point.y).toFixed(1);
      broken = !point;
    }
    return path;
  };

  /** Of each column of two pixels or so the first, the lowest and the highest: no peak is lost. */
  function fewer(points, x) {
    const kept = new Set([points.length - 1]);
    const columns = new Map();
    points.forEach((p, i) => {
      if (!p) { kept.add(i); return; }
      const at = Math.floor((x(p.x) / WIDTH) * COLUMNS);
      const seen = columns.get(at);
      if (!seen) columns.set(at, { low: i, high: i });
      else if (p.y < points[seen.low].y) seen.low = i;
      else if (p.y > points[seen.high].y) seen.high = i;
    });
    columns.forEach(({ low, high }) => kept.add(low).add(high));
    return points.filter((p, i) => kept.has(i));
  }

  /** The curve of a run, or the mean of several with their band, in a small picture. */
  H.small = function (curves) {
    const { x, y, any } = H.extent(curves, true);
    if (!any) return null;
    const band = curves.length > 1 ? H.band(curves) : null;
    const curve = band || curves[0];
    const across = (v) => 3 + ((v - x[0]) / (x[1] - x[0] || 1)) * (WIDTH - 6);
    const spread = Math.log10(y[1] / y[0]) || 1;
    const up = (v) => HEIGHT - 3 - (y[0] === y[1] ? 0.5 : Math.log10(v / y[0]) / spread) * (HEIGHT - 6);
    const within = H.drawable(curve, true).map((point) => (point && point.y <= y[1] ? point : null));
    const line = H.svg('path', { d: H.path(fewer(within, across), across, up) });
    const spanned = band ? [H.svg('path', { class: 'band', d: H.bandPath(band, across, up, y) })] : [];
    return H.svg('svg', { class: 'small', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, role: 'img',
      'aria-label': (band ? 'Mean loss of ' + curves.length + ' runs from ' : 'Loss from ') + H.show(curve.values[0], 3) + ' to ' + H.show(curve.values.at(-1), 3) },
    ...spanned, line);
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
