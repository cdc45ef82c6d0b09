package org.theoremeter.theory.symbolic.enclosure;

/**
 * The four operations and the square root, rounded down or up.
 *
 * <p>Java rounds to nearest. The sign of the rounding error, which is exact arithmetic's own answer (Knuth's sum, the
 * remainders of Dekker's product by {@link Math#fma}), says whether the nearest double lies on the wrong side; only then is
 * its neighbour taken. Where that error may itself underflow, the neighbour is taken in any case.
 */
public final class Directed {
    /** Below this the error of a product is no longer exact. */
    private static final double SMALL = 0x1p-960;
    /** Above this the error of a sum may overflow on its way. */
    private static final double LARGE = 0x1p1020;

    private static final int SIGN = Long.SIZE - 1;

    private Directed() {}

    /**
     * Returns the next double below a result whose error, exact minus rounded, is negative; else the result.
     *
     * <p>Which it is cannot be foreseen, so that a branch would cost more than all else: it is computed from the bits. A
     * result of 0 has no error.
     */
    private static double lowered(double result, double error) {
        long below = Double.doubleToRawLongBits(error + 0.0) >>> SIGN;
        long bits = Double.doubleToRawLongBits(result);
        return Double.longBitsToDouble(result > 0 ? bits - below : bits + below);
    }

    private static double raised(double result, double error) {
        long above = Double.doubleToRawLongBits(0.0 - error) >>> SIGN;
        long bits = Double.doubleToRawLongBits(result);
        return Double.longBitsToDouble(result > 0 ? bits + above : bits - above);
    }

    /** Returns a + b, rounded down. */
    public static double addDown(double a, double b) {
        double sum = a + b;
        if (Math.abs(a) <= LARGE && Math.abs(b) <= LARGE) {
            return lowered(sum, errorOfSum(a, b, sum));
        }
        return Double.isInfinite(sum)
                ? overflowDown(sum, Double.isInfinite(a) || Double.isInfinite(b))
                : Math.nextDown(sum);
    }

    /** Returns a + b, rounded up. */
    public static double addUp(double a, double b) {
        double sum = a + b;
        if (Math.abs(a) <= LARGE && Math.abs(b) <= LARGE) {
            return raised(sum, errorOfSum(a, b, sum));
        }
        return -addDown(-a, -b);
    }

    /** Returns a + b − sum, exactly. */
    private static double errorOfSum(double a, double b, double sum) {
        double virtual = sum - a;
        return (a - (sum - virtual)) + (b - virtual);
    }

    /** What overflows to +∞ lies above the largest double; what was infinite before stays so. */
    private static double overflowDown(double result, boolean infinite) {
        return result > 0 && !infinite ? Double.MAX_VALUE : result;
    }

    /** Tells whether the error of a product or a quotient is exact, and it did not overflow. */
    private static boolean isPlain(double result) {
        double size = Math.abs(result);
        return size >= SMALL && size <= Double.MAX_VALUE;
    }

    /** A bound of 0 times an infinite bound is 0: every element of an interval is finite. */
    public static double multiplyDown(double a, double b) {
        double product = a * b;
        if (isPlain(product)) {
            return lowered(product, Math.fma(a, b, -product));
        }
        if (a == 0 || b == 0) {
            return 0;
        }
        if (Double.isInfinite(product)) {
            return overflowDown(product, Double.isInfinite(a) || Double.isInfinite(b));
        }
        return a > 0 == b > 0 ? Math.max(0, Math.nextDown(product)) : Math.nextDown(product);
    }

    /** Returns a b, rounded up. */
    public static double multiplyUp(double a, double b) {
        double product = a * b;
        if (isPlain(product)) {
            return raised(product, Math.fma(a, b, -product));
        }
        return -multiplyDown(-a, b);
    }

    /** Divides by what is not 0. */
    public static double divideDown(double a, double b) {
        double quotient = a / b;
        if (isPlain(quotient) && Math.abs(a) >= SMALL) {
            double remainder = Math.fma(-quotient, b, a);
            return lowered(quotient, b > 0 ? remainder : -remainder);
        }
        if (a == 0) {
            return 0;
        }
        if (Double.isNaN(quotient)) {
            // ∞/∞: of such quotients nothing is known but their sign.
            return a > 0 == b > 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        if (Double.isInfinite(quotient)) {
            return overflowDown(quotient, Double.isInfinite(a));
        }
        if (Double.isInfinite(b)) {
            return a > 0 == b > 0 ? 0 : -Double.MIN_VALUE;
        }
        return a > 0 == b > 0 ? Math.max(0, Math.nextDown(quotient)) : Math.nextDown(quotient);
    }

    /** Returns a/b, rounded up. */
    public static double divideUp(double a, double b) {
        double quotient = a / b;
        if (isPlain(quotient) && Math.abs(a) >= SMALL) {
            double remainder = Math.fma(-quotient, b, a);
            return raised(quotient, b > 0 ? remainder : -remainder);
        }
        return -divideDown(-a, b);
    }

    static double rootDown(double x) {
        double root = Math.sqrt(x);
        if (x < SMALL && x > 0) {
            return Math.nextDown(root);
        }
        return Math.fma(root, root, -x) > 0 ? Math.nextDown(root) : root;
    }

    static double rootUp(double x) {
        double root = Math.sqrt(x);
        if (x < SMALL && x > 0) {
            return Math.nextUp(root);
        }
        return Math.fma(root, root, -x) < 0 ? Math.nextUp(root) : root;
    }

    /** Moves down by some units in the last place. */
    public static double below(double value, int places) {
        double moved = value;
        for (int i = 0; i < places; i++) {
            moved = Math.nextDown(moved);
        }
        return moved;
    }

    /** Moves up by some units in the last place. */
    public static double above(double value, int places) {
        double moved = value;
        for (int i = 0; i < places; i++) {
            moved = Math.nextUp(moved);
        }
        return moved;
    }
}
