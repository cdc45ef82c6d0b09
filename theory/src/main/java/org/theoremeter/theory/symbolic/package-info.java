/**
 * Formulas as immutable trees: read, differentiated, substituted, compiled and shown. What enters is text in the
 * grammar of {@code Formula.g4} or trees built by hand; nothing here reaches a computer algebra system. Every law of
 * the theory, from section 1 on, is written with it.
 * What a function is (its names, its value, its derivative) stands in {@code ElementaryFunction} alone.
 *
 * <p>One package holds the kinds of {@link org.theoremeter.theory.symbolic.Expression}, because a sealed type's kinds
 * must share a package, and with them what an expression offers of itself (its reader, its derivative, its compiled
 * form and its texts), because each of these visits every kind and is called by the expression. What only uses
 * expressions lives in the packages below: {@code term} (integrals, sums, limits), {@code matrix}, {@code region}
 * (where symbols lie), {@code numeric} (evaluation), {@code enclosure} and {@code precision} (rigorous numbers), {@code
 * exact} (exact arithmetic), {@code algebra} (equality). {@code grammar} and {@code bytecode} lie beneath and know no
 * formula.
 */
package org.theoremeter.theory.symbolic;
