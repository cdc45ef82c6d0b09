package org.theoremeter.theory.symbolic.enclosure.integral;

import org.theoremeter.theory.symbolic.enclosure.Bounds;
import org.theoremeter.theory.symbolic.enclosure.Directed;

/** Encloses ∫ (x − c)ᵏ dx from a to b, for k = 0, 1, 2, …, where c lies between a and b. */
final class Moments {
    private final Bounds left = new Bounds();
    private final Bounds right = new Bounds();
    private final Bounds moment = new Bounds();
    private final double leftLow;
    private final double leftHigh;
    private final double rightLow;
    private final double rightHigh;
    private int k = -1;

    Moments(double a, double c, double b) {
        leftLow = Directed.addDown(c, -a);
        leftHigh = Directed.addUp(c, -a);
        rightLow = Directed.addDown(b, -c);
        rightHigh = Directed.addUp(b, -c);
        left.set(1, 1, 0);
        right.set(1, 1, 0);
    }

    /** Goes on to the next k. */
    void next() {
        k++;
        left.multiply(left.lower, left.upper, 0, leftLow, leftHigh, 0);
        right.multiply(right.lower, right.upper, 0, rightLow, rightHigh, 0);
        if (k % 2 == 0) {
            moment.add(right.lower, right.upper, 0, left.lower, left.upper, 0);
        } else {
            moment.subtract(right.lower, right.upper, 0, left.lower, left.upper, 0);
        }
        moment.divide(moment.lower, moment.upper, 0, k + 1, k + 1, 0);
    }

    double lower() {
        return moment.lower;
    }

    double upper() {
        return moment.upper;
    }
}
