/**
 * The algebra system, Symja, and the only package tree that knows it: a session bound to one thread, formulas carried
 * to it and back, what it proposes, and the time it may take. It is loaded when a proof is asked for, is never handed
 * text, and nothing that it says is believed: what it proposes is proved or compared elsewhere.
 *
 * <ul>
 *   <li>Session: {@link AlgebraSystem}, bound to one thread; {@link Translation} carries formulas there and back;
 *       {@link TimeLimit} runs an attempt and walks away when its time is up; {@link Attempt} is what came of it.
 *   <li>Proposals: {@link Proposals}, other ways to write a formula; {@link Solutions}, zeros of quotients of polynomials.
 *   <li>Arithmetic on its objects, for {@code closed}: {@link Vanishing} proves that one is zero, {@link ExactCheck} checks
 *       what a rule rests on, {@link ConstantDivisors} keeps divisors whole while something is expanded.
 * </ul>
 */
package org.theoremeter.theory.symbolic.algebra.symja;
