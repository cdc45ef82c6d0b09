/**
 * Derivations that check themselves: a chain of steps, each with a justification that says how its result follows. A
 * step is carried out anew as its justification says, and the result is proved equal to what the step states, or
 * refuted, on the domain of its symbols; only steps marked as cited are taken on trust. It serves every derivation of
 * the theory.
 */
package org.theoremeter.theory.derivation;
