/** Formulas as they are printed in books: raised numbers of layers, ∂, δ, and what two formulas do not share. */
(function (H) {
  'use strict';

  const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  const raised = (digits) => [...digits].map((d) => RAISED[d]).join('');

  /** A formula or a name in plain letters, such as dL/dW1 = a0^T delta1. */
  H.math = (plain) => plain
    .replace(/\bdL\/d(?=[A-Za-z])/g, '∂L/∂')
    .replace(/\b(d?)delta(\d*)/g, (_, d, n) => d + 'δ' + raised(n))
    .replace(/\b(theta)\b/g, 'θ')
    .replace(/(^|[^A-Za-z])(d?[Wbaz])(\d+)/g, (_, before, letter, n) => before + letter + raised(n))
    .replace(/(∂[Wbaz])(\d+)/g, (_, letter, n) => letter + raised(n))
    .replace(/\^T\b/g, 'ᵀ')
    .replace(/\^(\d)/g, (_, n) => raised(n))
    .replace(/f'/g, 'f′')
    .replace(/(^| )\* /g, '$1∘ ')
    .replace(/(^|[ (])-(?=[ \d(∂δθ\p{L}])/gu, '$1−');

  /** A formula in three parts, the middle one marked: {before, marked, after}. */
  H.formula = (parts, kind) => H.el('p', { class: 'formula' }, H.said(H.math(parts.before)),
    parts.marked ? H.el('mark', { class: kind }, H.said(H.math(parts.marked))) : null, H.said(H.math(parts.after)));
})((globalThis.Handgrad = globalThis.Handgrad || {}));
