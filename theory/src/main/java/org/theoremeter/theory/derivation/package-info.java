/**
 * Derivations that check themselves: a chain of steps, each with a justification that says how its result follows. A
 * step is carried out anew as its justification says, and the result is proved equal to what the step states, or
 * refuted, on the domain of its symbols; only steps marked as cited are taken on trust. It serves every derivation of
 * the theory.
 *
 * <ul>
 *   <li>Entries: {@link DerivationChecker} for derivations, {@link IdentityChecker} for two terms.
 *   <li>Data: a {@link Derivation} is a chain of {@link Step}s with {@link Definition}s of its names; a {@link StepReport} is
 *       what the check of a step found.
 *   <li>Checks: {@link Divisors} finds divisors that surely vanish, before any step is checked; {@code Found} says as evidence
 *       what was found out about an equation.
 *   <li>Below: {@code justification} has the ways in which a step may follow, {@code join} what they need where a formula
 *       switches.
 * </ul>
 */
package org.theoremeter.theory.derivation;
