/**
 * What has changed between two runs, and the file that keeps what a run found as a baseline: schema {@code baseline/1}.
 *
 * <p>Everything here works on results and the verdicts in them alone, of which it knows two: before and after. A change has a
 * {@link org.theoremeter.verify.baseline.Weight}, which decides whether it calls for attention; a baseline is replaced only
 * with a reason, and keeps the reasons of those before it.
 *
 * <ul>
 *   <li>Entries: {@link Difference} compares two {@link Snapshot}s; {@link BaselineFile} writes and reads a {@link Baseline}.
 *   <li>What is found: a {@link ClaimDifference} for each claim, made of {@link Change}s, and {@link Counts} of how many claims
 *       changed in which way.
 *   <li>Where changes are looked for: {@code Verdicts}, {@code Measured} (estimates), {@code Obligations}, {@code Parameters}
 *       and {@code Stated}. What else shall be compared enters as one of these.
 * </ul>
 */
package org.theoremeter.verify.baseline;
