/** The share that learns, over two settings as a heat map, over one as a curve with its band. */
(function (H) {
  'use strict';

  const COLOURS = ['heat0', 'heat1', 'heat2'];
  const svg = function (tag, attributes, text) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    if (text !== undefined) element.textContent = text;
    return element;
  };

  /** Arrow keys go from cell to cell; only one of them is on the way of the tab key. */
  function arrows(grid) {
    grid.forEach((row, i) => row.forEach((cell, j) => {
      cell.tabIndex = i + j === 0 ? 0 : -1;
      cell.addEventListener('keydown', (event) => {
        const [di, dj] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key] || [0, 0];
        const next = grid[i + di]?.[j + dj];
        if (di === dj || !next) return;
        event.preventDefault();
        cell.tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
      });
    }));
  }

  function cellOf(name, cell, said) {
    const button = H.button('', () => said(cell, name), { class: 'share', 'aria-label': H.spoken(name, cell), title: H.spoken(name, cell) });
    button.append(H.el('b', {}, H.share(cell.share)), H.el('small', {}, H.share(cell.interval[0]).replace(' %', '') + ' – ' + H.share(cell.interval[1]).replace(' %', '')));
    button.addEventListener('focus', () => said(cell, name));
    const paint = () => {
      const rgb = H.between(COLOURS, cell.share);
      button.style.backgroundColor = H.css(rgb);
      button.style.color = H.inkOn(rgb);
    };
    paint();
    H.redrawn(paint);
    return button;
  }

  function heat(axes, rows, x, y, said) {
    const grid = axes[y].values.map((down) => axes[x].values.map((across) => {
      const those = rows.filter((row) => row.values[x] === across && row.values[y] === down);
      return those.length === 0 ? null : cellOf(axes[x].name + ' ' + across + ', ' + axes[y].name + ' ' + down, H.together(those), said);
    }));
    arrows(grid.map((row) => row.filter(Boolean)));
    return H.el('table', { class: 'map' }, H.el('caption', {}, 'Share that learned; across ', H.said(axes[x].name), ', down ', H.said(axes[y].name)),
      H.el('thead', {}, H.el('tr', {}, H.el('th', {}, ''), axes[x].values.map((v) => H.el('th', { scope: 'col' }, H.said(v))))),
      H.el('tbody', {}, grid.map((row, i) => H.el('tr', {}, H.el('th', { scope: 'row' }, H.said(axes[y].values[i])), row.map((cell) => H.el('td', {}, cell || '–'))))));
  }

  function curve(axis, cells, said) {
    const [wide, high, left, bottom] = [760, 300, 60, 44];
    const numbers = axis.values.map(Number);
    const logarithmic = numbers.every((v) => v > 0) && numbers.length > 2 && Math.max(...numbers) / Math.min(...numbers) > 20;
    const placed = numbers.some(Number.isNaN) ? numbers.map((_, i) => i) : logarithmic ? numbers.map(Math.log) : numbers;
    const [least, most] = [Math.min(...placed), Math.max(...placed)];
    const px = (i) => left + 20 + ((wide - left - 40) * (placed[i] - least)) / (most - least || 1);
    const py = (share) => 12 + (high - bottom - 12) * (1 - share);
    const order = placed.map((_, i) => i).sort((a, b) => placed[a] - placed[b]);
    const path = (value, some) => some.map((i, k) => (k ? 'L' : 'M') + px(i).toFixed(1) + ' ' + py(value(cells[i])).toFixed(1)).join(' ');
    const picture = svg('svg', { viewBox: `0 0 ${wide} ${high}`, class: 'curve', role: 'group', 'aria-label': 'Share that learned by ' + axis.name });
    [0, 0.25, 0.5, 0.75, 1].forEach((share) => picture.append(svg('line', { x1: left, x2: wide, y1: py(share), y2: py(share), class: 'rule' }),
      svg('text', { x: left - 8, y: py(share) + 4, class: 'tick-y' }, 100 * share + ' %')));
    picture.append(svg('path', { class: 'band', d: path((c) => c.interval[1], order) + path((c) => c.interval[0], [...order].reverse()).replace('M', ' L') + ' Z' }),
      svg('path', { class: 'line', d: path((c) => c.share, order) }));
    let last = -Infinity;
    order.forEach((i) => {
      const dot = svg('circle', { cx: px(i), cy: py(cells[i].share), r: 6, tabindex: 0, role: 'img', 'aria-label': H.spoken(axis.name + ' ' + axis.values[i], cells[i]) });
      dot.addEventListener('focus', () => said(cells[i], axis.name + ' ' + axis.values[i]));
      dot.addEventListener('mouseenter', () => said(cells[i], axis.name + ' ' + axis.values[i]));
      picture.append(dot);
      if (px(i) - last > 48) {
        picture.append(svg('text', { x: px(i), y: high - bottom + 20, class: 'tick-x' }, Number.isNaN(numbers[i]) ? axis.values[i] : H.show(numbers[i], 3)));
        last = px(i);
      }
    });
    picture.append(svg('text', { x: (left + wide) / 2, y: high - 4, class: 'tick-x' }, axis.name + (logarithmic ? ', logarithmic' : '')));
    return H.scroller('Curve', picture);
  }

  const chooser = function (label, options, chosen, changed) {
    const select = H.el('select', {}, options.map((option, i) => H.el('option', { value: i, selected: i === chosen }, option)));
    select.addEventListener('change', () => changed(Number(select.value)));
    return H.el('label', {}, label + ' ', select);
  };

  /** Nothing where nothing varies but the seed. `said` is told of a cell that is looked at. */
  H.mapPart = function (data, said) {
    const varying = data.axes.map((axis, i) => ({ ...axis, i })).filter((axis) => axis.values.length > 1);
    if (varying.length === 0) return null;
    const names = varying.map((axis) => axis.name);
    const rows = data.combinations.map((row) => ({ ...row, values: varying.map((axis) => row.values[axis.i]) }));
    if (varying.length === 1) {
      const cells = varying[0].values.map((value) => H.together(rows.filter((row) => row.values[0] === value)));
      return H.section('map', 'Share that learned', curve(varying[0], cells, said), H.note('The band is Wilson’s interval of 95 %.'));
    }
    const state = { x: 0, y: 1, only: varying.map(() => -1) };
    const place = H.el('div', {});
    const draw = function () {
      const kept = rows.filter((row) => state.only.every((v, k) => k === state.x || k === state.y || v < 0 || row.values[k] === varying[k].values[v]));
      place.replaceChildren(H.el('div', { class: 'tools' }, chooser('Across', names, state.x, (v) => { if (v === state.y) state.y = state.x; state.x = v; draw(); }),
        chooser('down', names, state.y, (v) => { if (v === state.x) state.x = state.y; state.y = v; draw(); }),
        varying.map((axis, k) => (k === state.x || k === state.y ? null
          : chooser(axis.name, ['all together', ...axis.values], state.only[k] + 1, (v) => { state.only[k] = v - 1; draw(); })))),
      H.scroller('Heat map', heat(varying, kept, state.x, state.y, said)));
    };
    draw();
    return H.section('map', 'Share that learned', place, H.note('Below each share are the ends of Wilson’s interval of 95 %. Arrow keys go from cell to cell; the distribution below follows.'));
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
