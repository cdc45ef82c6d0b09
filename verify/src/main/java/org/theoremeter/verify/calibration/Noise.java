package org.theoremeter.verify.calibration;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.random.RandomGenerator;

/** Noise of mean 0, and of variance 1 if it has one. */
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
    },
    /** The lognormal of σ = 1, skewness 6.2. */
    LOGNORMAL {
        @Override
        double draw(RandomGenerator random) {
            return (Math.exp(random.nextGaussian()) - Math.exp(0.5)) / Math.sqrt(Math.E * (Math.E - 1));
        }
    },
    /** Pareto's with exponent 1.2: it has a mean and no variance, so that no interval of few seeds holds; in units of its least value. */
    PARETO {
        @Override
        double draw(RandomGenerator random) {
            return Math.pow(1 - random.nextDouble(), -1 / PARETO_EXPONENT) - PARETO_EXPONENT / (PARETO_EXPONENT - 1);
        }

        @Override
        public boolean promised() {
            return false;
        }
    },
    /** Gaussian noise in a table in which three of ten seeds are copies of others. */
    COPIED {
        @Override
        double draw(RandomGenerator random) {
            return random.nextGaussian();
        }

        @Override
        void arrange(double[] values, RandomGenerator random) {
            int copies = Math.max(1, (int) (COPIES * values.length));
            for (int i = 0; i < copies; i++) {
                values[values.length - 1 - i] = values[i];
            }
        }

        @Override
        public boolean found() {
            return true;
        }
    },
    /** Gaussian noise in a table whose neighbouring seeds correlate by 0.5. */
    SERIAL {
        @Override
        double draw(RandomGenerator random) {
            return random.nextGaussian();
        }

        @Override
        void arrange(double[] values, RandomGenerator random) {
            chain(values, WEAK);
        }

        @Override
        public boolean found() {
            return true;
        }
    },
    /** Gaussian noise in a table whose neighbouring seeds correlate by 0.8. */
    STRONGLY_SERIAL {
        @Override
        double draw(RandomGenerator random) {
            return random.nextGaussian();
        }

        @Override
        void arrange(double[] values, RandomGenerator random) {
            chain(values, STRONG);
        }

        @Override
        public boolean found() {
            return true;
        }
    },
    /** Gaussian noise in a table whose seeds come in pairs that share half of their variance. */
    CLUSTERED {
        @Override
        double draw(RandomGenerator random) {
            return random.nextGaussian();
        }

        @Override
        void arrange(double[] values, RandomGenerator random) {
            for (int i = 0; i < values.length; i += 2) {
                double shared = random.nextGaussian();
                for (int j = i; j < Math.min(values.length, i + 2); j++) {
                    values[j] = Math.sqrt(SHARED) * shared + Math.sqrt(1 - SHARED) * values[j];
                }
            }
        }

        @Override
        public boolean found() {
            return true;
        }
    };

    private static final int DEGREES = 3;
    private static final double PARETO_EXPONENT = 1.2;
    private static final double COPIES = 0.3;
    private static final double WEAK = 0.5;
    private static final double STRONG = 0.8;
    private static final double SHARED = 0.5;

    /** Draws one number. */
    abstract double draw(RandomGenerator random);

    /** Makes independent numbers depend on each other. */
    void arrange(double[] values, RandomGenerator random) {}

    /** Returns whether seeds depend on each other as only those of a user's table may. */
    public boolean found() {
        return false;
    }

    /** Returns whether judges promise that verdicts are as rarely wrong with it as they say. */
    public boolean promised() {
        return true;
    }

    /** Returns the kinds of noise of seeds that are independent and no more skewed than the exponential. */
    public static List<Noise> moderate() {
        return List.of(GAUSSIAN, SKEWED_UP, SKEWED_DOWN, HEAVY_TAILED);
    }

    private static double exponential(RandomGenerator random) {
        return -Math.log(1 - random.nextDouble());
    }

    private static void chain(double[] values, double correlation) {
        for (int i = 1; i < values.length; i++) {
            values[i] = correlation * values[i - 1] + Math.sqrt(1 - correlation * correlation) * values[i];
        }
    }

    double[] draw(RandomGenerator random, int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = draw(random);
        }
        arrange(values, random);
        return values;
    }

    /** Draws numbers for seeds at the points of a grid, [seed][point]; seeds depend on each other at each point. */
    double[][] draw(RandomGenerator random, int n, int points) {
        double[][] values = new double[n][points];
        for (double[] row : values) {
            for (int j = 0; j < points; j++) {
                row[j] = draw(random);
            }
        }
        for (int j = 0; j < points; j++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = values[i][j];
            }
            arrange(column, random);
            for (int i = 0; i < n; i++) {
                values[i][j] = column[i];
            }
        }
        return values;
    }

    /** Returns the name in words. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
