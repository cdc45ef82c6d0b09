/**
 * Rigorous values of formulas at one point, with hundreds of digits. Every number is an interval of decimals whose ends are
 * rounded outwards; every series carries a bound on its rest. It may use formulas, and nothing above them.
 *
 * <p>Entry: {@link HighPrecisionInterval}. {@code PointEvaluation} evaluates a formula in {@code DecimalInterval}s;
 * {@code DecimalFunctions} has the elementary functions, where a new one is added.
 */
package org.theoremeter.theory.symbolic.precision;
