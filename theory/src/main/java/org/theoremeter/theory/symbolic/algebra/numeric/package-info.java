/**
 * Formulas compared in numbers: where to look, how sure a difference is, and with how many digits. What agrees here has
 * agreed at so many points and no more; what differs beyond its rounding is refuted.
 *
 * <ul>
 *   <li>Entries: {@link Comparison} compares two terms in numbers, {@link WholeDomain} encloses their difference;
 *       {@link Equality} is what was found out; {@link ContinuityCheck} shows that formulas are continuous.
 *   <li>Where to look: {@link SamplePoints} inside and near edges; {@code FeaturePoints}, where formulas would differ by what
 *       they may hide, their {@code Features}; {@code Borders}, where a case distinction changes over.
 *   <li>How sure: {@code QuickLook} sees in double precision where two formulas may differ; {@code RoundingBound} evaluates
 *       with a bound on the rounding error, which gives a {@link Bounded} number; {@link PrecisePoint} takes as many digits as
 *       it needs.
 * </ul>
 */
package org.theoremeter.theory.symbolic.algebra.numeric;
