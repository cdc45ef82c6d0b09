package org.theoremeter.simulate.experiment.modes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How much the answer depends on the input at each time (theory 4.2). */
enum TimeStructure {
    /** On all alike, s_i = δ. */
    CONSTANT {
        @Override
        double at(int i, int length, double lambda) {
            return 1;
        }
    },
    /** On the recent ones most, s_i = δ λ^{T−i}. */
    RECENT {
        @Override
        double at(int i, int length, double lambda) {
            return Math.pow(lambda, length - i);
        }
    },
    /** On the early ones most, s_i = δ λ^i. */
    EARLY {
        @Override
        double at(int i, int length, double lambda) {
            return Math.pow(lambda, i);
        }
    };

    static final List<String> NAMES =
            Arrays.stream(values()).map(TimeStructure::word).toList();

    /** Returns s_i/δ. */
    abstract double at(int i, int length, double lambda);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TimeStructure named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
