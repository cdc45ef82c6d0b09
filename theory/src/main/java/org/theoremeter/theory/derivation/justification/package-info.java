/**
 * The ways in which a step may follow: derivatives, integrals, sums, limits, series, solutions, substitutions,
 * symmetries. Each says which equations and inequalities must hold for the step to hold, and discharges what no
 * equation says. A new way enters as a kind of {@link org.theoremeter.theory.derivation.justification.Justification}.
 *
 * <ul>
 *   <li>Kinds of {@link Justification}: {@link Rearranged}, {@link Substituted} and {@link Symmetric} change how a formula is
 *       written; {@link Differentiated}, {@link Gradient} and {@link SecondDerivatives} differentiate; {@link Integrated} and
 *       {@link Antiderivative} integrate; {@link Summed}, {@link LimitTaken} and {@link Expanded} go to a limit; {@link Solved}
 *       solves an equation; {@link Cited} is taken on trust.
 *   <li>What they ask for: an {@link Equation} that must hold. {@link Formulas} joins the formulas of its sides;
 *       {@code Brackets} puts brackets where a step is shown as text, TeX or MathML.
 *   <li>What no equation says: {@link LimitSides} for limits and {@link SeriesSmoothness} for Taylor polynomials, both by the
 *       sides that {@code PlaceSides} finds; {@link TailBounds} for infinite sums, {@code Uniqueness} for solutions,
 *       {@code InDomain} for what replaces symbols.
 *   <li>Means: {@link Shown} discharges inequalities and definedness on whole regions, {@code Exactly} shows comparisons by
 *       exact signs.
 * </ul>
 */
package org.theoremeter.theory.derivation.justification;
