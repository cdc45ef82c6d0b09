/**
 * The laws of what a network learns in the lazy limit, in which training is linear in the change of its weights. Formulas only
 * enter, and sums of them over moments. Theory 1.11.
 *
 * <p>All of them are in {@link LazyLaws}.
 */
package org.theoremeter.theory.lazy;
