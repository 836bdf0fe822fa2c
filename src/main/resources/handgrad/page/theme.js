/** Colours for what is drawn: those of the style sheet as it is now, light, dark or printing. */
(function (H) {
  'use strict';

  const dark = matchMedia('(prefers-color-scheme: dark)');
  const redraws = new Set();
  let known = new Map();

  /** A colour of the style sheet by its name. */
  H.colour = function (name) {
    if (!known.has(name)) {
      known.set(name, getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim());
    }
    return known.get(name);
  };

  H.rgb = function (name) {
    const hex = H.colour(name).slice(1);
    const wide = hex.length === 3 ? [...hex].map((c) => c + c).join('') : hex;
    return [0, 2, 4].map((i) => parseInt(wide.slice(i, i + 2), 16));
  };

  /** Between two or more colours of the style sheet, t from 0 to 1; an array of red, green and blue. */
  H.between = function (names, t) {
    const at = Math.max(0, Math.min(1, t)) * (names.length - 1);
    const i = Math.min(names.length - 2, Math.floor(at));
    const from = H.rgb(names[i]);
    const to = H.rgb(names[i + 1]);
    return from.map((c, k) => Math.round(c + (to[k] - c) * (at - i)));
  };

  H.css = (rgb) => 'rgb(' + rgb.join(',') + ')';

  /** Powers of ten beyond what is allowed at which a colour is as dark as it gets. */
  const DARKEST = 8;

  /** The colour of a share of what rounding allows, by its log10: pale up to 1, one scale for whatever is shown; null is exactly equal. */
  H.shareColour = (log10) => (log10 === null ? H.rgb('zero') : log10 <= 0 ? H.rgb('heat0')
    : H.between(['heat0', 'heat1', 'heat2'], Number.isFinite(log10) ? 0.35 + 0.65 * Math.min(1, log10 / DARKEST) : 1));

  /** What the colours mean. */
  H.shareKey = (...more) => H.el('p', { class: 'ramp' }, H.el('span', {}, H.swatch('zero'), 'equal to the last bit'),
    H.el('span', {}, H.swatch('pale'), 'within what rounding allows'), H.el('span', {}, H.swatch('ramp-heat'), 'beyond it, up to 1e' + DARKEST + ' times and more'), ...more);

  /** Black or white, whichever can be read on a colour. */
  H.inkOn = function (rgb) {
    const light = rgb.map((c) => (c / 255 <= 0.04045 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] > 0.179 ? '#000' : '#fff';
  };

  /** The line of the i-th curve: a colour of Okabe and Ito, and a dash, so that colour alone tells nothing. */
  const DASHES = [[], [7, 5], [2, 4], [12, 4, 2, 4], [4, 2], [16, 6], [1, 2]];
  H.line = (i) => ({ colour: 'line' + ((i % 7) + 1), dash: DASHES[(i + Math.floor(i / 7)) % 7] });

  /** Registers what is to be drawn again when the colours change. */
  H.redrawn = (redraw) => redraws.add(redraw);

  function redrawAll() {
    known = new Map();
    redraws.forEach((redraw) => redraw());
  }

  dark.addEventListener('change', redrawAll);

  // On paper the colours are the light ones, and everything is drawn, also what was never scrolled to.
  addEventListener('beforeprint', () => {
    document.documentElement.classList.add('printing');
    H.drawAll();
    redrawAll();
  });
  addEventListener('afterprint', () => {
    document.documentElement.classList.remove('printing');
    redrawAll();
  });

  H.still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
})((globalThis.Handgrad = globalThis.Handgrad || {}));
