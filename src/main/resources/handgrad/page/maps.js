/** Each weight matrix as a map of how far the gradients are apart, entry by entry. */
(function (H) {
  'use strict';

  /** Size of an entry in pixels of the page. */
  function cellSize(width, across) {
    return Math.max(2, Math.min(40, (width - 10) / across));
  }

  function one(map, page) {
    const { rows, columns, block, against } = map;
    const log = H.unpack(map.share);
    const different = log.filter((v) => v !== null && Number.isFinite(v));
    const heading = H.el('h3', {}, H.said(H.math(block)), H.el('small', {}, ' against ', H.said(against), ', ' + rows + ' inputs × ' + columns + ' neurons'));
    if (different.length === 0) {
      const equal = log.filter((v) => v === null).length;
      return H.el('div', { class: 'panel' }, heading, H.el('p', { class: 'words' }, equal === log.length
        ? 'All ' + H.many(log.length, 'entry', 'entries') + ' are equal to the last bit.' : H.many(log.length - equal, 'entry', 'entries') + ' of ' + H.count(log.length) + ' cannot be compared: not finite' + (equal > 0 ? '; the others are equal to the last bit.' : '.')));
    }
    // The longer side goes across.
    const flipped = rows > columns;
    const across = flipped ? rows : columns;
    const down = flipped ? columns : rows;
    const place = (row, column) => (flipped ? [row, column] : [column, row]);
    const at = (x, y) => (flipped ? [x, y] : [y, x]);
    const equal = log.filter((v) => v === null).length;
    const canvas = H.el('canvas', { class: 'map', tabindex: 0, role: 'img', 'aria-label': 'Map of ' + block + ': ' + H.many(equal, 'entry', 'entries') + ' of ' + H.count(log.length) + ' equal to the last bit. Arrow keys read entries.' });
    const read = H.el('output', { class: 'read' });
    const idle = (equal > 0 ? H.many(equal, 'entry', 'entries') + ' of ' + H.count(log.length) + ' equal to the last bit. ' : '') + 'Hover, or use the arrow keys, to read an entry.';
    read.textContent = idle;
    const worst = map.worst && H.el('p', { class: 'worst' }, H.swatch('ring'), 'Worst: ', H.el('b', {}, H.said(H.math(block) + '[' + map.worst.row + ',' + map.worst.column + ']')),
      ' ', H.said(page.engines[0]), ' ' + H.show(map.worst.left, 17) + ', ', H.said(against), ' ' + H.show(map.worst.right, 17));
    let cursor = null;
    let size = 0;

    function paint() {
      size = cellSize(canvas.parentElement.clientWidth, across);
      const ratio = Math.max(1, Math.round(devicePixelRatio || 1));
      canvas.width = across * size * ratio;
      canvas.height = down * size * ratio;
      canvas.style.width = across * size + 'px';
      canvas.style.height = down * size + 'px';
      const g = canvas.getContext('2d');
      g.scale(ratio, ratio);
      const gap = size > 6 ? 1 : 0;
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const v = log[row * columns + column];
          const [x, y] = place(row, column);
          g.fillStyle = H.css(H.shareColour(v));
          const [left, top] = [Math.round(x * size), Math.round(y * size)];
          g.fillRect(left, top, Math.round((x + 1) * size) - left - gap, Math.round((y + 1) * size) - top - gap);
        }
      }
      if (map.worst) ring(g, map.worst.row, map.worst.column, H.colour('ink'));
      if (cursor) ring(g, cursor[0], cursor[1], H.colour('forward'));
    }

    function ring(g, row, column, colour) {
      const [x, y] = place(row, column);
      // About a small entry, within a large one.
      const out = size > 12 ? -2 : (9 - size) / 2 + 1;
      for (const [width, style] of [[4, H.colour('paper')], [2, colour]]) {
        g.strokeStyle = style;
        g.lineWidth = width;
        g.strokeRect(x * size - out, y * size - out, size + 2 * out, size + 2 * out);
      }
    }

    function point(row, column) {
      cursor = [Math.max(0, Math.min(rows - 1, row)), Math.max(0, Math.min(columns - 1, column))];
      const v = log[cursor[0] * columns + cursor[1]];
      read.textContent = H.math(block) + '[' + cursor.join(',') + '], input ' + cursor[0] + ', neuron ' + cursor[1] + ': '
        + (v === null ? 'equal to the last bit' : Number.isFinite(v) ? H.brief(10 ** v) + ' times what rounding allows' : 'not finite');
      paint();
    }

    canvas.addEventListener('pointermove', (event) => point(...at(Math.floor(event.offsetX / size), Math.floor(event.offsetY / size))));
    const leave = () => { cursor = null; read.textContent = idle; paint(); };
    canvas.addEventListener('pointerleave', leave);
    canvas.addEventListener('blur', leave);
    canvas.addEventListener('keydown', (event) => {
      const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key] || [0, 0];
      if (dx === 0 && dy === 0) return;
      event.preventDefault();
      const [x, y] = cursor ? place(...cursor) : place(map.worst?.row ?? 0, map.worst?.column ?? 0);
      point(...at(x + dx, y + dy));
    });
    const holder = H.el('div', { class: 'map-holder' }, canvas);
    H.whenNear(holder, () => { paint(); H.redrawn(paint); new ResizeObserver(() => cellSize(holder.clientWidth, across) !== size && paint()).observe(holder); });
    const name = 'map of ' + block + ' against ' + against;
    const grid = () => [['input', ...Array.from({ length: columns }, (_, c) => 'neuron ' + c)],
      ...Array.from({ length: rows }, (_, r) => [r, ...log.slice(r * columns, (r + 1) * columns)])];
    return H.el('div', { class: across > 24 ? 'panel wide' : 'panel' }, heading, worst, H.el('p', { class: 'axis' }, (flipped ? 'inputs' : 'neurons') + ' across, ' + (flipped ? 'neurons' : 'inputs') + ' down'), holder,
      H.shareKey(), read,
      H.details('The map as a table, log10 of the share of what rounding allows', () => H.el('div', {}, H.csvButton(name, grid),
        log.length > 2048 ? H.note('The first 16 neurons; the CSV has all ' + columns + '.') : null,
        H.scroller(name, H.table(...(([h, ...r]) => [h, r])(grid().map((row) => row.slice(0, log.length > 2048 ? 17 : undefined).map((c) => (typeof c === 'number' ? H.show(c, 4) : c ?? 'equal'))))))) ));
  }

  /** Whether an entry of a map is further off than rounding allows. */
  const beyond = (map) => H.unpack(map.share).some((v) => v !== null && !(v <= 0));

  H.mapsPart = function (page) {
    const maps = (page.weightMaps || []).filter((map) => map.share);
    const apart = page.apartAtTheEnd || [];
    if (maps.length === 0 && apart.length === 0) return null;
    const what = page.kind === 'verification' ? 'The error of each weight’s derivative, as a share of what rounding allows there.'
      : 'The difference of the gradients at the end of training, for each weight, as a share of what rounding allows.';
    const all = () => H.el('div', { class: 'maps' }, maps.map((map) => one(map, page)));
    const shown = maps.some(beyond) ? all() : H.details('The maps: every weight is within what rounding allows', all);
    return H.section('maps', 'Weight by weight', maps.length > 0 ? H.note(what) : null, maps.length > 0 ? shown : null,
      apart.length > 0 ? H.note(H.said(page.engines[0] + ' and ' + H.list(apart)), ' ended at different parameters. Their gradients there are those of two points, and are not compared weight by weight.') : null);
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
