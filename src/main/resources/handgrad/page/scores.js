/** Scores through training: accuracy, or R². */
(function (H) {
  'use strict';

  /** R² has no lower end, and a bad start would press all that comes later flat: an axis ends half below where the curves end. */
  H.bottom = function (series) {
    const last = series.map((s) => H.finite(s.values).at(-1) ?? 0);
    return Math.floor(2 * Math.min(0, ...last)) / 2 - 0.5;
  };

  H.scoresPart = function (page) {
    const train = page.trainScores || [];
    const test = page.testScores || [];
    const all = [...train.map((s) => [s, 'training']), ...test.map((s) => [s, 'test'])].filter(([s]) => s.steps.length > 0);
    if (all.length === 0) return null;
    const series = all.map(([s, set]) => ({ ...s, name: s.name + ', ' + set }));
    const study = page.kind === 'study';
    const looks = all.map(([s, set], i) => {
      const engine = page.engines.indexOf(s.name);
      if (study || engine < 0) return H.line(i);
      const colour = set === 'test' ? 'line3' : 'line1';
      return engine === 0 ? { colour, dash: [], width: 4 } : { colour: set === 'test' ? 'deep3' : 'deep1', dash: [[6, 5], [2, 4]][(engine - 1) % 2], width: 2 };
    });
    const name = page.scoreName || 'score';
    const group = H.group(series);
    const bottom = name === 'accuracy' ? undefined : H.bottom(series);
    const below = bottom === undefined ? [] : series.filter((s) => H.finite(s.values).some((v) => v < bottom)).map((s) => s.name);
    const panel = H.panel(null, name, series, { label: name + ' over training steps', axis: name, group, looks, height: 260, suggestedMax: 1, suggestedMin: name === 'accuracy' ? 0 : undefined, bottom,
      remark: below.length > 0 ? 'The chart begins at ' + H.show(bottom) + '. Lower at first: ' + H.list(below) + '.' : null });
    const section = H.section('scores', name[0].toUpperCase() + name.slice(1), panel.node);
    if (panel.handle) section.tools.append(...H.zoomButtons(group));
    section.tools.append(panel.csv);
    return section;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
