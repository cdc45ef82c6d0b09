package org.theoremeter.verify.claim;

import org.theoremeter.theory.symbolic.Expression;

/** Puts other formulas into the prediction of a claim. */
@FunctionalInterface
public interface Rewriting {

    /** What the verdict on a claim depends on in a formula. */
    enum Meaning {
        /** Its value. */
        VALUE,
        /** Its shape: a factor before the whole of it changes nothing, as with errors whose order is meant. */
        SHAPE,
        /** Its value as a limit: the claim says more the lower it is. */
        LIMIT
    }

    /**
     * Returns the formula to put in the place of another.
     *
     * @param place what the formula is called, such as {@code outlier}, {@code ode.c}, {@code start.c} or {@code left}
     * @param meaning what the verdict depends on in it
     * @param formula the formula that stands there
     */
    Expression of(String place, Meaning meaning, Expression formula);
}
