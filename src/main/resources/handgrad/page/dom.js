/** Makes elements. Whatever comes from the data goes in as text, in an element that isolates its direction. */
(function (H) {
  'use strict';

  /** An element; attributes that are null, undefined or false are left out; strings among the children become text. */
  H.el = function (tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== undefined && value !== false) {
        element.setAttribute(name, value === true ? '' : String(value));
      }
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
  };

  /** A text of the data: shown as it is, its writing direction kept to itself. */
  H.said = (text) => H.el('bdi', {}, String(text));

  H.button = function (label, onClick, attributes) {
    const button = H.el('button', { type: 'button', ...attributes }, label);
    button.addEventListener('click', onClick);
    return button;
  };

  let ids = 0;
  H.id = (prefix) => prefix + '-' + ++ids;

  /** A part of the page with its heading; `tools` stand beside the heading. */
  H.section = function (id, title, ...children) {
    const heading = H.el('h2', { id: id + '-title' }, title);
    const tools = H.el('div', { class: 'tools' });
    const section = H.el('section', { id, class: 'card', 'aria-labelledby': id + '-title' },
      H.el('div', { class: 'card-head' }, heading, tools), ...children);
    section.tools = tools;
    return section;
  };

  H.note = (...children) => H.el('p', { class: 'note' }, ...children);

  /** A box that scrolls sideways by itself, also by the keyboard. */
  H.scroller = (label, ...children) =>
    H.el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': label }, ...children);

  /** What is behind a picture, closed; it is made when it is opened first. */
  H.details = function (summary, make) {
    const details = H.el('details', {}, H.el('summary', {}, summary));
    details.addEventListener('toggle', () => {
      if (details.open && !details.made) {
        details.made = true;
        details.append(make());
      }
    });
    return details;
  };

  H.swatch = (kind) => H.el('span', { class: 'swatch ' + kind, 'aria-hidden': 'true' });

  /** Words joined as in a sentence. */
  H.list = (words) => (words.length < 2 ? words.join('') : words.slice(0, -1).join(', ') + ' and ' + words.at(-1));
})((globalThis.Handgrad = globalThis.Handgrad || {}));
