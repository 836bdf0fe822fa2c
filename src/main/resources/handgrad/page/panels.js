/** Charts that share an axis: their zoom, their legends, their buttons. */
(function (H) {
  'use strict';

  /** Charts over the same steps, zoomed and read together. */
  H.group = function (allSeries) {
    let low = Infinity;
    let high = -Infinity;
    for (const series of allSeries) {
      low = Math.min(low, series.steps[0]);
      high = Math.max(high, series.steps.at(-1));
    }
    const group = {
      charts: [], at: null, now: null,
      range: () => ({ min: low, max: high > low ? high : low + 1 }),
      join(chart) {
        group.charts.push(chart);
        group.charts.sort((a, b) => a.canvas.getBoundingClientRect().top - b.canvas.getBoundingClientRect().top);
        if (group.now) chart.zoomScale('x', group.now, 'none');
      },
      to(range, but) {
        group.now = range;
        group.charts.filter((chart) => chart !== but).forEach((chart) => {
          chart.following = true;
          chart.zoomScale('x', range, 'none');
          chart.following = false;
        });
        group.changed(range.max - range.min < high - low);
      },
      follow(chart) {
        if (!chart.following) group.to({ min: chart.scales.x.min, max: chart.scales.x.max }, chart);
      },
      /** By a factor about the middle, or about the step that is read. */
      zoom(factor) {
        const { min, max } = group.now || group.range();
        const half = Math.max(1, (max - min) / factor / 2);
        const middle = Math.min(high - half, Math.max(low + half, group.at ?? (min + max) / 2));
        group.to({ min: Math.max(low, middle - half), max: Math.min(high, middle + half) });
      },
      reset: () => group.to(group.range()),
      changed() {},
    };
    return group;
  };

  /** Buttons that zoom a group, for those who cannot drag. */
  H.zoomButtons = function (group) {
    const reset = H.button('reset zoom', () => group.reset(), { class: 'reset' });
    reset.disabled = true;
    group.changed = (zoomed) => { reset.disabled = !zoomed; };
    return [H.button('+', () => group.zoom(2), { 'aria-label': 'zoom in' }),
      H.button('−', () => group.zoom(0.5), { 'aria-label': 'zoom out' }), reset];
  };

  /** A legend whose entries hide their curves. */
  H.legend = function (handle, series, looks, extra) {
    const toggle = (i) => function (event) {
      const shown = handle.hidden.delete(i);
      if (!shown) handle.hidden.add(i);
      event.currentTarget.setAttribute('aria-pressed', String(shown));
      if (handle.chart) {
        handle.chart.setDatasetVisibility(i, shown);
        handle.chart.update('none');
      }
    };
    const entries = [...series.map((s) => s.name), ...(extra ? [extra.name] : [])].map((name, i) =>
      H.button('', toggle(i), { class: 'entry', 'aria-pressed': 'true', title: 'hides or shows the curve' }));
    entries.forEach((entry, i) => entry.append(
      H.lineSample(looks[i] || { colour: 'limit', dash: [8, 5], width: 1.5 }), H.said(i < series.length ? series[i].name : extra.name)));
    const many = entries.length > 12;
    return H.el('div', { class: many ? 'legend many' : 'legend', role: 'group', 'aria-label': 'Curves' }, entries);
  };

  /** A switch between an axis of powers of ten and a plain one. */
  H.logSwitch = function (handles, log) {
    const box = H.el('input', { type: 'checkbox', checked: log });
    box.addEventListener('change', () => handles.forEach((handle) => {
      handle.how.log = box.checked;
      if (handle.rescale) handle.rescale(box.checked);
    }));
    return H.el('label', { class: 'switch' }, box, 'log y');
  };

  /** Whether there is a curve to draw: two values, on an axis of powers of ten two above 0. */
  const drawable = (series, how) => H.points(series, how).filter((p) => !Number.isNaN(p.y)).length > 1;

  /** A titled chart with legend, table and CSV; words where there is nothing to draw. */
  H.panel = function (title, name, series, how) {
    const looks = how.looks || series.map((s, i) => H.line(i));
    const kept = series.map((s, i) => [s, looks[i]]).filter(([s]) => drawable(s, how));
    const { details, csv } = H.behind(name, series);
    const head = title ? H.el('div', { class: 'panel-head' }, H.el('h3', {}, title), csv) : null;
    if (kept.length === 0) {
      return { node: H.el('div', { class: 'panel' }, head, H.el('p', { class: 'words' }, how.instead || H.instead(series, how.absolute)), details), csv: title ? null : csv };
    }
    const drawn = kept.map(([s]) => s);
    const missing = series.filter((s) => !drawn.includes(s)).map((s) => s.name);
    const handle = H.chart(drawn, { ...how, looks: kept.map(([, look]) => look) });
    const node = H.el('div', { class: 'panel' }, head,
      H.legend(handle, drawn, handle.how.looks, how.level), handle.box, H.remarks(series, how, missing), details);
    return { node, handle, csv: title ? null : csv };
  };

  /** What a chart cannot show, in words. */
  H.remarks = function (series, how, missing) {
    const words = how.remark ? [how.remark] : [];
    const tallies = series.map((s) => ({ name: s.name, ...H.tally(s) }));
    tallies.filter((t) => how.log && how.countZeros && t.zeros > 0).forEach((t) =>
      words.push((series.length > 1 ? t.name + ': e' : 'E') + 'xactly 0 at ' + H.count(t.zeros) + ' of ' + H.many(t.all, 'step') + ', which a log axis cannot show.'));
    tallies.filter((t) => t.notFinite > 0 && !how.sparse).forEach((t) =>
      words.push(t.name + ': not finite at ' + H.count(t.notFinite) + ' of ' + H.many(t.all, 'step') + ', first at step ' + H.count(t.firstNotFinite) + '; there the curve has a gap.'));
    if (missing.length > 0) words.push('Without a curve, for want of values: ' + missing.join('; ') + '.');
    const thinned = tallies.filter((t) => t.drawn < t.all);
    if (thinned.length > 0) {
      words.push('Of ' + H.many(thinned[0].all, 'recorded point') + ' a curve, this page holds the smallest and the largest of each stretch, to ten digits.');
    }
    return words.length > 0 ? H.note(H.said(words.join(' '))) : null;
  };

  /** @param absolute whether the panel is of sizes */
  H.instead = function (series, absolute) {
    const tallies = series.map(H.tally);
    if (tallies.every((t) => t.zeros === t.all)) return 'Exactly 0 at every recorded step.';
    const one = series.flatMap((s) => s.values.map((v, i) => [s.name, s.steps[i], H.number(v)])).filter(([, , v]) => Number.isFinite(v) && v !== null);
    return one.length === 0 ? 'No finite value was recorded.'
      : 'Too few values to draw: ' + one.map(([name, step, v]) => name + ' ' + H.show(absolute ? Math.abs(v) : v) + ' at step ' + H.count(step)).slice(0, 12).join(', ') + '.';
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
