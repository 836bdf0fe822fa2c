/** The plain parts: runs of a study, outputs, parameters, configuration, provenance, how to repeat it. */
(function (H) {
  'use strict';

  /** A link from the data: only to a file near by, never to another scheme or host. */
  const harmless = (link) => typeof link === 'string' && /^[^:?#\\]+$/.test(link) && !link.startsWith('/');

  H.runsPart = function (page) {
    const runs = page.runs;
    if (!runs || !runs.rows?.length) return null;
    const cells = runs.rows.map((row, i) => row.map((cell, j) =>
      (j === 0 && harmless(runs.links?.[i]) ? H.el('a', { href: runs.links[i].split('/').map(encodeURIComponent).join('/') }, H.said(cell)) : cell)));
    const section = H.tablePart('runs', 'The runs', runs, cells);
    const rows = section.querySelector('tbody').rows;
    (runs.marks || []).forEach((mark, i) => {
      if (!mark) return;
      rows[i].className = mark.kind === 'failed' ? 'fails' : 'differs';
      rows[i].cells[0].append(H.el('span', { class: 'pill ' + (mark.kind === 'failed' ? 'bad' : 'warn') }, H.said(mark.words)));
    });
    return section;
  };

  const plain = (id, title, table) => (table && table.rows?.length ? H.tablePart(id, title, table) : null);
  H.outputsPart = (page) => plain('outputs', 'Outputs', page.outputs);
  H.parametersPart = (page) => plain('parameters', 'Parameters', page.parameters);

  H.configurationPart = function (page) {
    const rows = page.configuration || [];
    if (rows.length === 0) return null;
    const header = ['setting', ...rows[0].values.map((_, i) => page.engines[i] ?? '')];
    const table = H.table(header, rows.map((r) => [r.key, ...r.values]));
    rows.forEach((r, i) => {
      if (r.differs) {
        table.tBodies[0].rows[i].className = 'differs';
        table.tBodies[0].rows[i].cells[0].append(H.el('span', { class: 'pill warn' }, 'differs'));
      }
    });
    const some = rows.some((r) => r.differs);
    const section = H.section('configuration', 'Configuration',
      rows[0].values.length > 1 ? H.note(some ? 'Rows that differ are marked.' : 'No row differs.') : null, H.scroller('Configuration', table));
    section.tools.append(H.csvButton('configuration', () => [[...header, 'differs'], ...rows.map((r) => [r.key, ...r.values, r.differs])]));
    return section;
  };

  H.provenancePart = (page) => (page.provenance?.length
    ? H.tablePart('provenance', 'Provenance', { header: ['what', 'which'], rows: page.provenance }) : null);

  function copy(text, from) {
    const selected = () => {
      const range = document.createRange();
      range.selectNodeContents(from);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return document.execCommand('copy');
    };
    return navigator.clipboard ? navigator.clipboard.writeText(text).then(() => true, selected) : Promise.resolve(selected());
  }

  function command(title, text) {
    const code = H.el('code', {}, H.said(text));
    const button = H.button('copy', () => copy(text, code).then((done) => {
      button.textContent = done ? 'copied' : 'press Ctrl+C';
      setTimeout(() => { button.textContent = 'copy'; }, 2000);
    }), { 'aria-label': 'Copy: ' + title });
    return H.el('div', { class: 'command' }, H.el('h3', {}, title), H.el('div', { class: 'line' }, H.el('pre', { tabindex: 0 }, code), button));
  }

  H.repeatPart = function (page) {
    const commands = page.commands || {};
    const parts = [commands.here ? command('Here', commands.here) : null, commands.python ? command('In Python', commands.python) : null].filter(Boolean);
    return parts.length > 0 ? H.section('repeat', 'Repeat it', ...parts) : null;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
