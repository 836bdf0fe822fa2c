/** The losses of several runs in one chart. */
(function (H) {
  'use strict';

  const LEFT = 64;
  const RIGHT = 28;
  const TOP = 8;
  const BOTTOM = 40;

  function frame(x, y, width, height) {
    const across = y.ticks.map((v) => H.svg('g', {}, H.svg('line', { class: 'grid', x1: LEFT, x2: width - RIGHT, y1: y.place(v), y2: y.place(v) }),
      H.svg('text', { x: LEFT - 8, y: y.place(v), dy: '.32em', 'text-anchor': 'end' }, y.show(v))));
    const up = x.ticks.filter(Number.isInteger).map((v) => H.svg('g', {}, H.svg('line', { class: 'grid', x1: x.place(v), x2: x.place(v), y1: TOP, y2: height - BOTTOM }),
      H.svg('text', { x: x.place(v), y: height - BOTTOM + 17, 'text-anchor': 'middle' }, x.show(v))));
    return [...across, ...up, H.svg('text', { class: 'name', x: (LEFT + width - RIGHT) / 2, y: height - 5, 'text-anchor': 'middle' }, 'training step')];
  }

  const ends = (band, name) => ({ steps: band.steps, values: band[name] });

  function line(run, look, x, y, log) {
    const points = H.drawable(run.curve, log);
    const group = H.svg('g', { class: 'line' });
    group.style.stroke = group.style.fill = 'var(--' + look.colour + ')';
    if (run.band) group.append(H.svg('path', { class: 'band', d: H.bandPath(run.band, x.place, y.place, y.range) }));
    group.append(H.svg('path', { d: H.path(points, x.place, y.place), 'stroke-dasharray': look.dash.join(' ') || 'none' }));
    points.forEach((p, i) => {
      if (p && !points[i - 1] && !points[i + 1]) group.append(H.svg('circle', { cx: x.place(p.x), cy: y.place(p.y), r: 3 }));
    });
    return group;
  }

  /** The chart; `read` is told the step under the pointer or the cursor, or null, and whether a curve leaves the chart. */
  H.overlay = function (read) {
    const box = H.el('div', { class: 'overlay', tabindex: 0, role: 'img' });
    let axis = null;
    let cursor = null;
    let at = null;
    let leaves = false;
    let keys = false;

    function point(step) {
      at = step;
      cursor?.remove();
      cursor = null;
      if (axis && step !== null) {
        const px = axis.place(step);
        cursor = H.svg('line', { class: 'cursor', x1: px, x2: px, y1: TOP, y2: box.clientHeight - BOTTOM });
        box.firstChild.append(cursor);
      }
      read(step, leaves);
    }

    const within = (step) => Math.max(axis.range[0], Math.min(axis.range[1], Math.round(step)));
    box.addEventListener('pointermove', (event) => {
      keys = false;
      if (axis) point(within(axis.value(event.clientX - box.getBoundingClientRect().left)));
    });
    // A pointer that the page was scrolled away from does not take from the keyboard what it reads.
    box.addEventListener('pointerleave', () => { if (!keys) point(null); });
    box.addEventListener('blur', () => { keys = false; point(null); });
    box.addEventListener('keydown', (event) => {
      const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!axis || !way) return;
      event.preventDefault();
      keys = true;
      const stride = Math.max(1, Math.round((axis.range[1] - axis.range[0]) / 100));
      point(within((at ?? (way > 0 ? axis.range[0] - stride : axis.range[1] + stride)) + way * stride));
    });

    return {
      element: box,
      draw(runs, looks, log) {
        const width = box.clientWidth || 700;
        const height = box.clientHeight || 360;
        const curved = runs.filter((run) => run.curve);
        const extent = H.extent(curved.flatMap((run) => (run.band ? [run.curve, ends(run.band, 'low'), ends(run.band, 'high')] : [run.curve])), log);
        axis = null;
        box.setAttribute('aria-label', 'Losses of ' + H.many(curved.length, 'run') + ' over training steps. Arrow keys read values.');
        if (!extent.any) {
          box.replaceChildren(H.note('There is no loss to draw' + (log ? ' on a log axis.' : '.')));
          return;
        }
        const x = H.axis(extent.x, [LEFT, width - RIGHT], Math.max(3, Math.floor(width / 110)), false);
        const range = [extent.y[0], Math.max(extent.y[0], extent.y[1])];
        const y = { ...H.axis(range, [height - BOTTOM, TOP], 7, log), range };
        axis = { ...x, range: extent.x };
        box.replaceChildren(H.svg('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }, ...frame(x, y, width, height),
          ...curved.map((run) => line(run, looks.get(run), x, y, log))));
        leaves = extent.leaves;
        point(at === null ? null : within(at));
      },
    };
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
