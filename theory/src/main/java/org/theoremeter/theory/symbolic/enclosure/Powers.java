package org.theoremeter.theory.symbolic.enclosure;

/** Powers of intervals; {@link Math#pow} promises one unit in the last place, bounds are moved outwards by two. */
final class Powers {
    private static final int PLACES = 2;
    /** Up to here a whole power is a product of its factors, each rounded in the right direction. */
    private static final int MOST_FACTORS = 8;
    /** Beyond this every double is a whole number, and an exponent says nothing about signs any more. */
    private static final double LARGEST_WHOLE = 0x1p52;

    private Powers() {}

    static boolean isWhole(double exponent) {
        return exponent == Math.rint(exponent) && Math.abs(exponent) <= LARGEST_WHOLE;
    }

    /** Returns an exponent that is one small positive whole number; else 0. */
    static int small(double low, double high) {
        return low == high && low == Math.rint(low) && low >= 1 && low <= MOST_FACTORS ? (int) low : 0;
    }

    /** Returns a lower bound of xⁿ, n small and positive. */
    static double lowest(double low, double high, int n) {
        if (n % 2 != 0) {
            return odd(low, n, false);
        }
        if (low >= 0) {
            return down(low, n);
        }
        return high <= 0 ? down(-high, n) : 0;
    }

    /** Returns an upper bound of xⁿ, n small and positive. */
    static double highest(double low, double high, int n) {
        return n % 2 == 0 ? up(Math.max(-low, high), n) : odd(high, n, true);
    }

    /** Encloses xⁿ for a whole n. */
    static void whole(double low, double high, int marks, double n, Bounds out) {
        if (n == 0) {
            out.set(1, 1, marks & Bounds.FAULTS);
            return;
        }
        if (n < 0) {
            whole(low, high, marks, -n, out);
            out.divide(1, 1, 0, out.lower, out.upper, out.flags);
            return;
        }
        boolean even = n % 2 == 0;
        if (even) {
            out.absolute(low, high, marks);
            // A power is smooth where an absolute value has its kink.
            int faults = (marks & Bounds.FAULTS) | (out.flags & Bounds.OPEN);
            between(out.lower, out.upper, n, faults | positiveOpen(out.lower, out.flags), out);
        } else if (low >= 0) {
            between(low, high, n, marks, out);
        } else {
            out.set(odd(low, n, false), odd(high, n, true), marks);
        }
    }

    /** Encloses the powers of numbers that are not negative; of a single number the library is asked once. */
    private static void between(double low, double high, double n, int marks, Bounds out) {
        if (low == high && n > MOST_FACTORS) {
            double power = Math.pow(low, n);
            out.set(lower(power, low, n), upper(power, low, n), marks);
        } else {
            out.set(down(low, n), up(high, n), marks);
        }
    }

    private static int positiveOpen(double low, int marks) {
        return low > 0 || (low == 0 && (marks & Bounds.LOWER_OPEN) != 0) ? Bounds.LOWER_OPEN & marks : 0;
    }

    private static double odd(double x, double n, boolean upwards) {
        if (x < 0) {
            return upwards ? -down(-x, n) : -up(-x, n);
        }
        return upwards ? up(x, n) : down(x, n);
    }

    private static double down(double x, double n) {
        if (n == 2) {
            return Directed.multiplyDown(x, x);
        }
        if (n <= MOST_FACTORS) {
            double product = x;
            for (int i = 1; i < n; i++) {
                product = Directed.multiplyDown(product, x);
            }
            return product;
        }
        return lower(Math.pow(x, n), x, n);
    }

    private static double up(double x, double n) {
        if (n == 2) {
            return Directed.multiplyUp(x, x);
        }
        if (n <= MOST_FACTORS) {
            double product = x;
            for (int i = 1; i < n; i++) {
                product = Directed.multiplyUp(product, x);
            }
            return product;
        }
        return upper(Math.pow(x, n), x, n);
    }

    private static boolean isExact(double x, double y) {
        return x == 1 || y == 0 || y == 1 || x == 0;
    }

    private static double lower(double power, double x, double y) {
        if (isExact(x, y)) {
            return power;
        }
        if (Double.isInfinite(power)) {
            return Double.isInfinite(x) || Double.isInfinite(y) ? power : Double.MAX_VALUE;
        }
        return Math.max(0, Directed.below(power, PLACES));
    }

    private static double upper(double power, double x, double y) {
        return isExact(x, y) ? power : Directed.above(power, PLACES);
    }

    /**
     * Encloses xʸ.
     *
     * @param wholeExponent whether y takes whole values only
     */
    static void general(double xl, double xh, int xf, double yl, double yh, int yf, boolean wholeExponent, Bounds out) {
        if (yl == yh && isWhole(yl)) {
            whole(xl, xh, xf | (yf & Bounds.FAULTS), yl, out);
            return;
        }
        int faults = (xf | yf) & Bounds.FAULTS;
        boolean positive = xl > 0 || (xl == 0 && (xf & Bounds.LOWER_OPEN) != 0);
        if (positive || xl == 0) {
            ofPositive(xl, xh, yl, yh, out);
            boolean pole = !positive && yl < 0;
            // 0⁰ is 1 while 0ʸ is 0.
            boolean jump = !positive && yl <= 0 && yh >= 0;
            boolean vertical = !positive && yl < 1;
            boolean lowerOpen = out.lower == 0 && positive;
            out.flags = faults
                    | (pole ? Bounds.PARTIAL : 0)
                    | (jump ? Bounds.JUMP : 0)
                    | (vertical ? Bounds.KINK : 0)
                    | Bounds.openIf(lowerOpen, false);
            return;
        }
        boolean neverWhole = yl == yh && !wholeExponent;
        if (neverWhole && xh < 0) {
            out.empty(faults);
            return;
        }
        ofPositive(0, Math.max(Math.abs(xl), Math.abs(xh)), yl, yh, out);
        if (neverWhole) {
            ofPositive(0, xh, yl, yh, out);
            out.flags = faults | Bounds.PARTIAL | Bounds.KINK;
        } else {
            boolean defined = wholeExponent && (yl >= 0 || xh < 0 || xl > 0);
            double far = out.upper;
            out.set(-far, far, faults | (defined ? 0 : Bounds.PARTIAL | Bounds.JUMP) | Bounds.KINK);
        }
    }

    /** Of positive numbers a power is monotone in base and exponent each, so that corners bound it. */
    private static void ofPositive(double xl, double xh, double yl, double yh, Bounds out) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int corner = 0; corner < 4; corner++) {
            double x = (corner & 1) == 0 ? xl : xh;
            double y = (corner & 2) == 0 ? yl : yh;
            double power = Math.pow(x, y);
            if (Double.isNaN(power)) {
                // 1 to an infinite exponent, or ∞ to 0: anything between its neighbours.
                low = 0;
                high = Double.POSITIVE_INFINITY;
            } else {
                low = Math.min(low, lower(power, x, y));
                high = Math.max(high, upper(power, x, y));
            }
        }
        out.set(low, high, 0);
    }
}
