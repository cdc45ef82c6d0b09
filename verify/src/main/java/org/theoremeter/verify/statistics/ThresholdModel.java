package org.theoremeter.verify.statistics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How the fraction of an outcome depends on a coordinate x around a threshold T₀, with steepness k (one over the unit of x).
 *
 * <p>Both are functions of z = k(x − T₀), whose log-likelihood for binomial counts is concave in z, hence in (k T₀, k). So at a
 * fixed T₀ it is concave in k, and its maximum over k of one sign has one peak in T₀ with nothing but slopes on either side.
 */
public enum ThresholdModel {

    /**
     * 0 for x ≤ T₀ and 1 − e^(−k(x − T₀)) beyond: an outcome that starts at T₀. A fraction only for k ≥ 0; the formula is that for
     * k < 0 too, since a search that strays there has to find it bad.
     */
    SATURATION {
        @Override
        public double fraction(double x, double threshold, double steepness) {
            return x > threshold ? -Math.expm1(-steepness * (x - threshold)) : 0;
        }

        @Override
        double slope(double x, double threshold, double steepness) {
            return x > threshold ? Math.exp(-steepness * (x - threshold)) : 0;
        }

        @Override
        double logLikelihoodAt(double z, double successes, double trials) {
            if (z <= 0) {
                return successes > 0 ? Double.NEGATIVE_INFINITY : 0;
            }
            return (successes > 0 ? successes * Math.log(-Math.expm1(-z)) : 0) - (trials - successes) * z;
        }

        @Override
        double scoreAt(double z, double successes, double trials) {
            return z > 0 ? (successes > 0 ? successes / Math.expm1(z) : 0) - (trials - successes) : 0;
        }
    },

    /** 1/(1 + e^(−k(x − T₀))), k of either sign: an outcome that gives way to another, half of each at T₀. */
    LOGISTIC {
        @Override
        public double fraction(double x, double threshold, double steepness) {
            return 1 / (1 + Math.exp(-steepness * (x - threshold)));
        }

        @Override
        double slope(double x, double threshold, double steepness) {
            double small = Math.exp(-Math.abs(steepness * (x - threshold)));
            return small / ((1 + small) * (1 + small));
        }

        @Override
        double logLikelihoodAt(double z, double successes, double trials) {
            return -successes * softplus(-z) - (trials - successes) * softplus(z);
        }

        @Override
        double scoreAt(double z, double successes, double trials) {
            return successes - trials / (1 + Math.exp(-z));
        }
    };

    /** Returns the fraction at x. */
    public abstract double fraction(double x, double threshold, double steepness);

    /** Returns the derivative of the fraction by z; at the kink of the saturation 0. */
    abstract double slope(double x, double threshold, double steepness);

    /** Returns s ln p(z) + (n − s) ln(1 − p(z)) for s successes of n trials, −∞ where they are impossible. */
    abstract double logLikelihoodAt(double z, double successes, double trials);

    /** Returns the derivative of the log-likelihood by z. */
    abstract double scoreAt(double z, double successes, double trials);

    /** Returns the name as written on a command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the names as written on a command line. */
    public static List<String> names() {
        return Stream.of(values()).map(ThresholdModel::text).toList();
    }

    /** Returns ln(1 + e^z) without overflow. */
    private static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }
}
