package org.theoremeter.verify.claim.comparison;

/** How the drifts of several quantities become one. */
public enum Norm {
    /** The root of the sum of squares. */
    FROBENIUS,
    /** The largest. */
    MAX
}
