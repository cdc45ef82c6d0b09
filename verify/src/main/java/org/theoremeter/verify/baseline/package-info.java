/**
 * What has changed between two runs, and the file that keeps what a run found as a baseline: schema {@code baseline/1}.
 *
 * <p>Everything here works on results and the verdicts in them alone, of which it knows two: before and after. A change has a
 * {@link org.theoremeter.verify.baseline.Weight}, which decides whether it calls for attention; a baseline is replaced only
 * with a reason, and keeps the reasons of those before it.
 */
package org.theoremeter.verify.baseline;
