/** The two judgements of a run, in a colour and a few words each: the same on its page and in the index. */
(function (H) {
  'use strict';

  const VERDICTS = {
    agree: ['good', '✓ AGREE'], pass: ['good', '✓ PASS'], fail: ['bad', '✗ FAIL'], 'gradients-differ': ['bad', '✗ GRADIENTS DIFFER'],
    'not-finite': ['bad', '✗ NOT FINITE'], 'engines-differ': ['warn', '≠ ENGINES DIFFER'], 'single-engine': ['plain', 'ONE ENGINE'], study: ['plain', 'STUDY'],
    'own-wrong': ['bad', '✗ FAIL'], 'own-failed': ['bad', '✗ ENDED EARLY'],
  };

  const LEARNING = {
    learned: ['good', '✓ LEARNED'], 'still-falling': ['plain', '↘ LEARNING'], stuck: ['warn', '— STUCK'], diverged: ['bad', '✗ DIVERGED'],
  };

  /** Whether gradients and engines agree. */
  H.verdictBadge = function (id, success) {
    const [kind, words] = VERDICTS[id] || [success ? 'good' : 'bad', id.toUpperCase() || '?'];
    return !success && kind !== 'bad' ? ['bad', '✗ FAIL'] : [kind, words];
  };

  /** Whether the network learned; null where nobody has said. */
  H.learningBadge = (id) => LEARNING[id] || null;
})((globalThis.Handgrad = globalThis.Handgrad || {}));
