/** Reads values off charts: by pointer, by touch and by arrow keys; charts of a group are read at the same step. */
(function (H) {
  'use strict';

  /** Draws the step that is read as a line, and a dot on each curve. */
  H.crosshair = {
    id: 'crosshair',
    afterDatasetsDraw(chart) {
      const step = chart.group && chart.group.at;
      if (step === null || step === undefined) return;
      const { ctx, chartArea: area, scales } = chart;
      const x = scales.x.getPixelForValue(step);
      if (x < area.left - 1 || x > area.right + 1) return;
      ctx.save();
      ctx.strokeStyle = H.colour('soft');
      ctx.beginPath();
      ctx.moveTo(x, area.top);
      ctx.lineTo(x, area.bottom);
      ctx.stroke();
      chart.data.datasets.forEach((dataset, i) => {
        if (dataset.fixed || !chart.isDatasetVisible(i)) return;
        const point = dataset.data[H.nearest(dataset.source.steps, step)];
        const y = scales.y.getPixelForValue(point.y);
        if (Number.isNaN(point.y) || y < area.top - 1 || y > area.bottom + 1) return;
        ctx.fillStyle = dataset.borderColor;
        ctx.beginPath();
        ctx.arc(scales.x.getPixelForValue(point.x), y, 3.5, 0, 7);
        ctx.fill();
      });
      ctx.restore();
    },
  };

  /** Curves that are read at once, at most. */
  const MOST = 12;

  /** Of many curves those nearest to the pointer, with the highest and the lowest; without a pointer the highest and lowest alone. */
  H.telling = function (ys, pointer) {
    const byHeight = ys.map((y, i) => [y, i]).filter(([y]) => !Number.isNaN(y)).sort((a, b) => a[0] - b[0]).map(([, i]) => i);
    if (byHeight.length <= MOST) return byHeight;
    const ends = pointer === null ? MOST / 2 : 2;
    const chosen = new Set([...byHeight.slice(0, ends), ...byHeight.slice(-ends)]);
    const near = [...byHeight].sort((a, b) => Math.abs(ys[a] - pointer) - Math.abs(ys[b] - pointer));
    for (const i of near) if (chosen.size < MOST) chosen.add(i);
    return byHeight.filter((i) => chosen.has(i));
  };

  /** What all charts of a group say at a step: [dataset, text], few of many. */
  function reading(group, step, from) {
    const rows = [];
    for (const chart of group.charts) {
      const shown = chart.data.datasets.filter((d, i) => !d.fixed && chart.isDatasetVisible(i));
      const at = shown.map((dataset) => H.nearest(dataset.source.steps, step));
      const all = shown.map((_, k) => k);
      const pointer = chart === from ? chart.pointer ?? null : null;
      const chosen = shown.length <= MOST ? all : H.telling(shown.map((dataset, k) => chart.scales.y.getPixelForValue(dataset.data[at[k]].y)), pointer);
      for (const k of chosen) {
        const { source } = shown[k];
        const off = source.steps[at[k]] === step ? '' : ' at ' + H.count(source.steps[at[k]]);
        rows.push([shown[k], H.show(chart.absolute ? Math.abs(H.number(source.values[at[k]])) : source.values[at[k]]) + off]);
      }
      if (chosen.length < shown.length) {
        rows.push([null, (pointer === null ? 'the highest and the lowest; ' : 'those near by, the highest and the lowest; ') + (shown.length - chosen.length) + ' more']);
      }
    }
    return rows;
  }

  /** Shows what is read at a step; `aloud` also to those who hear the page. */
  function show(chart, step, aloud) {
    const { group, box } = chart;
    group.at = step;
    group.charts.forEach((other) => {
      if (other !== chart) other.tip.hidden = true;
      other.draw();
    });
    const tip = chart.tip;
    const rows = reading(group, step, chart);
    chart.spoken.textContent = aloud ? 'step ' + H.count(step) + '. ' + rows.map(([dataset, text]) => (dataset ? dataset.spoken + ' ' : '') + text).join('. ') : '';
    tip.replaceChildren(H.el('b', {}, 'step ' + H.count(step)), ...rows.map(([dataset, text]) =>
      H.el('span', { class: 'row' }, dataset ? H.lineSample(dataset.look) : null, dataset ? H.said(dataset.spoken) : null, H.el('b', {}, text))));
    tip.hidden = false;
    const x = chart.scales.x.getPixelForValue(step);
    const left = x > box.clientWidth / 2 ? x - tip.offsetWidth - 12 : x + 12;
    tip.style.left = Math.max(0, Math.min(box.clientWidth - tip.offsetWidth, left)) + 'px';
    tip.style.top = chart.chartArea.top + 'px';
  }

  function hide(group) {
    group.at = null;
    group.charts.forEach((chart) => {
      chart.tip.hidden = true;
      chart.draw();
    });
  }

  /** The curve with the most steps: the one that is stepped along. */
  const longest = (chart) => chart.data.datasets.filter((d) => !d.fixed)
    .reduce((most, d) => (d.source.steps.length > most.length ? d.source.steps : most), []);

  function key(chart, event) {
    const { group } = chart;
    const steps = longest(chart).filter((s) => s >= chart.scales.x.min && s <= chart.scales.x.max);
    if (steps.length === 0) return;
    const i = group.at === null || group.at === undefined ? -1 : H.nearest(steps, group.at);
    const far = event.shiftKey ? 10 : 1;
    const to = { ArrowRight: i + far, ArrowLeft: i - far, Home: 0, End: steps.length - 1 }[event.key];
    if (to !== undefined) {
      chart.pointer = null;
      show(chart, steps[Math.max(0, Math.min(steps.length - 1, to))], true);
    }
    else if (event.key === '+') group.zoom(2);
    else if (event.key === '-') group.zoom(0.5);
    else if (event.key === '0') group.reset();
    else if (event.key === 'Escape') hide(group);
    else return;
    event.preventDefault();
  }

  /** Lets a chart be read. */
  H.readable = function (chart) {
    const canvas = chart.canvas;
    const point = (event) => {
      const { left, right, top, bottom } = chart.chartArea;
      if (event.offsetX < left || event.offsetX > right || event.offsetY < top || event.offsetY > bottom) return hide(chart.group);
      const steps = longest(chart);
      chart.pointer = event.offsetY;
      if (steps.length > 0) show(chart, steps[H.nearest(steps, chart.scales.x.getValueForPixel(event.offsetX))], false);
    };
    canvas.addEventListener('pointermove', point);
    canvas.addEventListener('pointerdown', point);
    canvas.addEventListener('pointerleave', () => hide(chart.group));
    canvas.addEventListener('blur', () => hide(chart.group));
    canvas.addEventListener('keydown', (event) => key(chart, event));
    canvas.addEventListener('dblclick', () => chart.group.reset());
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
