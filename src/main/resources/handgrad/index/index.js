/** Puts the index together from its data. */
(function (H) {
  'use strict';

  H.drawAll = () => {};

  const data = JSON.parse(document.getElementById('data').textContent);
  const page = document.getElementById('page');

  function skipped(sentences) {
    return sentences.length === 0 ? null : H.el('div', { class: 'notice warn', role: 'note' },
      H.el('p', {}, H.many(sentences.length, 'file is', 'files are') + ' not shown:'), H.el('ul', {}, sentences.map((s) => H.el('li', {}, H.said(s)))));
  }

  function empty() {
    return H.el('section', { class: 'card', id: 'runs' }, H.el('h2', {}, 'No runs yet'),
      H.el('p', {}, 'There are no records in this folder. Train something, and it is listed here:'), H.el('pre', {}, './handgrad run xor-cross-entropy'));
  }

  /** The bar that says what is ticked, and leads to the comparison. */
  function bar(clear) {
    const said = H.el('output', {});
    const go = H.button('Compare', () => {
      const title = document.getElementById('compare-title');
      title.scrollIntoView({ behavior: H.still() ? 'auto' : 'smooth' });
      title.focus({ preventScroll: true });
    }, { class: 'go' });
    const element = H.el('div', { class: 'bar' }, said, go, H.button('Clear', clear));
    element.hidden = true;
    return { element, show(count) {
      element.hidden = count === 0;
      go.disabled = count < 2;
      said.textContent = H.many(count, 'run') + ' ticked' + (count < 2 ? '; tick another to compare' : '');
    } };
  }

  function all(rows) {
    H.tellApart(rows);
    const groups = H.grouped(rows);
    const slots = new Map();
    const count = H.el('p', { class: 'count', role: 'status' });
    const runs = groups.reduce((sum, group) => sum + (group.runs ? group.runs.length : 1), 0);
    const comparison = H.comparison();
    const changed = () => { table.mark(slots); below.show(slots.size); comparison.show(slots); };
    let waiting = false;
    const ticked = (run, on) => {
      const taken = new Set(slots.values());
      if (on && !slots.has(run)) slots.set(run, [...Array(taken.size + 1).keys()].find((i) => !taken.has(i)));
      if (!on) slots.delete(run);
      if (!waiting) queueMicrotask(() => { waiting = false; changed(); });
      waiting = true;
    };
    const below = bar(() => { slots.clear(); changed(); });
    const filter = H.filter(groups, () => render());
    const table = H.runTable(groups, ticked, filter.accepts);
    const render = () => {
      const shown = table.render();
      count.textContent = shown === runs ? H.many(runs, 'run') : H.count(shown) + ' of ' + H.many(runs, 'run');
    };
    const section = H.section('runs', 'Runs', filter.element, count, H.scroller('Runs', table.element),
      H.note('Loss and score are those of a run’s own gradient where it has one, else of its first engine. Of a study the mean of its runs is shown, with their smallest and largest; its curve is the mean at each step of the runs that came so far, in a band from the lowest to the highest. Small curves have a log axis each of its own. Tick two runs or more to compare them.'));
    render();
    return [section, comparison.element, below.element];
  }

  page.append(...[skipped(data.skipped), ...(data.runs.length > 0 ? all(data.runs) : [empty()])].filter(Boolean));
  document.documentElement.classList.add('ready');
})(globalThis.Handgrad);
