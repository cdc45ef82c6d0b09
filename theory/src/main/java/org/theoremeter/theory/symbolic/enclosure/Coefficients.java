package org.theoremeter.theory.symbolic.enclosure;

import java.util.Arrays;

/** Enclosures of the Taylor coefficients of one function, and the recurrences that give them from those of others. */
final class Coefficients {
    private final double[] low;
    private final double[] high;
    private double sumLow;
    private double sumHigh;

    Coefficients(int order) {
        low = new double[order + 1];
        high = new double[order + 1];
    }

    private int order() {
        return low.length - 1;
    }

    double lower(int k) {
        return low[k];
    }

    double upper(int k) {
        return high[k];
    }

    void set(int k, double lower, double upper) {
        low[k] = lower;
        high[k] = upper;
    }

    /** Takes a value, and zeros for what follows: a constant. */
    void constant(double lower, double upper) {
        Arrays.fill(low, 0);
        Arrays.fill(high, 0);
        set(0, lower, upper);
    }

    /** Says that nothing is known of what follows the value. */
    void unknown() {
        Arrays.fill(low, 1, low.length, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, 1, high.length, Double.POSITIVE_INFINITY);
    }

    /** Copies what follows the value. */
    void copy(Coefficients a) {
        System.arraycopy(a.low, 1, low, 1, order());
        System.arraycopy(a.high, 1, high, 1, order());
    }

    void negate(Coefficients a) {
        for (int k = 1; k <= order(); k++) {
            set(k, -a.high[k], -a.low[k]);
        }
    }

    void add(Coefficients a, Coefficients b) {
        for (int k = 1; k <= order(); k++) {
            set(k, Directed.addDown(a.low[k], b.low[k]), Directed.addUp(a.high[k], b.high[k]));
        }
    }

    void subtract(Coefficients a, Coefficients b) {
        for (int k = 1; k <= order(); k++) {
            set(k, Directed.addDown(a.low[k], -b.high[k]), Directed.addUp(a.high[k], -b.low[k]));
        }
    }

    private void begin() {
        sumLow = 0;
        sumHigh = 0;
    }

    /** Adds a product of intervals; infinite bounds are bounds of finite numbers, so that 0 times anything is 0. */
    private void plus(double al, double ah, double bl, double bh) {
        if ((al == 0 && ah == 0) || (bl == 0 && bh == 0)) {
            return;
        }
        double least;
        double most;
        if (al >= 0) {
            least = bl >= 0 ? Directed.multiplyDown(al, bl) : Directed.multiplyDown(ah, bl);
            most = bh >= 0 ? Directed.multiplyUp(ah, bh) : Directed.multiplyUp(al, bh);
        } else if (ah <= 0) {
            least = bh <= 0 ? Directed.multiplyDown(ah, bh) : Directed.multiplyDown(al, bh);
            most = bl <= 0 ? Directed.multiplyUp(al, bl) : Directed.multiplyUp(ah, bl);
        } else {
            least = Math.min(Directed.multiplyDown(al, bh), Directed.multiplyDown(ah, bl));
            most = Math.max(Directed.multiplyUp(al, bl), Directed.multiplyUp(ah, bh));
        }
        sumLow = Directed.addDown(sumLow, least);
        sumHigh = Directed.addUp(sumHigh, most);
    }

    private void plus(Coefficients a, int j, Coefficients b, int k) {
        plus(a.low[j], a.high[j], b.low[k], b.high[k]);
    }

    private void plusScaled(double weight, Coefficients a, int j, Coefficients b, int k) {
        if (weight == 0) {
            return;
        }
        double l = weight > 0 ? Directed.multiplyDown(weight, a.low[j]) : Directed.multiplyDown(weight, a.high[j]);
        double h = weight > 0 ? Directed.multiplyUp(weight, a.high[j]) : Directed.multiplyUp(weight, a.low[j]);
        plus(l, h, b.low[k], b.high[k]);
    }

    private void store(int k) {
        set(k, sumLow, sumHigh);
    }

    private void storeNegative(int k) {
        set(k, -sumHigh, -sumLow);
    }

    /** Divides the sum by an interval; by one that may be 0 it is unknown. */
    private void storeQuotient(int k, double bl, double bh) {
        if (bl > 0) {
            set(
                    k,
                    sumLow >= 0 ? Directed.divideDown(sumLow, bh) : Directed.divideDown(sumLow, bl),
                    sumHigh >= 0 ? Directed.divideUp(sumHigh, bl) : Directed.divideUp(sumHigh, bh));
        } else if (bh < 0) {
            set(
                    k,
                    sumHigh >= 0 ? Directed.divideDown(sumHigh, bh) : Directed.divideDown(sumHigh, bl),
                    sumLow >= 0 ? Directed.divideUp(sumLow, bl) : Directed.divideUp(sumLow, bh));
        } else {
            set(k, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
    }

    /** (ab)ₖ = Σ aⱼ bₖ₋ⱼ, beyond the value. */
    void multiply(Coefficients a, Coefficients b) {
        for (int k = 1; k <= order(); k++) {
            begin();
            for (int j = 0; j <= k; j++) {
                plus(a, j, b, k - j);
            }
            store(k);
        }
    }

    /** (a/b)ₖ = (aₖ − Σ bⱼ (a/b)ₖ₋ⱼ)/b₀. */
    void divide(Coefficients a, Coefficients b) {
        for (int k = 1; k <= order(); k++) {
            begin();
            for (int j = 1; j <= k; j++) {
                plus(b, j, this, k - j);
            }
            double l = sumLow;
            sumLow = Directed.addDown(a.low[k], -sumHigh);
            sumHigh = Directed.addUp(a.high[k], -l);
            storeQuotient(k, b.low[0], b.high[0]);
        }
    }

    /** Sums j uⱼ vₖ₋ⱼ over j from 1 to k, over k: the coefficients of the function whose slope is u′ v. */
    private void slope(int k, Coefficients u, Coefficients v, boolean negative) {
        begin();
        for (int j = 1; j <= k; j++) {
            plusScaled(j, u, j, v, k - j);
        }
        if (negative) {
            double l = sumLow;
            sumLow = -sumHigh;
            sumHigh = -l;
        }
        storeQuotient(k, k, k);
    }

    void exponential(Coefficients u) {
        for (int k = 1; k <= order(); k++) {
            slope(k, u, this, false);
        }
    }

    /** The value is the sine or hyperbolic sine of u, that of the other its cosine. */
    void wave(Coefficients u, Coefficients other, boolean hyperbolic) {
        for (int k = 1; k <= order(); k++) {
            slope(k, u, other, false);
            other.slope(k, u, this, !hyperbolic);
        }
    }

    /** Tangent, t′ = (1 + t²) u′, or hyperbolic tangent, t′ = (1 − t²) u′; of the other the value is set. */
    void tangent(Coefficients u, Coefficients other, boolean hyperbolic) {
        for (int k = 1; k <= order(); k++) {
            slope(k, u, other, false);
            other.begin();
            for (int j = 0; j <= k; j++) {
                other.plus(this, j, this, k - j);
            }
            if (hyperbolic) {
                other.storeNegative(k);
            } else {
                other.store(k);
            }
        }
    }

    /** The function whose slope is u′/w: a logarithm with w = u, an inverse tangent with w = 1 + u², … */
    void slopeOver(Coefficients u, Coefficients w) {
        for (int k = 1; k <= order(); k++) {
            begin();
            for (int j = 1; j < k; j++) {
                plusScaled(j, this, j, w, k - j);
            }
            storeQuotient(k, k, k);
            double l = low[k];
            sumLow = Directed.addDown(u.low[k], -high[k]);
            sumHigh = Directed.addUp(u.high[k], -l);
            storeQuotient(k, w.low[0], w.high[0]);
        }
    }

    /** k u₀ pₖ = Σ (y j − (k − j)) uⱼ pₖ₋ⱼ for p = uʸ. */
    void power(Coefficients u, double yLow, double yHigh) {
        for (int k = 1; k <= order(); k++) {
            begin();
            for (int j = 1; j <= k; j++) {
                double weightLow = Directed.addDown(Directed.multiplyDown(yLow, j), j - k);
                double weightHigh = Directed.addUp(Directed.multiplyUp(yHigh, j), j - k);
                weighted(weightLow, weightHigh, u, j, k - j);
            }
            storeQuotient(k, k, k);
            sumLow = low[k];
            sumHigh = high[k];
            storeQuotient(k, u.low[0], u.high[0]);
        }
    }

    private void weighted(double weightLow, double weightHigh, Coefficients u, int j, int rest) {
        double l = sumLow;
        double h = sumHigh;
        begin();
        plus(weightLow, weightHigh, u.low[j], u.high[j]);
        double productLow = sumLow;
        double productHigh = sumHigh;
        sumLow = l;
        sumHigh = h;
        plus(productLow, productHigh, low[rest], high[rest]);
    }
}
