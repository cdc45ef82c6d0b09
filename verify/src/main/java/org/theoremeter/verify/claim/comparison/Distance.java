package org.theoremeter.verify.claim.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far apart two curves are, given their differences at the samples. */
public enum Distance {
    /** The largest difference. */
    SUP {
        @Override
        public double of(double[] differences) {
            return Arrays.stream(differences).map(Math::abs).max().orElse(Double.NaN);
        }
    },
    /** The mean absolute difference. */
    MEAN {
        @Override
        public double of(double[] differences) {
            return Arrays.stream(differences).map(Math::abs).average().orElse(Double.NaN);
        }
    },
    /** The root mean square difference. */
    RMS {
        @Override
        public double of(double[] differences) {
            return Math.sqrt(
                    Arrays.stream(differences).map(x -> x * x).average().orElse(Double.NaN));
        }
    };

    /** Returns the distance; NaN for no samples or a non-finite difference. */
    public abstract double of(double[] differences);

    /** Returns the word as written in claim files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns all words. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Distance::text).toList();
    }
}
