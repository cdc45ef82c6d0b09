package org.theoremeter.simulate.task;

/**
 * How the answers of a task are scored, one sample (a trial at a step) at a time: whether an answer is right, and how
 * reliable it is, from 0 to 1.
 *
 * <p>A sample asks one question or one a channel, and questions may count differently. An output that is not finite is
 * never right and has reliability 0.
 */
public sealed interface Scoring {

    /**
     * Returns how much the questions of a sample count together; 0 where it asks nothing.
     *
     * @param targets y, one a channel
     * @param weights w of the loss, one a channel, at least 0
     */
    double asked(double[] targets, double[] weights);

    /**
     * Returns how much the rightly answered questions of a sample count, at most {@link #asked}.
     *
     * @param targets y, one a channel
     * @param weights w of the loss, one a channel, at least 0
     * @param outputs o, one a channel
     */
    double right(double[] targets, double[] weights, double[] outputs);

    /**
     * Returns the sum over the questions of a sample of how much each counts times the reliability of its answer, at
     * most {@link #asked}.
     *
     * @param targets y, one a channel
     * @param weights w of the loss, one a channel, at least 0
     * @param outputs o, one a channel
     */
    double reliable(double[] targets, double[] weights, double[] outputs);

    /**
     * One question a sample, which channel is largest; every sample counts 1, whatever the loss weights. Among equals the
     * first channel is meant, of targets and of outputs.
     *
     * <p>The reliability is o_k/Σo of the right channel k. An output below 0, which only a read-out without sigmoid gives,
     * is taken for 0, so that this stays a share; it is 0 where no output is above 0.
     */
    record ArgMax() implements Scoring {

        @Override
        public double asked(double[] targets, double[] weights) {
            return 1;
        }

        @Override
        public double right(double[] targets, double[] weights, double[] outputs) {
            return finite(outputs) && largest(outputs) == largest(targets) ? 1 : 0;
        }

        @Override
        public double reliable(double[] targets, double[] weights, double[] outputs) {
            double top = outputs[largest(outputs)];
            if (!finite(outputs) || top <= 0) {
                return 0;
            }
            double sum = 0;
            for (double output : outputs) {
                // over the largest, so that the sum cannot overflow
                sum += Math.max(0, output / top);
            }
            return Math.max(0, outputs[largest(targets)] / top) / sum;
        }

        private static boolean finite(double[] outputs) {
            for (double output : outputs) {
                if (!Double.isFinite(output)) {
                    return false;
                }
            }
            return true;
        }

        private static int largest(double[] values) {
            int largest = 0;
            for (int channel = 1; channel < values.length; channel++) {
                if (values[channel] > values[largest]) {
                    largest = channel;
                }
            }
            return largest;
        }
    }

    /** One question a channel, which counts as much as the loss weight says. */
    sealed interface ByChannel extends Scoring {

        /** Tells whether a target asks anything. */
        default boolean asks(double target) {
            return true;
        }

        /** Tells whether a finite output is right. */
        boolean right(double target, double output);

        /** Returns the reliability of a finite output, in [0, 1]. */
        double reliability(double target, double output);

        @Override
        default double asked(double[] targets, double[] weights) {
            double sum = 0;
            for (int channel = 0; channel < targets.length; channel++) {
                sum += asks(targets[channel]) ? weights[channel] : 0;
            }
            return sum;
        }

        @Override
        default double right(double[] targets, double[] weights, double[] outputs) {
            double sum = 0;
            for (int channel = 0; channel < targets.length; channel++) {
                boolean counts = asks(targets[channel]) && Double.isFinite(outputs[channel]);
                sum += counts && right(targets[channel], outputs[channel]) ? weights[channel] : 0;
            }
            return sum;
        }

        @Override
        default double reliable(double[] targets, double[] weights, double[] outputs) {
            double sum = 0;
            for (int channel = 0; channel < targets.length; channel++) {
                boolean counts = asks(targets[channel]) && Double.isFinite(outputs[channel]);
                sum += counts ? weights[channel] * reliability(targets[channel], outputs[channel]) : 0;
            }
            return sum;
        }
    }

    /**
     * Targets 0 and 1, told apart at ½; an output of exactly ½ is never right. The reliability is that of
     * {@link ArgMax} for the two outputs (o, 1 − o): o where the target is 1 and 1 − o where it is 0, o cut to [0, 1].
     */
    record Threshold() implements ByChannel {

        @Override
        public boolean right(double target, double output) {
            return target > 0.5 ? output > 0.5 : output < 0.5;
        }

        @Override
        public double reliability(double target, double output) {
            double cut = Math.max(0, Math.min(1, output));
            return target > 0.5 ? cut : 1 - cut;
        }
    }

    /**
     * Targets −1 and 1, told apart by sign; an output of 0 is never right, and a target of 0 asks nothing. The
     * reliability is that of {@link ArgMax} for the two outputs (1 ± o)/2: (1 + y o)/2, o cut to [−1, 1].
     */
    record Sign() implements ByChannel {

        @Override
        public boolean asks(double target) {
            return target != 0;
        }

        @Override
        public boolean right(double target, double output) {
            return target > 0 ? output > 0 : output < 0;
        }

        @Override
        public double reliability(double target, double output) {
            double cut = Math.max(-1, Math.min(1, output));
            return (1 + Math.signum(target) * cut) / 2;
        }
    }

    /**
     * Targets of any value; an output is right if |o − y| is at most the tolerance. The reliability is 1 − |o − y|/range,
     * or 0 if that is negative.
     *
     * @param tolerance largest error that is right, at least 0
     * @param range error at which an answer is worth nothing, positive
     */
    record Tolerance(double tolerance, double range) implements ByChannel {

        /**
         * Checks both.
         *
         * @throws IllegalArgumentException if the tolerance is negative, the range is not positive, or one is not finite
         */
        public Tolerance {
            if (!(tolerance >= 0) || !Double.isFinite(tolerance)) {
                throw new IllegalArgumentException("tolerance: found " + tolerance + ", accepted: [0, inf)");
            }
            if (!(range > 0) || !Double.isFinite(range)) {
                throw new IllegalArgumentException("range: found " + range + ", accepted: (0, inf)");
            }
        }

        @Override
        public boolean right(double target, double output) {
            return Math.abs(output - target) <= tolerance;
        }

        @Override
        public double reliability(double target, double output) {
            return Math.max(0, 1 - Math.abs(output - target) / range);
        }
    }
}
