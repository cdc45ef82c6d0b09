package org.theoremeter.verify.claim.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the errors of several seeds become one. */
public enum Average {
    /** The mean absolute error. */
    MEAN {
        @Override
        public double of(double[] errors) {
            return Arrays.stream(errors).map(Math::abs).average().orElse(Double.NaN);
        }
    },
    /** The root mean square error. */
    RMS {
        @Override
        public double of(double[] errors) {
            return Math.sqrt(Arrays.stream(errors).map(x -> x * x).average().orElse(Double.NaN));
        }
    };

    /** Returns the average size of the errors; NaN for none. */
    public abstract double of(double[] errors);

    /** Returns the word as written in claim files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns all words. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Average::text).toList();
    }
}
