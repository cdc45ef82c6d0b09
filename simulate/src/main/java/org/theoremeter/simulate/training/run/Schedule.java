package org.theoremeter.simulate.training.run;

/** Tells the learning rate of an epoch. */
public sealed interface Schedule {

    /**
     * Returns the rate of an epoch.
     *
     * @param epoch from 0
     * @param epochs how many there are in all
     */
    double rate(long epoch, long epochs);

    /**
     * One rate throughout.
     *
     * @param rate η, positive
     */
    record Constant(double rate) implements Schedule {

        /** Checks the rate. */
        public Constant {
            requireRate(rate);
        }

        @Override
        public double rate(long epoch, long epochs) {
            return rate;
        }
    }

    /**
     * η γ^⌊e/n⌋: a factor every n epochs.
     *
     * @param rate η, positive
     * @param factor γ, in (0, 1]
     * @param every n, at least 1
     */
    record Steps(double rate, double factor, long every) implements Schedule {

        /** Checks the numbers. */
        public Steps {
            requireRate(rate);
            if (!(factor > 0 && factor <= 1) || every < 1) {
                throw new IllegalArgumentException("found a factor of " + factor + " every " + every
                        + " epochs, accepted: a factor in (0, 1] and at least 1 epoch");
            }
        }

        @Override
        public double rate(long epoch, long epochs) {
            long times = epoch / every;
            return rate * Math.pow(factor, (double) times);
        }
    }

    /**
     * η (1 + cos(π e/E))/2: half a cosine, from η towards 0.
     *
     * @param rate η, positive
     */
    record Cosine(double rate) implements Schedule {

        /** Checks the rate. */
        public Cosine {
            requireRate(rate);
        }

        @Override
        public double rate(long epoch, long epochs) {
            return rate * (1 + Math.cos(Math.PI * epoch / epochs)) / 2;
        }
    }

    private static void requireRate(double rate) {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("found rate " + rate + ", accepted: a positive number");
        }
    }
}
