/**
 * What may be concluded: the way from claim files to verdicts.
 *
 * <p>{@link org.theoremeter.verify.Verification} reads nothing and draws nothing itself; it asks {@code claim} for what
 * was predicted, {@code simulate} for what happened, {@code judge} for the verdict, and hands the record to {@code
 * results}. Only {@code cli} knows about terminals, and only {@code document} about the shape of a report.
 */
package org.theoremeter.verify;
