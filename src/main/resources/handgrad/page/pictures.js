/** Small pictures: misread samples, and what the hidden neurons look at. */
(function (H) {
  'use strict';

  /** A picture of numbers, a square each, in colours by `paint`. */
  function picture(rows, columns, values, colour, label) {
    const canvas = H.el('canvas', { class: 'picture', role: 'img', 'aria-label': label, width: columns, height: rows });
    function paint() {
      const g = canvas.getContext('2d');
      const image = g.createImageData(columns, rows);
      values.forEach((v, i) => image.data.set([...colour(v), 255], 4 * i));
      g.putImageData(image, 0, 0);
    }
    H.whenNear(canvas, () => { paint(); H.redrawn(paint); });
    return canvas;
  }

  /** More of them are behind a fold. */
  const SHOWN = 18;

  H.misreadPart = function (page) {
    const misread = page.misread;
    if (!misread || !misread.samples?.length) return null;
    const ink = (v) => H.between(['tile', 'stroke'], H.number(v) / H.number(misread.brightest));
    const figures = misread.samples.map((s) => H.el('figure', {},
      picture(misread.rows, misread.columns, s.pixels, ink, 'Sample ' + s.index + ', a ' + s.truth),
      H.el('figcaption', {}, H.el('b', {}, 'a ', H.said(s.truth)),
        ...Object.entries(s.answers).map(([engine, answer]) => H.el('span', { class: answer === s.truth ? 'is-right' : 'is-wrong' }, H.said(engine), ': ', H.el('b', {}, H.said(answer)))),
        H.el('small', {}, 'no. ' + s.index))));
    const shown = misread.samples.length < misread.total ? ', the first ' + misread.samples.length + ' of them' : '';
    const section = H.section('misread', 'Misclassified', H.note(H.count(misread.total) + ' of ' + H.many(misread.of, 'test sample') + shown + '.'), H.el('div', { class: 'gallery' }, figures.slice(0, SHOWN)),
      figures.length > SHOWN ? H.details('The next ' + (figures.length - SHOWN), () => H.el('div', { class: 'gallery' }, figures.slice(SHOWN))) : '');
    section.tools.append(H.csvButton('misclassified', () => {
      const engines = Object.keys(misread.samples[0].answers);
      return [['index', 'truth', ...engines, ...misread.samples[0].pixels.map((_, i) => 'pixel ' + i)],
        ...misread.samples.map((s) => [s.index, s.truth, ...engines.map((e) => s.answers[e]), ...s.pixels])];
    }));
    return section;
  };

  H.hiddenPart = function (page) {
    const hidden = page.hidden;
    if (!hidden || !hidden.neurons?.length) return null;
    const colour = (v) => H.between(['minus', 'nothing', 'plus'], (H.number(v) + 1) / 2);
    const neurons = hidden.neurons.map(H.unpack);
    const figures = neurons.map((weights, n) => H.el('figure', {},
      picture(hidden.rows, hidden.columns, weights, colour, 'Weights of hidden neuron ' + n), H.el('figcaption', {}, String(n))));
    const grid = () => [['neuron', ...neurons[0].map((_, i) => 'weight ' + i)], ...neurons.map((w, n) => [n, ...w])];
    const fewer = hidden.total > neurons.length ? ' The first ' + neurons.length + ' of ' + H.count(hidden.total) + '.' : '';
    const section = H.section('hidden', 'What the hidden neurons look at',
      H.note('The weights of layer 1 of ', H.said(hidden.engine), ', a picture a neuron, relative to the largest of the layer.' + fewer),
      H.el('p', { class: 'ramp' }, '−1', H.swatch('ramp-diverging'), '1'),
      H.el('div', { class: 'gallery small' }, figures),
      H.details('The weights as a table', () => H.scroller('Weights', H.table(grid()[0], grid().slice(1).map((r) => r.map((v) => H.show(v, 3)))))));
    section.tools.append(H.csvButton('hidden weights', grid));
    return section;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
