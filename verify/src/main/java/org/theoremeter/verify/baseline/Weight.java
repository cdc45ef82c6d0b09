package org.theoremeter.verify.baseline;

/** How much a change matters; from least to most. */
public enum Weight {
    /** An estimate changed within its error. */
    WITHIN_ERROR,
    /** Something changed that neither makes the claim worse nor changes what it claims. */
    NOTED,
    /** The claim states something else: a formula, a step, a domain, an assumption, a margin, what is expected of it. */
    RESTATED,
    /** The claim came out worse, or no longer comes out at all. */
    WORSE;

    /** Returns whether such a change calls for attention: bless it, or put it right. */
    public boolean alarms() {
        return compareTo(RESTATED) >= 0;
    }
}
