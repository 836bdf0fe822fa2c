/** Puts the page together from its data. */
(function (H) {
  'use strict';

  /** What a page begins with that has a mistake to tell of. */
  const LEAD = ['mistake', 'stations'];

  const PARTS = ['judged', 'worst', 'findings', 'checks', 'loss', 'runs', 'gradient', 'maps', 'layers', 'activations', 'scores',
    'fit', 'confusion', 'misread', 'hidden', 'surface', 'outputs', 'parameters', 'witnesses', 'configuration', 'provenance', 'repeat'];

  /** Links to the parts. */
  function contents(sections) {
    return H.el('nav', { 'aria-label': 'On this page' }, H.el('ul', {}, sections.map((s) =>
      H.el('li', {}, H.el('a', { href: '#' + s.id }, s.querySelector('h2').textContent)))));
  }

  /** A part that cannot be made says so, and the others are there. */
  function made(name, page) {
    try {
      return H[name + 'Part'](page);
    } catch (error) {
      console.error(name, error);
      return H.section(name, name, H.el('p', { class: 'notice bad' }, 'This part could not be made from the data: ', H.said(error.message)));
    }
  }

  const page = JSON.parse(document.getElementById('data').textContent);
  page.engines = page.engines || [];
  H.page = page;
  H.header(page);
  const parts = (names) => names.map((name) => made(name, page)).filter(Boolean);
  const lead = parts(LEAD);
  const rest = parts(PARTS);
  document.getElementById('page').append(...[H.verdictPart(page), ...lead, H.glancePart(page), contents([...lead, ...rest]), ...rest].filter(Boolean));
  if (location.hash.length > 1) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  document.documentElement.classList.add('ready');
})(globalThis.Handgrad);
