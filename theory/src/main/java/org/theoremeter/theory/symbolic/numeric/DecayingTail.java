package org.theoremeter.theory.symbolic.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * A function on [0, ∞) that is 0 where it has long decayed and can no longer be evaluated.
 *
 * <p>{@code x^2*exp(x)*exp(-2*x)} is ∞ · 0 far out. Beyond the last point of a geometric grid where |x f(x)| still
 * counts, NaN is therefore read as 0, provided that at least one point in between was evaluated and found
 * negligible. An infinite value is never read so, since it may be a true one.
 */
final class DecayingTail implements DoubleUnaryOperator {
    private static final double NEGLIGIBLE = 1e-25;

    private final DoubleUnaryOperator function;
    private final double decayed;

    DecayingTail(DoubleUnaryOperator function) {
        this.function = function;
        this.decayed = decayed(function);
    }

    private static double decayed(DoubleUnaryOperator function) {
        double largest = 0;
        double from = Double.POSITIVE_INFINITY;
        for (int k = AdaptiveGauss.NEAREST; k <= AdaptiveGauss.FARTHEST; k++) {
            double x = Math.scalb(1.0, k);
            double weight = Math.abs(x * function.applyAsDouble(x));
            largest = Math.max(largest, Double.isNaN(weight) ? 0 : weight);
            if (weight > NEGLIGIBLE * largest) {
                from = Double.POSITIVE_INFINITY;
            } else if (from == Double.POSITIVE_INFINITY && !Double.isNaN(weight)) {
                from = x;
            }
        }
        return from;
    }

    @Override
    public double applyAsDouble(double x) {
        double value = function.applyAsDouble(x);
        return Double.isNaN(value) && x > decayed ? 0 : value;
    }
}
