/** The table of all runs: sorted by any column, studies with their runs under them. */
(function (H) {
  'use strict';

  const NEWEST = { column: H.COLUMNS.length - 1, descending: true };

  /** The cells of the head, and the button of each column that is sorted by. */
  function head(state, changed) {
    const cells = [];
    const buttons = H.COLUMNS.map((column, i) => {
      const sort = () => {
        const fresh = state.column !== i;
        state.descending = fresh ? column.name.startsWith('when') : !state.descending;
        state.column = i;
        changed();
      };
      const button = column.value ? H.button(column.name, sort, { class: 'sort' }) : null;
      if (!column.under) cells.push(H.el('th', { scope: 'col', role: 'columnheader', class: column.show ? 'number' : column.value ? null : 'curve' }));
      cells.at(-1).append(button || column.name);
      return button;
    });
    const tick = H.el('th', { scope: 'col', role: 'columnheader', class: 'tick' }, H.el('span', { class: 'unseen' }, 'compare'));
    return { row: H.el('tr', { role: 'row' }, tick, ...cells), buttons };
  }

  /** The table; `ticked` is told of every tick, `accepts` says which rows are shown and which studies stand open for it. */
  H.runTable = function (groups, ticked, accepts) {
    const state = { ...NEWEST };
    const open = new Set();
    const boxes = new Map();
    const top = head(state, () => table.render());
    const body = H.el('tbody', { role: 'rowgroup' });
    const element = H.el('table', { role: 'table', class: 'runs' }, H.el('caption', { class: 'unseen' }, 'All runs; press the name of a column to sort by it'),
      H.el('thead', { role: 'rowgroup' }, top.row), body);

    for (const group of groups) {
      group.made = group.runs
        ? H.studyRow(group.row, group.runs, ticked, () => { open[open.has(group) ? 'delete' : 'add'](group); table.render(); })
        : H.runRow(group.row, false, ticked);
      (group.runs || []).forEach((run) => boxes.set(run, H.runRow(run, true, ticked)));
      if (!group.runs) boxes.set(group.row, group.made);
    }

    const key = (group, column) => {
      const own = column.value(group.row);
      if (!group.runs || !column.show || column.name.startsWith('when')) return own;
      return H.values(column, group.runs).at(state.descending ? -1 : 0);
    };

    const table = {
      element,
      render() {
        const column = H.COLUMNS[state.column];
        const way = state.descending ? 'descending' : 'ascending';
        const sorted = top.buttons.filter(Boolean);
        sorted.forEach((button) => { button.className = 'sort'; button.parentElement.setAttribute('aria-sort', 'none'); });
        top.buttons[state.column].classList.add(way);
        top.buttons[state.column].parentElement.setAttribute('aria-sort', way);
        const rows = [];
        let shown = 0;
        for (const group of [...groups].sort((a, b) => H.compared(key(a, column), key(b, column), state.descending))) {
          const found = accepts(group);
          if (!found) continue;
          rows.push(group.made.tr);
          shown += group.runs ? found.runs.length : 1;
          if (!group.runs) continue;
          const unfolded = open.has(group) !== found.opened;
          group.made.fold.setAttribute('aria-expanded', String(unfolded));
          if (unfolded) {
            rows.push(...[...found.runs].sort((a, b) => H.compared(column.value(a), column.value(b), state.descending)).map((run) => boxes.get(run).tr));
          }
        }
        body.replaceChildren(...rows);
        return shown;
      },
      /** Shows which runs are ticked. */
      mark(chosen) {
        boxes.forEach(({ box, tr }, run) => { box.checked = chosen.has(run); tr.classList.toggle('chosen', box.checked); });
        groups.filter((group) => group.runs).forEach(({ runs, made: { box } }) => {
          const count = runs.filter((run) => chosen.has(run)).length;
          box.checked = count > 0 && count === runs.length;
          box.indeterminate = count > 0 && count < runs.length;
        });
      },
    };
    return table;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
