/** The top of the page: verdict, the figures that matter, findings, and the checks. */
(function (H) {
  'use strict';

  /** Whether gradients and engines agree. */
  function verdict(page) {
    if (page.kind === 'verification') return judgement('badge', ...(page.verdict.success ? ['good', '✓ right'] : ['bad', '✗ wrong']), page.verdict.sentence);
    const [kind, words] = H.verdictBadge(page.verdict.id, page.verdict.success);
    const checks = page.checks || [];
    const count = checks.length > 0 ? ' · ' + checks.filter((c) => c.passes).length + '/' + checks.length + ' checks' : '';
    return judgement('badge', kind, words + count, page.verdict.sentence);
  }

  /** Whether it learned, which is another question. */
  function learning(page) {
    const badge = page.learning && H.learningBadge(page.learning.id);
    return badge ? judgement('learned', ...badge, page.learning.sentence) : null;
  }

  const judgement = (id, kind, words, sentence) => H.el('div', { class: 'verdict' },
    H.el('p', { class: 'badge ' + kind, id }, words), H.el('p', { class: 'sentence' }, H.said(sentence)));

  /** When, as a reader's clock on this page has it: the data's own time zone. */
  const when = (time) => (time ? String(time).replace('T', ' ').replace(/:\d\d(\.\d+)?Z$/, ' UTC') : null);

  H.header = function (page) {
    const header = document.getElementById('top');
    const made = [page.asked, when(page.time), page.commit ? 'commit ' + page.commit : null].filter(Boolean);
    const kicker = header.querySelector('.kicker');
    kicker.textContent = 'Handgrad · ' + ({ run: 'run', study: 'study', verification: 'verification' }[page.kind] || page.kind);
    // Below it stands the mistake, where there is one.
    if (page.headline) {
      kicker.append(' · ', H.said(page.title));
      header.querySelector('h1').replaceChildren(H.said(H.math(page.headline)));
    }
    if (page.subtitle) header.append(H.el('p', { class: 'facts' }, H.said(page.subtitle)));
    if (made.length > 0) header.append(H.el('p', { class: 'facts' }, made.flatMap((fact, i) => (i > 0 ? [' · ', H.said(fact)] : [H.said(fact)]))));
  };

  /** How a run ended that did not complete, and what is not there because one engine ran alone. */
  function notices(page) {
    const said = [];
    if (page.ended && page.ended.how !== 'completed') said.push([page.ended.how === 'not-finite' ? 'bad' : 'warn', page.ended.sentence]);
    return said.map(([kind, sentence]) => H.el('p', { class: 'notice ' + kind }, H.said(sentence)));
  }

  H.verdictPart = (page) => H.el('section', { id: 'verdict', 'aria-labelledby': 'verdict-title' },
    H.el('h2', { id: 'verdict-title', class: 'unseen' }, 'Verdict'), verdict(page), learning(page), ...notices(page));

  /** What was asked, and the figures that matter. */
  H.glancePart = function (page) {
    if (page.kind === 'verification') return null;
    const figures = (page.figures || []).map((figure) => H.el('div', {}, H.el('dt', {}, H.said(figure.label)),
      H.el('dd', { class: 'big' }, H.said(figure.value)), H.el('dd', {}, H.said(figure.note ?? ''))));
    return H.el('section', { 'aria-label': 'At a glance' },
      page.question ? H.el('p', { class: 'question' }, H.said(page.question)) : null,
      // Words that were written before the run: only of the settings that they were written for.
      page.expected ? H.el('p', { class: 'expectation' }, H.el('b', {}, 'What to expect with the default settings: '), H.said(page.expected)) : null,
      figures.length > 0 ? H.el('dl', { class: 'figures' }, figures) : null);
  };

  H.findingsPart = (page) => (page.findings?.length
    ? H.section('findings', page.kind === 'verification' ? 'What else is known' : 'Findings', H.el('ul', { class: 'findings' }, page.findings.map((f) => H.el('li', {}, H.said(f))))) : null);

  /** Where a measured difference stands on a scale of powers of ten that ends above the tolerance. */
  function gauge(check) {
    const part = H.number(check.measured) / H.number(check.tolerance);
    const at = H.number(check.measured) === 0 ? 0 : Number.isNaN(part) || part === Infinity ? 1 : part <= 0 ? 0 : (Math.log10(part) + 6) / 7.5;
    const bar = H.el('span', { class: 'bar' });
    bar.style.width = 100 * Math.max(0.015, Math.min(1, at)) + '%';
    return H.el('span', { class: 'gauge', 'aria-hidden': 'true', title: 'a power of ten each mark; the line is the tolerance' }, bar, H.el('span', { class: 'limit' }));
  }

  H.checksPart = function (page) {
    const checks = page.checks || [];
    // Of a verification every parameter has a row of its own.
    if (checks.length === 0 || page.kind === 'verification') return null;
    const names = ['check', 'measured', 'tolerance', '% of tolerance', 'where worst', 'result'];
    const cell = (i, ...content) => H.el('td', { 'data-name': names[i], class: i < 4 ? 'number' : null }, ...content);
    const rows = checks.map((c) => H.el('tr', { class: c.passes ? null : 'fails' },
      H.el('th', { scope: 'row' }, H.said(c.name)),
      cell(1, H.brief(c.measured)), cell(2, H.brief(c.tolerance)),
      cell(3, H.el('span', { class: 'share' }, gauge(c), H.el('span', {}, H.percent(c.measured, c.tolerance)))),
      cell(4, H.said(c.where ?? '–')),
      cell(5, H.el('span', { class: 'pill ' + (c.passes ? 'good' : 'bad') }, c.passes ? '✓ PASS' : '✗ FAIL'))));
    const table = H.el('table', { class: 'checks' },
      H.el('thead', {}, H.el('tr', {}, names.map((n, i) => H.el('th', { scope: 'col', class: i > 0 && i < 4 ? 'number' : null }, n)))),
      H.el('tbody', {}, rows));
    const section = H.section('checks', 'Checks', H.scroller('Checks', table));
    section.tools.append(H.csvButton('checks', () => [['check', 'measured', 'tolerance', 'percent of tolerance', 'where', 'passes'],
      ...checks.map((c) => [c.name, c.measured, c.tolerance, (100 * H.number(c.measured)) / H.number(c.tolerance), c.where, c.passes])]));
    return section;
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
