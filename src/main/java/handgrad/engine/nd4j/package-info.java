/**
 * What ND4J is made to do otherwise here, so that DL4J's steps are as fast as they can be and may run in several threads: when native
 * memory is freed, what is described once instead of each time. No result changes. The only package whose classes take the place of ND4J's own. Sees nothing.
 */
package handgrad.engine.nd4j;
