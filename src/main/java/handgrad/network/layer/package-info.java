/**
 * What a layer is, and its kinds, one a file: what it computes, its derivative by hand, both again on arrays. Only
 * {@link handgrad.network.layer.Dense} yet. Nobody outside a kind's file and its counterpart in {@code engine.dl4j} knows which
 * parameters a layer has, or that it is dense.
 */
package handgrad.network.layer;
