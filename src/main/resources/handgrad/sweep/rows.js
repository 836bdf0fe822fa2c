/** A row a combination: sorted by any column, found by words, saved as CSV. */
(function (H) {
  'use strict';

  function columns(data) {
    const number = (text) => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : text);
    return [
      ...data.axes.map((axis, i) => ({ name: axis.name, value: (row) => number(row.values[i]), show: (row) => row.values[i] })),
      { name: 'learned', value: (row) => row.learned, show: (row) => H.count(row.learned) + ' of ' + H.count(row.runs) },
      { name: 'share', value: (row) => row.share, show: (row) => H.share(row.share) },
      { name: '95 % from', value: (row) => row.interval[0], show: (row) => H.share(row.interval[0]) },
      { name: 'to', value: (row) => row.interval[1], show: (row) => H.share(row.interval[1]) },
      ...['least loss', 'lower quartile', 'median', 'upper quartile', 'largest'].map((name, k) => ({ name, value: (row) => H.number(row.losses[k]), show: (row) => H.show(row.losses[k], 4) })),
      { name: 'not finite', value: (row) => row.lost, show: (row) => H.count(row.lost) },
      { name: 'epochs of those that learned', value: (row) => row.epochs, show: (row) => (row.learned ? H.count(row.epochs) : '–') },
    ];
  }

  const before = (a, b) => (typeof a === 'number' && typeof b === 'number' ? (Number.isNaN(a) ? 1 : Number.isNaN(b) ? -1 : a - b) : String(a).localeCompare(String(b)));

  H.rowsPart = function (data, said) {
    const all = columns(data);
    const state = { column: -1, descending: false, words: '' };
    const body = H.el('tbody', {});
    const count = H.el('p', { class: 'count', role: 'status' });
    const heads = all.map((column, i) => H.el('th', { scope: 'col', class: 'number' }, H.button(column.name, () => {
      state.descending = state.column === i ? !state.descending : column.name === 'share' || column.name === 'learned';
      state.column = i;
      draw();
    }, { class: 'sort' })));
    const kept = function () {
      const words = state.words.toLowerCase().split(/\s+/).filter(Boolean);
      const text = (row) => data.axes.map((axis, i) => axis.name + ' ' + row.values[i] + ' ' + axis.name + '=' + row.values[i]).join(' ').toLowerCase();
      const rows = data.combinations.filter((row) => words.every((word) => text(row).includes(word)));
      if (state.column >= 0) {
        const { value } = all[state.column];
        rows.sort((a, b) => (state.descending ? -1 : 1) * before(value(a), value(b)));
      }
      return rows;
    };
    const draw = function () {
      const rows = kept();
      heads.forEach((th, i) => th.setAttribute('aria-sort', i !== state.column ? 'none' : state.descending ? 'descending' : 'ascending'));
      body.replaceChildren(...rows.map((row) => H.el('tr', {}, all.map((column) => H.el('td', { class: 'number' }, H.said(column.show(row)))))));
      count.textContent = rows.length === data.all ? H.many(data.all, 'combination') : H.count(rows.length) + ' of ' + H.many(data.all, 'combination');
      if (rows.length > 0) said(rows, rows.length === data.combinations.length ? 'All combinations' : H.many(rows.length, 'combination') + ' of the table');
    };
    const words = H.el('input', { type: 'search', id: 'words', placeholder: 'hidden=3 0.1 …', autocomplete: 'off', spellcheck: 'false' });
    words.addEventListener('input', () => { state.words = words.value; draw(); });
    const section = H.section('combinations', 'Combinations', H.el('search', { class: 'filter' }, H.el('label', { for: 'words' }, 'Find'), words), count,
      H.scroller('Combinations', H.el('table', { class: 'runs' }, H.el('thead', {}, H.el('tr', {}, heads)), body)));
    section.tools.append(H.csvButton('combinations', () => [all.map((column) => column.name), ...kept().map((row) => all.map((column) => column.value(row)))]));
    draw();
    return section;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
