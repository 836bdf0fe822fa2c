/** The fields that runs are looked for in: words, and chips of the verdicts. */
(function (H) {
  'use strict';

  function verdicts(groups) {
    const counts = new Map();
    for (const run of groups.flatMap((group) => group.runs || [group.row])) {
      for (const [kind, words] of H.badgesOf(run)) counts.set(words, { kind, words, count: (counts.get(words)?.count || 0) + 1 });
    }
    return [...counts.values()].sort((a, b) => b.count - a.count);
  }

  /** The fields of the filter, and the question whether it lets a group through. */
  H.filter = function (groups, changed) {
    const words = H.el('input', { type: 'search', id: 'words', placeholder: 'name, seed 4, adam …', autocomplete: 'off', spellcheck: 'false' });
    const pressed = new Set();
    const chips = verdicts(groups).map((verdict) => {
      const chip = H.button(verdict.words + ' ' + H.count(verdict.count), () => {
        pressed[pressed.has(verdict.words) ? 'delete' : 'add'](verdict.words);
        chip.setAttribute('aria-pressed', String(pressed.has(verdict.words)));
        changed();
      }, { class: 'chip ' + verdict.kind, 'aria-pressed': 'false' });
      return chip;
    });
    words.addEventListener('input', changed);

    const judged = (row) => pressed.size === 0 || H.badgesOf(row).some((badge) => pressed.has(badge[1]));

    return {
      element: H.el('search', { class: 'filter' }, H.el('label', { for: 'words' }, 'Find'), words,
        H.el('div', { class: 'chips', role: 'group', 'aria-label': 'Show only runs with the verdict' }, chips)),
      /** Null, or the runs of the group that are shown, and whether they are what was looked for. */
      accepts(group) {
        const search = H.search(words.value);
        if (!group.runs) return search.finds(group.row) && judged(group.row) ? { runs: [] } : null;
        const itself = search.finds(group.row);
        const runs = group.runs.filter((run) => (itself || search.finds(run)) && judged(run));
        if (runs.length === 0 && !(itself && pressed.size === 0)) return null;
        return { runs, opened: (pressed.size > 0 || search.any) && !(itself && runs.length === group.runs.length) };
      },
    };
  };
})((globalThis.Handgrad = globalThis.Handgrad || {}));
