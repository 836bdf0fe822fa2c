/** Runs beside each other: their losses in one chart, their options in one table. */
(function (H) {
  'use strict';

  function sample(look) {
    const line = H.svg('line', { x1: 1, x2: 29, y1: 5, y2: 5, 'stroke-width': 2.5, 'stroke-dasharray': look.dash.join(' ') || 'none' });
    line.style.stroke = 'var(--' + look.colour + ')';
    return H.svg('svg', { viewBox: '0 0 30 10', width: 30, height: 10, 'aria-hidden': 'true' }, line);
  }

  /** The runs of the table of options: figures first, then every option that any of them has. */
  function facts(runs) {
    const figures = H.COLUMNS.filter((column) => column.show).map((column) => [column.name, runs.map((run) => column.show(column.value(run), run))]);
    const names = [...new Set(runs.flatMap((run) => run.options.map((option) => option[0])))];
    const options = names.map((name) => [name, runs.map((run) => run.options.find((option) => option[0] === name)?.[1] ?? '–')]);
    return [...options, ...figures.filter(([name]) => !names.includes(name))];
  }

  function table(runs, looks, onlyDifferences) {
    const rows = facts(runs).map(([name, values]) => {
      const differs = new Set(values).size > 1;
      if (onlyDifferences && !differs) return null;
      return H.el('tr', { class: differs ? 'differs' : null }, H.el('th', { scope: 'row' }, H.said(name), differs ? H.el('span', { class: 'pill warn' }, '≠') : null),
        values.map((value) => H.el('td', {}, H.said(value))));
    }).filter(Boolean);
    const head = H.el('tr', {}, H.el('th', { scope: 'col' }, 'option'), runs.map((run) =>
      H.el('th', { scope: 'col' }, sample(looks.get(run)), ' ', H.link(run) ? H.el('a', { href: H.link(run) }, H.said(H.named(run))) : H.said(H.named(run)))));
    return rows.length > 0 ? H.scroller('Options of the runs', H.el('table', { class: 'options' }, H.el('caption', { class: 'unseen' }, 'Options side by side'), H.el('thead', {}, head), H.el('tbody', {}, rows)))
      : H.note('Their options are the same.');
  }

  const toggle = (label, on, change) => {
    const box = H.el('input', { type: 'checkbox', checked: on });
    box.addEventListener('change', () => change(box.checked));
    return H.el('label', { class: 'switch' }, box, label);
  };

  /** The part of the page; `show` takes the runs that are ticked, and the place of each among the colours. */
  H.comparison = function () {
    const how = { log: true, only: false, band: true };
    let runs = [];
    let drawn = [];
    let looks = new Map();
    const step = H.el('p', { class: 'read' });
    const legend = H.el('ul', { class: 'legend' });
    const options = H.el('div', {});
    const section = H.section('compare', 'Comparison');
    const read = (at, leaves) => {
      step.textContent = (leaves ? 'A loss that grows without bounds leaves the chart at its top. ' : '') + (at === null ? 'At the end:' : 'At step ' + H.count(at) + ':');
      [...legend.children].forEach((entry, i) => {
        const { curve } = drawn[i];
        const value = !curve ? null : at === null ? curve.values.at(-1) : at > curve.steps.at(-1) ? null : curve.values[H.nearest(curve.steps, at)];
        entry.lastChild.textContent = H.show(value, 4);
      });
    };
    const chart = H.overlay(read);
    const draw = () => { if (!section.hidden) chart.draw(drawn, looks, how.log); };
    const choose = () => {
      const banded = H.banded(runs);
      bands.hidden = banded.length === runs.length;
      drawn = how.band ? banded : runs;
      drawn.filter((one) => one.first).forEach((one) => looks.set(one, looks.get(one.first)));
      legend.replaceChildren(...drawn.map((one) => H.el('li', {}, sample(looks.get(one)), H.said(H.named(one)), H.el('b', {}))));
      read(null, false);
      draw();
    };
    const bands = toggle('studies as mean and band', true, (on) => { how.band = on; choose(); });
    const list = () => options.replaceChildren(table(runs, looks, how.only));
    section.tools.append(bands, toggle('log axis', true, (on) => { how.log = on; draw(); }));
    section.append(chart.element, step, legend, H.el('div', { class: 'card-head' }, H.el('h3', {}, 'Options'),
      H.el('div', { class: 'tools' }, toggle('differences only', false, (on) => { how.only = on; list(); }))), options);
    section.querySelector('h2').tabIndex = -1;
    section.hidden = true;
    new ResizeObserver(draw).observe(chart.element);

    return {
      element: section,
      show(slots) {
        runs = [...slots.keys()];
        looks = new Map([...slots].map(([run, slot]) => [run, H.line(slot)]));
        section.hidden = runs.length < 2;
        if (section.hidden) return;
        choose();
        list();
      },
    };
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
