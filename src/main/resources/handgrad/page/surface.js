/** What a network of two inputs answers over the plane, through training. */
(function (H) {
  'use strict';

  const SIDE = 420;

  /** The output as a picture, between its numbers interpolated, with the line where it is one half. */
  function paint(canvas, surface, frame) {
    const { size } = surface;
    // Between grid points it is the logits that are interpolated: a steep edge stays where it is.
    const values = frame.numbers.map((v) => { const p = Math.max(1e-4, Math.min(1 - 1e-4, v ?? NaN)); return Math.log(p / (1 - p)); });
    const g = canvas.getContext('2d');
    const image = g.createImageData(SIDE, SIDE);
    const ramp = Array.from({ length: 256 }, (_, i) => H.between(['minus', 'nothing', 'plus'], i / 255));
    const row = new Float64Array(SIDE);
    let before = new Float64Array(SIDE);
    for (let py = 0; py < SIDE; py++) {
      const y = ((SIDE - 1 - py) / (SIDE - 1)) * (size - 1);
      const y0 = Math.min(size - 2, Math.floor(y));
      for (let px = 0; px < SIDE; px++) {
        const x = (px / (SIDE - 1)) * (size - 1);
        const x0 = Math.min(size - 2, Math.floor(x));
        const at = (i, j) => values[(y0 + j) * size + x0 + i];
        const [u, v] = [x - x0, y - y0];
        const z = (at(0, 0) * (1 - u) + at(1, 0) * u) * (1 - v) + (at(0, 1) * (1 - u) + at(1, 1) * u) * v;
        row[px] = z;
        const output = 1 / (1 + Math.exp(-z));
        const edge = (px > 0 && (row[px - 1] < 0) !== (z < 0)) || (py > 0 && (before[px] < 0) !== (z < 0));
        const rgb = Number.isNaN(z) ? [128, 128, 128] : edge ? H.rgb('ink') : ramp[Math.round(255 * output)];
        image.data.set([...rgb, 255], 4 * (py * SIDE + px));
      }
      before = row.slice();
    }
    g.putImageData(image, 0, 0);
    for (const point of surface.points) {
      const [x, y] = [place(point.x, surface.x), SIDE - place(point.y, surface.y)];
      const one = H.number(point.target) >= 0.5;
      g.lineWidth = 2.5;
      g.strokeStyle = '#000';
      g.fillStyle = H.css(H.rgb(one ? 'plus' : 'minus'));
      g.beginPath();
      if (one) g.arc(x, y, 8, 0, 7);
      else g.rect(x - 7, y - 7, 14, 14);
      g.fill();
      g.stroke();
      g.strokeStyle = '#fff';
      g.lineWidth = 1;
      g.stroke();
    }
  }

  const place = (value, [from, to]) => ((H.number(value) - H.number(from)) / (H.number(to) - H.number(from))) * SIDE;

  H.surfacePart = function (page) {
    const surface = page.surface;
    if (!surface || !surface.frames?.length || surface.size < 2) return null;
    const frames = surface.frames.map((f) => ({ step: f.step, numbers: H.unpack(f.values) }));
    let now = frames.length - 1;
    let timer = null;
    const canvas = H.el('canvas', { class: 'surface', role: 'img', width: SIDE, height: SIDE });
    const step = H.el('output', { class: 'read' });
    const slider = H.el('input', { type: 'range', min: 0, max: frames.length - 1, value: now, 'aria-label': 'step of training' });
    const play = H.button('', () => (H.still() ? go((now + 1) % frames.length) : timer ? stop() : start()), { class: 'play' });
    const name = () => { play.textContent = H.still() ? '▸ next step' : timer ? '❚❚ pause' : '▶ play'; };
    function go(frame) {
      now = frame;
      slider.value = now;
      const text = 'step ' + H.count(frames[now].step);
      slider.setAttribute('aria-valuetext', text);
      step.textContent = text;
      canvas.setAttribute('aria-label', 'Output of the network over both inputs at ' + text);
      paint(canvas, surface, frames[now]);
    }
    function stop() {
      clearInterval(timer);
      timer = null;
      name();
    }
    function start() {
      let frame = now === frames.length - 1 ? -1 : now;
      timer = setInterval(() => {
        frame += 1;
        go(frame);
        if (frame >= frames.length - 1) stop();
      }, Math.max(60, Math.min(400, 6000 / frames.length)));
      name();
    }
    slider.addEventListener('input', () => { if (timer) stop(); go(Number(slider.value)); });
    name();
    const holder = H.el('div', { class: 'surface-holder' }, canvas,
      H.el('p', { class: 'ends' }, H.el('span', {}, H.show(surface.x[0], 3)), H.el('span', {}, 'input 0'), H.el('span', {}, H.show(surface.x[1], 3))));
    H.whenNear(holder, () => { go(now); H.redrawn(() => go(now)); });
    const rows = () => {
      const at = (range, i) => H.number(range[0]) + ((H.number(range[1]) - H.number(range[0])) * i) / (surface.size - 1);
      return [['step', 'input 0', 'input 1', 'output'], ...frames.flatMap((f) => f.numbers.map((v, i) =>
        [f.step, at(surface.x, i % surface.size), at(surface.y, Math.floor(i / surface.size)), v]))];
    };
    const answers = () => surface.points.map((p) => {
      const cell = (v, range) => Math.round(((H.number(v) - H.number(range[0])) / (H.number(range[1]) - H.number(range[0]))) * (surface.size - 1));
      return [H.show(p.x, 4), H.show(p.y, 4), H.show(p.target, 4), H.show(frames[now].numbers[cell(p.y, surface.y) * surface.size + cell(p.x, surface.x)], 3)];
    });
    const section = H.section('surface', 'Decision surface',
      H.el('div', { class: 'surface-part' }, holder, H.el('div', { class: 'surface-side' },
        H.note('The output of ', H.said(surface.engine), ' for every pair of inputs, input 1 upwards from ' + H.show(surface.y[0], 3) + ' to ' + H.show(surface.y[1], 3) + '. The line is an output of one half.'),
        H.el('p', { class: 'ramp' }, '0', H.swatch('ramp-diverging'), '1'),
        H.el('p', { class: 'ramp' }, H.swatch('square'), 'target 0', H.swatch('disc'), 'target 1'),
        H.el('div', { class: 'controls' }, play, slider), step,
        H.details('The training points as a table', () => H.scroller('Training points', H.table(['input 0', 'input 1', 'target', 'output near by'], answers()))))));
    section.tools.append(H.csvButton('decision surface', rows));
    const neurons = H.neuronSurfaces(surface);
    if (neurons) {
      section.append(neurons.node);
      section.tools.append(neurons.csv);
    }
    return section;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
