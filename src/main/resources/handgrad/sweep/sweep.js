/** Puts the page of a sweep together from its data. */
(function (H) {
  'use strict';

  H.drawAll = () => {};

  const data = JSON.parse(document.getElementById('data').textContent);
  H.page = { title: data.title };
  data.combinations.forEach((row) => Object.assign(row, { share: row.learned / row.runs, interval: H.wilson(row.learned, row.runs) }));

  const command = (words) => H.el('pre', {}, words);
  const run = (name, one) => H.el('div', {}, H.el('h3', {}, name, H.el('small', {}, ' loss ' + H.show(one.loss))), command(one.command));

  function levels() {
    if (data.levels.length === 0) return null;
    return H.section('levels', 'Where the others ended', H.scroller('Where the others ended', H.table(['near loss', 'runs', 'from', 'to', 'one of them'],
      data.levels.map((level) => [H.show(level.median), H.count(level.runs), H.show(level.least), H.show(level.most), H.el('code', {}, level.command)]))),
      data.elsewhere > 0 ? H.note(H.many(data.elsewhere, 'run') + ' ended elsewhere.') : null,
      H.note('Losses of which each is at most 1 % from the next stand in one row.'));
  }

  const spread = H.spreadPart(data);
  const rows = H.rowsPart(data, (some, name) => spread.show(some, name));
  const map = H.mapPart(data, (cell, name) => spread.show(cell.rows, name));
  document.getElementById('page').append(...[
    H.el('div', { class: 'verdict' }, H.el('p', { class: 'sentence' }, data.verdict.replaceAll(' %', '\u00a0%'))),
    H.el('p', { class: data.checked === 0 ? 'note' : 'notice ' + (data.agrees ? 'good' : 'bad') }, H.said(data.checks)),
    H.el('p', { class: 'question' }, H.said(data.question)),
    map, spread, levels(), rows,
    data.combinations.length < data.all ? H.note('This page has the first ' + H.count(data.combinations.length) + ' combinations; combinations.csv has all ' + H.count(data.all) + '.') : null,
    H.section('again', 'Again', run('The best run,', data.best), run('The worst run,', data.worst), H.el('h3', {}, 'The sweep'), command(data.command),
      H.note('The first two train in full, with DL4J beside. What is done of the sweep is kept in journal.txt; runs.csv has every run.')),
  ].filter(Boolean));
  document.documentElement.classList.add('ready');
})(globalThis.Handgrad);
