/**
 * Somebody's own gradient or training step in a run: whoever is asked, the first step at which it is not the right one, and why.
 * Sees input, the judge and the engine by hand; is seen by the lab, and by {@code lab.program}, which asks in the same way.
 */
package handgrad.lab.own;
