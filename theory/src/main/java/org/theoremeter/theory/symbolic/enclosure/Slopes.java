package org.theoremeter.theory.symbolic.enclosure;

import java.util.Arrays;
import org.theoremeter.theory.symbolic.ElementaryFunction;

/** Partial derivatives by reverse accumulation: one walk back over the operations gives all of them. */
public final class Slopes {
    private final Program.Step[] steps;
    private final int[][] operands;
    private final double[] lower;
    private final double[] upper;
    private final int[] flags;
    private final int[] only;
    private final double[] low;
    private final double[] high;
    private final double[] slopeLow;
    private final double[] slopeHigh;
    private final Bounds local = new Bounds();
    private final Bounds share = new Bounds();

    Slopes(
            Program.Step[] steps,
            int[][] operands,
            double[] lower,
            double[] upper,
            int[] flags,
            int[] only,
            int variables) {
        this.steps = steps;
        this.operands = operands;
        this.lower = lower;
        this.upper = upper;
        this.flags = flags;
        this.only = only;
        low = new double[steps.length];
        high = new double[steps.length];
        slopeLow = new double[variables];
        slopeHigh = new double[variables];
    }

    /** Returns the lower bound of the derivative by a variable; NaN where nothing is known. */
    public double lower(int variable) {
        return slopeLow[variable];
    }

    /** Returns the upper bound of the derivative by a variable; NaN where nothing is known. */
    public double upper(int variable) {
        return slopeHigh[variable];
    }

    void of(int output) {
        Arrays.fill(low, 0, output + 1, 0);
        Arrays.fill(high, 0, output + 1, 0);
        Arrays.fill(slopeLow, 0);
        Arrays.fill(slopeHigh, 0);
        low[output] = 1;
        high[output] = 1;
        for (int i = output; i >= 0; i--) {
            if (low[i] != 0 || high[i] != 0) {
                back(i);
            }
        }
    }

    private void back(int i) {
        int[] on = operands[i];
        Program.Kind kind = steps[i].kind();
        switch (kind) {
            case NUMBER, PI -> {}
            case VARIABLE -> {
                slopeLow[on[0]] = Directed.addDown(slopeLow[on[0]], low[i]);
                slopeHigh[on[0]] = Directed.addUp(slopeHigh[on[0]], high[i]);
            }
            case NEGATE -> hand(i, on[0], -1, -1);
            case ADD -> {
                hand(i, on[0], 1, 1);
                hand(i, on[1], 1, 1);
            }
            case SUBTRACT -> {
                hand(i, on[0], 1, 1);
                hand(i, on[1], -1, -1);
            }
            case MULTIPLY -> {
                hand(i, on[0], lower[on[1]], upper[on[1]]);
                hand(i, on[1], lower[on[0]], upper[on[0]]);
            }
            case DIVIDE -> quotient(i, on[0], on[1]);
            case POWER -> power(i, on[0], on[1]);
            case MINIMUM -> chosen(i, upper[on[0]] < lower[on[1]], upper[on[1]] < lower[on[0]]);
            case MAXIMUM -> chosen(i, lower[on[0]] > upper[on[1]], lower[on[1]] > upper[on[0]]);
            case FUNCTION -> {
                slope(steps[i].function(), i, on[0]);
                hand(i, on[0], local.lower, local.upper);
            }
            case CASES -> cases(i, on);
        }
    }

    private void cases(int i, int[] on) {
        if (only[i] >= 0) {
            hand(i, only[i], 1, 1);
            return;
        }
        for (int k = 2; k < on.length; k += 3) {
            hand(i, on[k], 0, 1);
        }
        hand(i, on[on.length - 1], 0, 1);
    }

    /** Adds to an operand's derivative what comes through one operation. */
    private void hand(int from, int to, double slopeLower, double slopeUpper) {
        share.multiply(low[from], high[from], 0, slopeLower, slopeUpper, 0);
        low[to] = Directed.addDown(low[to], share.lower);
        high[to] = Directed.addUp(high[to], share.upper);
    }

    private void chosen(int i, boolean first, boolean second) {
        hand(i, operands[i][0], first ? 1 : 0, second ? 0 : 1);
        hand(i, operands[i][1], second ? 1 : 0, first ? 0 : 1);
    }

    private void quotient(int i, int a, int b) {
        local.divide(1, 1, 0, lower[b], upper[b], flags[b]);
        double perA = local.lower;
        double perAUpper = local.upper;
        hand(i, a, perA, perAUpper);
        local.multiply(lower[i], upper[i], 0, perA, perAUpper, 0);
        hand(i, b, -local.upper, -local.lower);
    }

    private void power(int i, int a, int b) {
        if (lower[b] == upper[b]) {
            // y x^(y − 1)
            double y = lower[b];
            Powers.general(
                    lower[a], upper[a], flags[a], Directed.addDown(y, -1), Directed.addUp(y, -1), 0, false, local);
            share.multiply(y, y, 0, local.lower, local.upper, 0);
            hand(i, a, share.lower, share.upper);
            return;
        }
        // xʸ y/x and xʸ ln x, of a positive base
        local.divide(lower[b], upper[b], 0, lower[a], upper[a], flags[a]);
        share.multiply(lower[i], upper[i], 0, local.lower, local.upper, 0);
        hand(i, a, share.lower, share.upper);
        Functions.apply(ElementaryFunction.LN, lower[a], upper[a], flags[a], local);
        share.multiply(lower[i], upper[i], 0, local.lower, local.upper, 0);
        hand(i, b, share.lower, share.upper);
    }

    /** Encloses the slope of a function, given its argument x and its value. */
    private void slope(ElementaryFunction function, int i, int x) {
        switch (function) {
            case EXP -> local.set(lower[i], upper[i], 0);
            case LN, INVERSE -> {
                local.divide(1, 1, 0, lower[x], upper[x], flags[x]);
                if (function == ElementaryFunction.INVERSE) {
                    Powers.whole(local.lower, local.upper, 0, 2, local);
                    local.negate(local.lower, local.upper, 0);
                }
            }
            case SQRT -> local.divide(0.5, 0.5, 0, lower[i], upper[i], flags[i]);
            case ABS -> {
                double sign = lower[x] >= 0 ? 1 : -1;
                boolean both = lower[x] < 0 && upper[x] > 0;
                local.set(both ? -1 : sign, both ? 1 : sign, 0);
            }
            case SIGN -> local.set(0, 0, 0);
            case SIN -> Functions.apply(ElementaryFunction.COS, lower[x], upper[x], flags[x], local);
            case COS -> {
                Functions.apply(ElementaryFunction.SIN, lower[x], upper[x], flags[x], local);
                local.negate(local.lower, local.upper, 0);
            }
            case SINH -> Functions.apply(ElementaryFunction.COSH, lower[x], upper[x], flags[x], local);
            case COSH -> Functions.apply(ElementaryFunction.SINH, lower[x], upper[x], flags[x], local);
            case TAN -> {
                Powers.whole(lower[i], upper[i], 0, 2, local);
                local.add(1, 1, 0, local.lower, local.upper, 0);
            }
            case TANH -> {
                Functions.apply(ElementaryFunction.COSH, lower[x], upper[x], flags[x], local);
                Powers.whole(local.lower, local.upper, 0, -2, local);
            }
            case ASIN, ACOS -> {
                Powers.whole(lower[x], upper[x], 0, 2, local);
                local.subtract(1, 1, 0, local.lower, local.upper, local.flags);
                local.root(Math.max(0, local.lower), Math.max(0, local.upper), local.flags);
                local.divide(1, 1, 0, local.lower, local.upper, local.flags);
                if (function == ElementaryFunction.ACOS) {
                    local.negate(local.lower, local.upper, 0);
                }
            }
            case ATAN -> {
                Powers.whole(lower[x], upper[x], 0, 2, local);
                local.add(1, 1, 0, local.lower, local.upper, 0);
                local.divide(1, 1, 0, local.lower, local.upper, 0);
            }
            case TRANSPOSE, TRACE, DET -> local.set(1, 1, 0);
            case MIN, MAX -> throw new IllegalStateException("a function of two arguments: " + function);
        }
    }
}
