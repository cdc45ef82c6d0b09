/**
 * What may be concluded: the way from claim files to verdicts.
 *
 * <p>{@link org.theoremeter.verify.Verification} reads nothing and draws nothing itself; it asks {@code claim} for what
 * was predicted, {@code simulate} for what happened, {@code judge} for the verdict, and hands the record to {@code
 * results}. Only {@code cli} knows about terminals, and only {@code document} about the shape of a report.
 *
 * <p>Who does what:
 *
 * <ul>
 *   <li>Entry: {@link Verification}. {@code RunPlan} says which runs all claims ask for and which claims wait for which, collects
 *       the results and tells which claims have all of theirs; {@code ByRun} holds a value for each run of one claim, nested as
 *       observation → grid point → seed. {@code JudgedClaim} makes the result of a claim, {@code MoreSeeds} analyses again with
 *       more seeds what is left open.
 *   <li>{@link Build} says which Theoremeter this is.
 * </ul>
 */
package org.theoremeter.verify;
