/**
 * The adversary: measures how often the checkers of formulas are wrong, on statements whose truth is known.
 *
 * <p>Each kind of falsehood makes statements that are false by construction and hard to see through, and true ones of the
 * same look; they are claim files, read and checked as a user's are. A statement depends on seed, kind and number only.
 * What enters here is a new way of being wrong that was seen, never a single case.
 *
 * <ul>
 *   <li>Entry: {@link Adversary} makes statements, has each checked by a {@code Trial}, which leaves a {@link Checked}, and
 *       counts in a {@link Tally}.
 *   <li>Data: a {@link Statement} has its {@link Truth} and a {@link Witness} for it; {@code Draws} are its random choices.
 *   <li>Kinds of {@link Falsehood} about numbers and features: {@code Bump}, {@code Cancellation}, {@code Commensurate},
 *       {@code NarrowPeak}, {@code NearConstant}, {@code LateTerm} and {@code ShortCue}. About where something holds:
 *       {@code DroppedJump}, {@code ExtraRoot}, {@code LeftDomain}, {@code OneSided}, {@code ShiftedRegion}, {@code Sliver} and
 *       {@code VanishingDivisor}. {@code TrueIdentity} is what some start from.
 * </ul>
 */
package org.theoremeter.verify.calibration.formulas;
