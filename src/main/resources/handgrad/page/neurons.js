/** What the hidden neurons of a network of two inputs answer over the plane, a small picture each. */
(function (H) {
  'use strict';

  /** Its numbers as colours, input 1 upwards; the browser interpolates between them. */
  function picture(values, size, colour, label) {
    const canvas = H.el('canvas', { class: 'neuron', role: 'img', 'aria-label': label, width: size, height: size });
    function paint() {
      const g = canvas.getContext('2d');
      const image = g.createImageData(size, size);
      values.forEach((v, i) => image.data.set([...(Number.isFinite(v) ? colour(v) : [128, 128, 128]), 255],
        4 * ((size - 1 - Math.floor(i / size)) * size + (i % size))));
      g.putImageData(image, 0, 0);
    }
    H.whenNear(canvas, () => { paint(); H.redrawn(paint); });
    return canvas;
  }

  /** Null where there are none. */
  H.neuronSurfaces = function (surface) {
    const hidden = surface.hidden;
    if (!hidden || !hidden.neurons?.length) return null;
    const [from, to] = [H.number(hidden.from), H.number(hidden.to)];
    const colour = (v) => H.between(['minus', 'nothing', 'plus'], Math.max(0, Math.min(1, (v - from) / (to - from || 1))));
    const at = (range, i) => H.number(range[0]) + ((H.number(range[1]) - H.number(range[0])) * i) / (surface.size - 1);
    const place = (i) => '(' + H.show(at(surface.x, i % surface.size), 2) + ', ' + H.show(at(surface.y, Math.floor(i / surface.size)), 2) + ')';
    const neurons = hidden.neurons.map((n) => ({ name: 'layer ' + n.layer + ', neuron ' + n.index, values: H.unpack(n.values) }));
    const ends = neurons.map(({ values }) => {
      const finite = values.filter(Number.isFinite);
      const [least, most] = finite.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
      return finite.length === 0 ? null : { least, most, low: values.indexOf(least), high: values.indexOf(most) };
    });
    const said = ends.map((e) => (e ? 'from ' + H.show(e.least, 3) + ' at ' + place(e.low) + ' to ' + H.show(e.most, 3) + ' at ' + place(e.high) : 'not finite'));
    const deep = hidden.neurons.at(-1).layer > 1;
    const figures = neurons.map(({ name, values }, n) => H.el('figure', {},
      picture(values, surface.size, colour, 'Answers of ' + name + ' over both inputs at the end of training, ' + said[n]),
      H.el('figcaption', {}, deep ? name : name.replace(/.*, /, ''))));
    const range = (name, [a, b], way) => name + ' ' + way + ', ' + H.show(a, 3) + ' to ' + H.show(b, 3);
    const fewer = hidden.total > neurons.length ? ' Shown are ' + neurons.length + ' of ' + H.count(hidden.total) + ' hidden neurons, the first of each layer.' : '';
    return { node: H.el('div', { class: 'neurons' },
      H.el('h3', {}, 'The hidden neurons'),
      H.note('What each hidden neuron of ', H.said(surface.engine), ' answers over the same inputs at the end of training, all in one scale.' + fewer),
      H.el('p', { class: 'ramp' }, H.show(from, 3), H.swatch('ramp-diverging'), H.show(to, 3)),
      H.el('p', { class: 'axis' }, range('input 0', surface.x, 'across') + '; ' + range('input 1', surface.y, 'upwards')),
      H.el('div', { class: 'gallery' }, figures),
      H.details('Their lowest and highest answers as a table', () => H.scroller('Hidden neurons', H.table(
        ['neuron', 'lowest', 'at inputs', 'highest', 'at inputs'],
        neurons.map(({ name }, n) => (ends[n] ? [name, H.show(ends[n].least, 4), place(ends[n].low), H.show(ends[n].most, 4), place(ends[n].high)] : [name, 'not finite', '', '', ''])))))),
    csv: H.csvButton('hidden neurons', () => [['input 0', 'input 1', ...neurons.map((n) => n.name)],
      ...neurons[0].values.map((_, i) => [at(surface.x, i % surface.size), at(surface.y, Math.floor(i / surface.size)), ...neurons.map((n) => n.values[i])])]) };
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
