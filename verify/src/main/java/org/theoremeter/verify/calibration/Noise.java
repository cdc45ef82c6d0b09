package org.theoremeter.verify.calibration;

import java.util.Locale;
import org.apache.commons.math3.random.RandomGenerator;

/** Noise of mean 0 and variance 1. */
public enum Noise {
    /** Gaussian noise. */
    GAUSSIAN {
        @Override
        double draw(RandomGenerator random) {
            return random.nextGaussian();
        }
    },
    /** An exponential with its long tail upwards, skewness 2. */
    SKEWED_UP {
        @Override
        double draw(RandomGenerator random) {
            return exponential(random) - 1;
        }
    },
    /** An exponential with its long tail downwards, skewness −2. */
    SKEWED_DOWN {
        @Override
        double draw(RandomGenerator random) {
            return 1 - exponential(random);
        }
    },
    /** Student's with three degrees of freedom, whose fourth moment is infinite. */
    HEAVY_TAILED {
        @Override
        double draw(RandomGenerator random) {
            double squares = 0;
            for (int i = 0; i < DEGREES; i++) {
                double normal = random.nextGaussian();
                squares += normal * normal;
            }
            // t₃ has variance 3
            return random.nextGaussian() / Math.sqrt(squares / DEGREES) / Math.sqrt(DEGREES);
        }
    };

    private static final int DEGREES = 3;

    abstract double draw(RandomGenerator random);

    private static double exponential(RandomGenerator random) {
        return -Math.log(1 - random.nextDouble());
    }

    double[] draw(RandomGenerator random, int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = draw(random);
        }
        return values;
    }

    /** Returns the name in words. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
