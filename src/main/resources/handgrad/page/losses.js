/** The losses, and beneath them how far the engines are apart. */
(function (H) {
  'use strict';

  /** The first engine broad and pale, the others dashed upon it: curves that agree can both be seen. */
  H.engineLooks = (series) => series.map((s, i) => {
    const engine = H.page.engines.indexOf(s.name);
    const at = engine < 0 ? i : engine;
    return at === 0 ? { colour: 'first', dash: [], width: 5 } : { ...H.line(at), width: 2 };
  });

  function losses(page, group) {
    const series = [...page.losses, ...(page.textbookLoss ? [{ ...page.textbookLoss, name: page.textbookLoss.name || 'textbook form' }] : [])];
    const study = page.kind === 'study';
    const looks = study ? series.map((s, i) => H.line(i)) : H.engineLooks(series).map((look, i) => (i < page.losses.length ? look : { colour: 'line7', dash: [2, 4], width: 2 }));
    const finite = series.flatMap((s) => H.finite(s.values));
    // Ten times between smallest and largest: a plain axis would show a corner.
    const log = finite.some((v) => v > 0) && Math.max(...extremes(finite)) > 10 * Math.max(1e-300, extremes(finite)[0]) && extremes(finite)[0] > 0;
    // One run that diverges must not press the others flat.
    const starts = study ? series.map((s) => H.number(s.values[0])).filter((v) => Number.isFinite(v) && v > 0) : [];
    const most = starts.length > 0 ? 100 * extremes(starts)[1] : 0;
    const beyond = series.filter((s) => H.finite(s.values).some((v) => v > most));
    const cut = most > 0 && beyond.length > 0;
    return H.panel(null, 'loss', series, { label: 'Loss over training steps', axis: 'loss', group, log, looks, height: 320, ceiling: cut ? most : null,
      remark: cut ? 'The chart ends at ' + H.brief(most) + '. Beyond it rose: ' + H.list(beyond.map((s) => s.name)) + '.' : null });
  }

  /** Smallest and largest; an array of 100,000 is too long to be arguments of a function. */
  function extremes(values) {
    let low = Infinity;
    let high = -Infinity;
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return [low, high];
  }

  H.lossPart = function (page) {
    if (!page.losses?.length) return null;
    const all = [...page.losses, ...(page.lossDifferences || []), ...(page.parameterDifferences || [])].filter((s) => s.steps.length > 0);
    if (all.length === 0) return null;
    const group = H.group(all);
    const first = H.said(page.engines[0] || '');
    const section = H.section('loss', page.kind === 'study' ? 'Losses of the runs' : 'Loss');
    const top = losses(page, group);
    const looks = (series) => series.map((s, i) => ({ colour: H.line(Math.max(1, page.engines.indexOf(s.name))).colour, dash: [[], [6, 4], [2, 3]][i % 3], width: 1.6 }));
    const panels = [top];
    if (page.lossDifferences?.length) {
      panels.push(H.panel(H.el('span', {}, 'Difference of the losses ', H.el('small', {}, '|', first, ' − other|')), 'loss difference', page.lossDifferences,
        { label: 'Absolute difference of the losses', axis: 'difference', group, log: true, absolute: true, countZeros: true, dots: true, spoken: 'loss difference', height: 170, looks: looks(page.lossDifferences), instead: same(page.lossDifferences) }));
    }
    if (page.parameterDifferences?.length) {
      const level = page.parameterTolerance == null ? null : { value: H.number(page.parameterTolerance), name: 'tolerance ' + H.brief(page.parameterTolerance) };
      panels.push(H.panel(H.el('span', {}, 'Difference of the parameters ', H.el('small', {}, 'largest, relative to the largest of its layer')), 'parameter difference', page.parameterDifferences,
        { label: 'Largest relative difference of the parameters, with the tolerance', axis: 'difference', group, log: true, countZeros: true, dots: true, spoken: 'parameter difference', height: 200, level, looks: looks(page.parameterDifferences), instead: same(page.parameterDifferences) }));
    }
    section.append(...panels.map((panel) => panel.node));
    const drawn = panels.filter((panel) => panel.handle);
    if (drawn.length > 0) {
      if (top.handle) section.tools.append(H.logSwitch([top.handle], top.handle.how.log));
      section.tools.append(...H.zoomButtons(group));
      section.append(H.note(H.el('span', { class: 'by-pointer' }, 'Drag across to zoom, double-click to reset' + (drawn.length > 1 ? '; the charts share their steps' : '') + '. Hover, or focus a chart and use the arrow keys, to read values.'),
        H.el('span', { class: 'by-touch' }, 'Tap a chart to read values; + and − zoom about the step that was read.')));
    }
    section.tools.append(...panels.map((panel) => panel.csv).filter(Boolean));
    if (page.engines.length === 1 && page.kind === 'run') section.append(H.el('p', { class: 'words' }, 'One engine was trained, so there is no difference to show.'));
    return section;
  };

  const same = (series) => (series.every((s) => H.tally(s).zeros === H.tally(s).all) ? 'Exactly 0 at every recorded step: the same to the last bit.' : null);
})((globalThis.Handgrad = globalThis.Handgrad || {}));
