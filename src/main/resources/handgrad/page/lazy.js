/** Draws what is below the fold when it is about to be seen. */
(function (H) {
  'use strict';

  const waiting = new Map();
  const seen = new IntersectionObserver((entries) => {
    entries.filter((entry) => entry.isIntersecting).forEach((entry) => draw(entry.target));
  }, { rootMargin: '300px 0px' });

  function draw(element) {
    const drawing = waiting.get(element);
    if (drawing) {
      waiting.delete(element);
      seen.unobserve(element);
      drawing();
    }
  }

  /** Calls `drawing` once, when the element comes near the screen. */
  H.whenNear = function (element, drawing) {
    waiting.set(element, drawing);
    seen.observe(element);
  };

  H.drawAll = () => [...waiting.keys()].forEach(draw);
})((globalThis.Handgrad = globalThis.Handgrad || {}));
