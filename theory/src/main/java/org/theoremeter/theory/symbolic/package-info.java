/**
 * Formulas as immutable trees: read, evaluated, compiled, differentiated and shown, together with the domains
 * they are stated on. What enters is text in the grammar of {@code Formula.g4} or trees built by hand; nothing
 * here reaches a computer algebra system. Every law of the theory, from section 1 on, is written with it.
 */
package org.theoremeter.theory.symbolic;
