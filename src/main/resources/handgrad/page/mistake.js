/** The mistake: what the program computes beside what is right, where to look for it, and how sure that is. */
(function (H) {
  'use strict';

  /** One mistake; `alone` where its sentence stands above the page already, `look` where to look for it, said once. */
  function slip(one, alone, look) {
    return H.el('div', { class: 'slip' },
      H.el('div', {},
        alone ? null : H.el('p', { class: 'slip-name' }, H.el('b', {}, H.said(one.name)), ', ', H.said(H.math(one.sentence))),
        H.el('p', { class: 'formula-of' }, 'your program computes'), H.formula(one.computes, 'bad'),
        H.el('p', { class: 'formula-of' }, 'right is'), H.formula(one.right, 'good')),
      look ? H.el('p', { class: 'look' }, H.el('b', {}, 'Where to look. '), H.said(H.math(look))) : null);
  }

  H.mistakePart = function (page) {
    const told = page.mistake;
    if (!told) return null;
    const [first, ...others] = told.readings || [];
    const slips = first ? first.slips : [];
    const look = (i) => (slips.slice(0, i).some((s) => s.look === slips[i].look) ? null : slips[i].look);
    const names = H.list([...new Set(slips.map((s) => s.name))]);
    const said = told.said.join(' ');
    const named = names !== '' && said.startsWith(names);
    const section = H.section('mistake', slips.length === 0 ? 'What is known' : new Set(slips.map((s) => s.name)).size > 1 ? 'The mistakes' : 'The mistake',
      slips.length === 0 ? H.el('ul', { class: 'findings' }, told.said.map((sentence) => H.el('li', {}, H.said(sentence)))) : H.el('p', { class: 'explains' }, named ? H.el('b', {}, H.said(names)) : null, H.said(named ? said.slice(names.length) : said)),
      ...slips.map((one, i) => slip(one, slips.length === 1 && page.kind === 'verification', look(i))),
      told.sure ? H.el('p', { class: 'note' }, H.el('b', {}, 'How sure? '), H.said(told.sure)) : null,
      ...(others.length > 0 ? [H.el('h3', {}, 'Fits as well'), ...others.flatMap((reading) => reading.slips.map((one) => slip(one, false, one.look)))] : []));
    return section;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
