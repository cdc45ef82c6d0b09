package org.theoremeter.theory.symbolic.bytecode;

/**
 * The rule by which powers are evaluated.
 *
 * <p>For the integers 1 to 8, x^(2k) = (x²)^k and x^(2k+1) = x (x²)^k, so that xⁿ is rounded at most n − 1 times; for −1
 * to −8, one over that; for every other exponent {@link Math#pow}. The relative error of a product or its reciprocal is
 * below |n| 2⁻⁵³ to first order, as long as neither overflows or is subnormal. The reciprocal of a product that overflows
 * is 0, where the power itself would be at most 2⁻¹⁰²⁴.
 */
public final class Power {
    private static final int HIGHEST = 8;

    private Power() {}

    /** Tells whether a power with that exponent is a product, or one over a product. */
    public static boolean isProduct(double exponent) {
        return Math.abs(exponent) <= HIGHEST && exponent == Math.rint(exponent) && exponent != 0;
    }

    /** Returns base^exponent: by multiplication for small whole exponents, else as {@link Math#pow} does. */
    public static double of(double base, double exponent) {
        if (!isProduct(exponent)) {
            return Math.pow(base, exponent);
        }
        return exponent > 0 ? product(base, (int) exponent) : 1 / product(base, (int) -exponent);
    }

    private static double product(double base, int factors) {
        if (factors == 1) {
            return base;
        }
        double rest = product(base * base, factors / 2);
        return factors % 2 == 0 ? rest : base * rest;
    }
}
