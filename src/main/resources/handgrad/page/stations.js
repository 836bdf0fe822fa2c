/** The network from the inputs to the loss, with the place of the mistake in it. */
(function (H) {
  'use strict';

  const SIGNS = { right: '✓ ', wrong: '✗ ', 'right at a kink': '✓ ' };

  const here = () => H.el('span', { class: 'pill bad here' }, 'the mistake is here');

  function node(one) {
    return H.el('li', { class: 'station ' + one.state + (one.here ? ' is-here' : '') },
      H.el('b', {}, SIGNS[one.state] || '', H.said(one.name)), H.el('span', {}, H.said(one.about)), one.here ? here() : null);
  }

  /** The gradient of a parameter, with how much of it is wrong. */
  const gradient = (part) => H.el('span', { class: part.verdict === 'wrong' ? 'is-bad' : null },
    H.said(H.math(part.name)), ' ', part.verdict === 'wrong' ? '✗ ' + H.count(part.wrong) + ' of ' + H.count(part.size) : (SIGNS[part.verdict] || '') + part.verdict);

  function link(one) {
    return H.el('li', { class: 'line-between' + (one.here || one.passes ? ' is-here' : '') },
      ...one.parts.map(gradient),
      one.passes ? H.el('span', { class: 'is-bad' }, H.said(H.math(one.passes)), ' ?') : null,
      one.here || one.passes ? here() : null);
  }

  H.stationsPart = function (page) {
    const { nodes, links } = page.stations || {};
    if (!nodes?.length) return null;
    const row = nodes.flatMap((one, i) => [node(one), ...(links[i] ? [link(links[i])] : [])]);
    return H.section('stations', [...nodes, ...links].some((one) => one.here || one.passes) ? 'Where it is' : 'The network',
      H.el('ol', { class: nodes.length > 5 ? 'stations deep' : 'stations', 'aria-label': 'The network, from the inputs to the loss' }, row));
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
