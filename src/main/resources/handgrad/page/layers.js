/** Layer by layer: sizes of gradients and of updates, and what the neurons answer. */
(function (H) {
  'use strict';

  const named = (page, layer) => (page.engines.length > 1 ? layer.name + ' (' + layer.engine + ')' : layer.name);

  function curves(page, values) {
    return page.layers.map((layer) => ({ name: named(page, layer), steps: layer.steps, values: layer[values], recorded: layer.recorded, zeros: layer.zeros, notFinite: layer.notFinite }));
  }

  /** A colour a layer; the first engine broad, the others dashed upon it. */
  function looks(page) {
    return page.layers.map((layer) => {
      const engine = Math.max(0, page.engines.indexOf(layer.engine));
      return engine === 0 ? { colour: 'line' + ((layer.layer % 7) + 1), dash: [], width: 4 } : { colour: 'deep' + ((layer.layer % 7) + 1), dash: [[6, 5], [2, 4]][(engine - 1) % 2], width: 2 };
    });
  }

  /** Whether every layer has a figure for each of its steps; pages that were made before have not. */
  const has = (page, figure) => page.layers.every((layer) => layer[figure]?.length === layer.steps.length);

  function shares(page, group) {
    return has(page, 'updateShares') ? H.panel(H.el('span', {}, 'Updates as DL4J has them ', H.el('small', {}, 'log10 of the mean absolute step over the mean absolute parameter; about −3 is usual')), 'update shares',
      curves(page, 'updateShares').map((s) => ({ ...s, recorded: undefined })), { label: 'Mean absolute update over mean absolute parameter, as a power of ten, by layer', axis: 'log10', group, sparse: true, spoken: 'mean update', height: 220, looks: looks(page), level: { value: -3, name: '−3' } }) : null;
  }

  function spreads(page, group) {
    return has(page, 'spreads') ? H.panel(H.el('span', {}, 'Activations ', H.el('small', {}, 'standard deviation over neurons and samples, by layer')), 'standard deviations of activations',
      curves(page, 'spreads').map((s) => ({ ...s, recorded: undefined })), { label: 'Standard deviation of the activations by layer', axis: 'deviation', group, spoken: 'deviation', height: 200, suggestedMin: 0, looks: looks(page) }) : null;
  }

  H.layersPart = function (page) {
    if (!page.layers?.length || page.layers.every((l) => l.steps.length === 0)) return null;
    const group = H.group(page.layers.filter((l) => l.steps.length > 0));
    const gradients = H.panel(H.el('span', {}, 'Gradients ', H.el('small', {}, 'root of the mean square, by layer')), 'gradient sizes', curves(page, 'gradientNorms'),
      { label: 'Size of the gradient by layer', axis: 'gradient', group, log: true, countZeros: true, spoken: 'gradient', height: 220, looks: looks(page) });
    const updates = H.panel(H.el('span', {}, 'Updates ', H.el('small', {}, 'log10 of the length of the step over that of the parameters, by layer')), 'update ratios',
      curves(page, 'updateRatios').map((s) => ({ ...s, recorded: undefined })), { label: 'Size of the update relative to the parameters, as a power of ten, by layer', axis: 'log10', group, sparse: true, spoken: 'update', height: 220, looks: looks(page) });
    const panels = [gradients, updates, shares(page, group), spreads(page, group), idle(page, group)].filter(Boolean);
    const section = H.section('layers', 'Gradients and updates', ...panels.map((panel) => panel.node));
    if (panels.some((panel) => panel.handle)) section.tools.append(...H.zoomButtons(group));
    return section;
  };

  /** Bars of the activations, at the end filled, at the start outlined. */
  function histogram(layer) {
    const { from, to, start, end } = layer.histogram;
    const [left, right] = [H.number(from), H.number(to)];
    const canvas = H.el('canvas', { role: 'img', 'aria-label': 'Activations of ' + layer.name + ' at the start and at the end' });
    const box = H.el('div', { class: 'histogram' }, canvas);
    function paint() {
      const [width, height, ratio] = [box.clientWidth, box.clientHeight, devicePixelRatio || 1];
      canvas.width = width * ratio;
      canvas.height = height * ratio;
      const g = canvas.getContext('2d');
      g.scale(ratio, ratio);
      const most = [...start, ...end].reduce((a, b) => Math.max(a, b), 1);
      const wide = width / end.length;
      const tall = (n) => (n === 0 ? 0 : Math.max(1.5, (n / most) * (height - 6)));
      g.fillStyle = H.colour('line1');
      end.forEach((n, i) => g.fillRect(i * wide + 1, height - tall(n), wide - 2, tall(n)));
      g.strokeStyle = H.colour('line2');
      g.lineWidth = 2;
      g.beginPath();
      start.forEach((n, i) => { g.lineTo(i * wide, height - tall(n) - 1); g.lineTo((i + 1) * wide, height - tall(n) - 1); });
      g.stroke();
    }
    H.whenNear(box, () => { paint(); H.redrawn(paint); new ResizeObserver(paint).observe(box); });
    return H.el('div', {}, box, H.el('p', { class: 'ends' }, H.el('span', {}, H.show(left, 3)), H.el('span', {}, H.show(right, 3))));
  }

  /** How many neurons, at the end and at the start. */
  function neurons(counts, layer, word) {
    if (!counts?.length) return null;
    const [first, last] = [counts[0], counts.at(-1)];
    const text = counts.every((n) => n === 0) ? 'No neuron ' + word + ' at any step.'
      : H.count(last) + ' of ' + H.many(layer.neurons, 'neuron') + ' ' + word + ' at the end, ' + H.count(first) + ' at the start.';
    return H.el('p', { class: last > 0 ? 'count warn' : 'count' }, text);
  }

  /** The share of each layer's neurons that are dead or saturated, where any is. */
  function idle(page, group) {
    const series = page.layers.flatMap((l) => ['dead', 'saturated'].filter((k) => l[k]?.length === l.steps.length && l[k].some((n) => n > 0))
      .map((k) => ({ name: named(page, l) + ', ' + k, steps: l.steps, values: l[k].map((n) => n / l.neurons) })));
    return series.length === 0 ? null : H.panel(H.el('span', {}, 'Dead and saturated neurons ', H.el('small', {}, 'share of their layer, over the training set')), 'dead and saturated neurons', series,
      { label: 'Share of dead and of saturated neurons by layer', axis: 'share', group, spoken: 'share', height: 200, suggestedMin: 0, suggestedMax: 1 });
  }

  H.activationsPart = function (page) {
    const all = (page.layers || []).filter((l) => l.histogram && l.histogram.end?.length > 0);
    if (all.length === 0) return null;
    // Engines that answer alike share a picture.
    const same = (a, b) => a.layer === b.layer && ['histogram', 'dead', 'saturated'].every((k) => JSON.stringify(a[k]) === JSON.stringify(b[k]));
    const layers = all.filter((l, i) => all.findIndex((other) => same(other, l)) === i);
    const engines = (l) => H.list(all.filter((other) => same(other, l)).map((other) => other.engine));
    const bins = (l) => l.histogram.end.map((n, i) => [l.histogram, i, n]);
    const edge = (h, i) => H.number(h.from) + ((H.number(h.to) - H.number(h.from)) * i) / h.end.length;
    const rows = () => [['layer', 'engine', 'from', 'to', 'start', 'end'],
      ...all.flatMap((l) => bins(l).map(([h, i, n]) => [l.name, l.engine, edge(h, i), edge(h, i + 1), h.start[i], n]))];
    const section = H.section('activations', 'Activations',
      H.el('p', { class: 'ramp' }, H.el('span', {}, H.swatch('line-start'), 'at the start'), H.el('span', {}, H.swatch('bar-end'), 'at the end, over the training set')),
      H.el('div', { class: 'small-multiples' }, layers.map((layer) => H.el('div', { class: 'panel' },
        H.el('h3', {}, H.said(layer.name), page.engines.length > 1 ? H.el('small', {}, ' ', H.said(engines(layer))) : null),
        histogram(layer),
        neurons(layer.dead, layer, 'dead'), neurons(layer.saturated, layer, 'saturated')))),
      H.details('The counts as a table', () => H.scroller('Activations', H.table(rows()[0], rows().slice(1).map((r) => [...r.slice(0, 2), ...r.slice(2).map((v) => H.show(v, 4))])))));
    section.tools.append(H.csvButton('activations', rows));
    return section;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
