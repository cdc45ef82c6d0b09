package org.theoremeter.verify.evaluate;

/** How accurately predicted curves are solved. */
public enum Accuracy {
    /** As accurately as possible, with a declared error, which takes a second solution. */
    DECLARED,
    /** As accurately as possible; the error is left out. */
    FINE,
    /** To nine digits a step, in half the time; the error is left out. */
    ROUGH
}
