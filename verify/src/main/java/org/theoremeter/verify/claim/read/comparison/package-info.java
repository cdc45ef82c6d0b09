/**
 * Reads {@code compare}: what is observed, what is predicted, the margin. One reader for each way of comparing; what
 * recorded data cannot be evidence of is refused here.
 */
package org.theoremeter.verify.claim.read.comparison;
