/** Line charts over training steps. */
(function (H) {
  'use strict';

  /** Where the y axis ends, in pixels: the same in all charts, so that steps stand above each other. */
  const AXIS = 80;

  function defaults() {
    const { Chart } = globalThis;
    Chart.register(globalThis.ChartZoom, H.crosshair);
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 12;
    Chart.defaults.animation = false;
    Chart.defaults.events = ['mousemove', 'mouseout', 'click'];
    defaults.done = true;
  }

  /** How a curve is drawn, as a small picture. */
  H.lineSample = function (look) {
    const ns = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(ns, 'svg');
    const line = document.createElementNS(ns, 'line');
    const set = (element, attributes) => Object.entries(attributes).forEach(([k, v]) => element.setAttribute(k, v));
    set(svg, { viewBox: '0 0 30 10', width: 30, height: 10, 'aria-hidden': 'true' });
    set(line, { x1: 1, x2: 29, y1: 5, y2: 5, 'stroke-width': look.width || 2, 'stroke-dasharray': look.dash.join(' ') || 'none' });
    line.style.stroke = 'var(--' + look.colour + ')';
    svg.append(line);
    return svg;
  };

  function dataset(series, look, how, i) {
    const data = H.points(series, how);
    const alone = (i) => !Number.isNaN(data[i].y) && !(data[i - 1]?.y > -Infinity) && !(data[i + 1]?.y > -Infinity);
    return {
      label: series.name, spoken: how.spoken ? how.spoken + ', ' + series.name : series.name, source: series, look, data, order: -i,
      borderDash: look.dash, borderWidth: look.width || 2, borderJoinStyle: 'round',
      // Of a thinned record single zeros are left, and would leave nothing of the curve between them.
      spanGaps: series.recorded !== undefined && series.notFinite === 0,
      pointRadius: data.map((p, k) => (alone(k) ? 2 : how.dots && data.length <= 300 ? 1.6 : 0)), pointHitRadius: 0, pointHoverRadius: 0,
    };
  }

  /** A straight line at a value. */
  const level = (value, name, x) => ({
    label: name, fixed: true, look: { colour: 'limit', dash: [8, 5], width: 1.5 }, borderDash: [8, 5], borderWidth: 1.5, pointRadius: 0,
    data: [{ x: x.min, y: value }, { x: x.max, y: value }],
  });

  const power = (value) => {
    const e = Math.log10(value);
    return Math.abs(e - Math.round(e)) < 1e-9 ? (e > -3.5 && e < 4.5 ? String(Number(value.toPrecision(1))) : '1e' + Math.round(e).toString().replace('-', '−')) : '';
  };

  const leading = (value) => Number((value / 10 ** Math.floor(Math.log10(value) + 1e-9)).toPrecision(3));

  /** The ticks of a short axis of powers of ten that have a label: round ones, two at least. */
  H.logLabels = (values) => [[1, 2, 5], [1, 1.5, 2, 3, 5]].map((round) => values.filter((v) => round.includes(leading(v)))).find((some) => some.length > 1) || values;

  function yAxis(how) {
    const log = how.log;
    return {
      type: log ? 'logarithmic' : 'linear',
      afterFit: (axis) => { axis.width = AXIS; },
      grid: { drawTicks: false },
      border: { display: false },
      title: { display: true, text: how.axis, padding: 2 },
      // Where nothing is below 0, the grace at the ends is not either.
      suggestedMax: how.suggestedMax, suggestedMin: how.suggestedMin, beginAtZero: how.suggestedMin === 0,
      grace: log || how.suggestedMax !== undefined ? undefined : '4%',
      // Differences run over many powers of ten: the axis ends at whole ones.
      afterDataLimits(axis) {
        const level = axis.chart.data.datasets.length - 1;
        if (how.level && axis.chart.isDatasetVisible(level)) {
          axis.max = Math.max(axis.max, how.level.value);
          axis.min = Math.min(axis.min, how.level.value);
        }
        if (how.bottom !== undefined) axis.min = Math.max(axis.min, how.bottom);
        if (how.ceiling && axis.max > how.ceiling) axis.max = Math.max(how.ceiling, axis.min * 10);
        if (!log || !how.countZeros || !(axis.min > 0)) return;
        axis.min = 10 ** Math.floor(Math.log10(axis.min) + 1e-9);
        axis.max = 10 ** Math.max(Math.ceil(Math.log10(axis.max) - 1e-9), Math.round(Math.log10(axis.min)) + 1);
      },
      ticks: {
        padding: 6, maxTicksLimit: 7, autoSkip: true,
        callback(value, i, ticks) {
          if (!log) return H.show(value, 4);
          const decades = ticks.filter((t) => power(t.value)).length;
          if (decades >= 2) return power(value) || null;
          return H.logLabels(ticks.map((t) => t.value)).includes(value) ? H.show(value, 2) : null;
        },
      },
    };
  }

  function colours(chart) {
    chart.data.datasets.forEach((d) => { d.borderColor = d.backgroundColor = d.pointBackgroundColor = H.colour(d.look.colour); });
    for (const axis of ['x', 'y']) {
      const scale = chart.options.scales[axis];
      scale.ticks.color = H.colour('soft');
      scale.grid.color = H.colour('hair-soft');
      if (scale.title) scale.title.color = H.colour('soft');
    }
    const drag = chart.options.plugins.zoom.zoom.drag;
    drag.backgroundColor = H.colour('drag');
    drag.borderColor = H.colour('forward');
  }

  /**
   * A chart of series in a box of its own, drawn when it comes near the screen.
   * `how`: label, axis (its title), looks, log, absolute, level {value, name}, group, height, suggestedMin, suggestedMax, bottom (where the axis ends below).
   */
  H.chart = function (series, how) {
    const canvas = H.el('canvas', { tabindex: 0, role: 'img', 'aria-label': how.label + '. Arrow keys read values, + and − zoom, 0 resets.' });
    const tip = H.el('div', { class: 'tip', 'aria-hidden': 'true' });
    tip.hidden = true;
    // What was read by keys, for those who do not see the tip.
    const spoken = H.el('p', { class: 'unseen spoken', role: 'status', 'aria-live': 'polite' });
    const box = H.el('div', { class: 'plot', style: 'height:' + (how.height || 260) + 'px' }, canvas, tip, spoken);
    const handle = { box, hidden: new Set(), how, chart: null };
    H.whenNear(box, () => {
      if (!defaults.done) defaults();
      const x = how.group.range(series);
      const sets = series.map((s, i) => dataset(s, how.looks[i], how, i));
      if (how.level) sets.push(level(how.level.value, how.level.name, x));
      const chart = new globalThis.Chart(canvas, {
        type: 'line',
        data: { datasets: sets },
        options: {
          parsing: false, normalized: true, responsive: true, maintainAspectRatio: false, layout: { padding: { right: 10, top: 6 } },
          scales: {
            x: { type: 'linear', min: x.min, max: x.max, border: { display: false }, grid: { drawTicks: false },
              title: { display: true, text: 'step', align: 'end', padding: 0 }, ticks: { padding: 4, maxRotation: 0, autoSkipPadding: 18, precision: 0, callback: (v) => (Number.isInteger(v) ? H.count(v) : '') } },
            y: yAxis(how),
          },
          plugins: {
            legend: { display: false }, tooltip: { enabled: false },
            zoom: {
              limits: { x: { min: x.min, max: x.max, minRange: Math.min(2, x.max - x.min) } },
              zoom: { mode: 'x', drag: { enabled: true, threshold: 8, borderWidth: 1 }, onZoom: ({ chart: zoomed }) => how.group.follow(zoomed) },
            },
          },
        },
      });
      Object.assign(chart, { group: how.group, box, tip, spoken, absolute: how.absolute });
      handle.chart = chart;
      const draw = () => { colours(chart); chart.update('none'); };
      handle.rescale = (log) => {
        how.log = log;
        chart.data.datasets.forEach((d) => { if (!d.fixed) Object.assign(d, dataset(d.source, d.look, how, -d.order)); });
        chart.options.scales.y = yAxis(how);
        chart.options.scales.y.grid.drawTicks = false;
        draw();
      };
      draw();
      H.redrawn(draw);
      handle.hidden.forEach((i) => chart.setDatasetVisibility(i, false));
      how.group.join(chart);
      H.readable(chart);
    });
    return handle;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
