/**
 * Rigorous enclosures of formulas: intervals rounded outwards that hold every value a formula takes on a box, with what
 * may go wrong there (undefined, a jump, a kink), its derivatives, and what follows by subdivision: nowhere zero, all
 * roots, everywhere small, or a place where it is not. No answer rests on samples ({@code Extremes} proposes points for
 * others to look at, and answers nothing); one that could not be had within its budget says so. It serves every
 * statement of the theory that is to hold on a whole domain; integrals are enclosed in {@code integral}.
 *
 * <ul>
 *   <li>Entry: {@link Enclosures} decides statements on a region; an {@link Answer} says what was found out.
 *   <li>Searches by subdivision: {@code Paving} cuts a region into boxes until a statement is decided on each;
 *       {@link Continuity} finds where a formula may be undefined or jump, {@link Agreement} whether two formulas differ by
 *       little, {@link OnlyRoot} whether a root is the only one, {@code Zero} a place where a formula vanishes;
 *       {@link Extremes} proposes where one is smallest, {@code Simplest} the shortest decimal of an interval.
 *   <li>Enclosures on a {@link Box}, or on a {@link Range} without end: {@link Evaluator} has values and derivatives;
 *       {@code Program} is the formulas as a list of operations, {@link Slopes} their derivatives by reverse accumulation,
 *       {@code MeanValue} a narrower form where boxes are small; {@link TaylorEvaluator} has the Taylor coefficients, by the
 *       recurrences of {@code Coefficients}.
 *   <li>Arithmetic: {@link Interval} is the immutable value, {@link Bounds} the register that is written into;
 *       {@link Functions} and {@code Powers} have what is not one of the operations that {@link Directed} rounds. A function
 *       that is new in formulas gets its ranges in {@link Functions}, its derivative in {@link Slopes}, and in
 *       {@link TaylorEvaluator} a recurrence of {@code Coefficients}.
 * </ul>
 */
package org.theoremeter.theory.symbolic.enclosure;
