/**
 * Closed forms of integrals, sums, limits and series, found by arithmetic on the algebra system's objects, whose own
 * integrals and limits are wrong in known places. A form is used only once it has been shown to be what it stands for:
 * by differentiating it, by exact arithmetic, or in numbers with a bound on their error.
 *
 * <ul>
 *   <li>Entry: {@link ClosedForm}, which looks for a form of any term. A new rule is a class here that {@link ClosedForm}
 *       tries.
 *   <li>Integrals: {@code DecayingSum} to infinity, {@code PiecewiseIntegral} of case distinctions,
 *       {@code ProposedAntiderivative} by what the algebra system proposes.
 *   <li>Sums: {@code GeometricSum}. Limits and Taylor polynomials: {@code SeriesExpansion}, whose results are
 *       {@code PowerSeries}.
 * </ul>
 */
package org.theoremeter.theory.symbolic.algebra.symja.closed;
