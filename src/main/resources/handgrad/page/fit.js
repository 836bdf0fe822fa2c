/** Of a regression, what is answered beside what is true. */
(function (H) {
  'use strict';

  const SIDE = 340;
  const EDGE = 46;

  /** Points of an output; on the line an answer is right. */
  function scatter(output, engine) {
    const truth = output.truth.map(H.number);
    const answers = output.answers.map(H.number);
    const all = [...truth, ...answers].filter((v) => Number.isFinite(v));
    const [low, high] = all.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
    const canvas = H.el('canvas', { class: 'scatter', role: 'img', 'aria-label': 'Answers of ' + engine + ' to output ' + output.unit + ' against the true values, from ' + H.show(low, 3) + ' to ' + H.show(high, 3) });
    const at = (v) => EDGE + ((v - low) / (high - low || 1)) * (SIDE - EDGE - 8);
    function paint() {
      const ratio = devicePixelRatio || 1;
      canvas.width = canvas.height = SIDE * ratio;
      const g = canvas.getContext('2d');
      g.scale(ratio, ratio);
      g.strokeStyle = H.colour('hair');
      g.strokeRect(EDGE, 8, SIDE - EDGE - 8, SIDE - EDGE - 8);
      g.setLineDash([6, 4]);
      g.strokeStyle = H.colour('soft');
      g.beginPath();
      g.moveTo(at(low), SIDE - at(low));
      g.lineTo(at(high), SIDE - at(high));
      g.stroke();
      g.fillStyle = H.colour('line1');
      truth.forEach((t, i) => {
        if (!Number.isFinite(answers[i])) return;
        g.beginPath();
        g.arc(at(t), SIDE - at(answers[i]), 3, 0, 7);
        g.fill();
      });
      g.fillStyle = H.colour('soft');
      g.font = '12px ' + getComputedStyle(document.body).fontFamily;
      g.fillText(H.show(low, 3), EDGE, SIDE - EDGE + 16);
      g.textAlign = 'center';
      g.fillText('true', (SIDE + EDGE) / 2, SIDE - EDGE + 32);
      g.textAlign = 'right';
      g.fillText(H.show(high, 3), SIDE - 8, SIDE - EDGE + 16);
      g.fillText(H.show(low, 3), EDGE - 5, SIDE - EDGE);
      g.fillText(H.show(high, 3), EDGE - 5, 18);
      g.translate(14, (SIDE - EDGE) / 2);
      g.rotate(-Math.PI / 2);
      g.textAlign = 'center';
      g.fillText('answered', 0, 0);
    }
    H.whenNear(canvas, () => { paint(); H.redrawn(paint); });
    const lost = answers.filter((v) => !Number.isFinite(v)).length;
    return H.el('figure', {}, canvas, H.el('figcaption', {}, 'output ' + output.unit + (lost > 0 ? ', ' + H.many(lost, 'answer') + ' not finite' : '')));
  }

  H.fitPart = function (page) {
    const fit = page.fit;
    if (!fit || !fit.outputs?.length) return null;
    const drawn = fit.outputs[0].truth.length;
    const rows = () => [['output', 'true', 'answered'], ...fit.outputs.flatMap((o) => o.truth.map((t, i) => [o.unit, t, o.answers[i]]))];
    const section = H.section('fit', 'Answered against true',
      H.note('The training set at the end, ', H.said(fit.engine), (drawn < fit.of ? ', ' + H.count(drawn) + ' of ' + H.many(fit.of, 'sample') : ', ' + H.many(fit.of, 'sample')) + '. On the dashed line an answer is right.'),
      H.el('div', { class: 'scatters' }, fit.outputs.map((output) => scatter(output, fit.engine))),
      H.details('The answers as a table', () => H.scroller('Answers', H.table(rows()[0], rows().slice(1, 401).map((r) => r.map((v) => H.show(v, 6)))))));
    section.tools.append(H.csvButton('answers', rows));
    return section;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
