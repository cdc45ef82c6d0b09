package org.theoremeter.simulate.task;

import java.util.Arrays;
import java.util.Objects;

/**
 * A batch of B trials of T steps with I input and O output channels: inputs x, targets y and loss weights w.
 *
 * <p>Outputs o have the loss L = 1/(B T O) Σ w (o − y)², summed over trials, steps and output channels. The arrays are
 * allocated once; a task refills them every epoch.
 */
public final class Trials {

    private final int batch;
    private final int steps;
    private final int inputs;
    private final int outputs;
    private final double[] input;
    private final double[] target;
    private final double[] weight;

    /**
     * Allocates trials that are 0 throughout.
     *
     * @param batch number B of trials, at least 1
     * @param steps number T of steps of each, at least 1
     * @param inputs number I of input channels, at least 0
     * @param outputs number O of output channels, at least 1
     * @throws IllegalArgumentException if one of them is smaller, or B T I or B T O exceeds the length of an array
     */
    public Trials(int batch, int steps, int inputs, int outputs) {
        require("trials", batch, 1);
        require("steps", steps, 1);
        require("input channels", inputs, 0);
        require("output channels", outputs, 1);
        this.batch = batch;
        this.steps = steps;
        this.inputs = inputs;
        this.outputs = outputs;
        input = new double[size(batch, steps, inputs)];
        target = new double[size(batch, steps, outputs)];
        weight = new double[target.length];
    }

    private static void require(String what, int found, int least) {
        if (found < least) {
            throw new IllegalArgumentException("found " + found + " " + what + ", accepted: at least " + least);
        }
    }

    private static int size(int batch, int steps, int channels) {
        try {
            return Math.multiplyExact(Math.multiplyExact(batch, steps), channels);
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(
                    "found " + batch + " trials of " + steps + " steps and " + channels
                            + " channels, accepted: a product of at most " + Integer.MAX_VALUE,
                    overflow);
        }
    }

    /** Returns the number B of trials. */
    public int batch() {
        return batch;
    }

    /** Returns the number T of steps of each trial. */
    public int steps() {
        return steps;
    }

    /** Returns the number I of input channels. */
    public int inputs() {
        return inputs;
    }

    /** Returns the number O of output channels. */
    public int outputs() {
        return outputs;
    }

    /**
     * Returns an input x.
     *
     * @throws IndexOutOfBoundsException if there is no such trial, step or input channel
     */
    public double input(int trial, int step, int channel) {
        return input[index(trial, step, channel, inputs)];
    }

    /**
     * Sets an input x.
     *
     * @throws IndexOutOfBoundsException if there is no such trial, step or input channel
     */
    public void input(int trial, int step, int channel, double value) {
        input[index(trial, step, channel, inputs)] = value;
    }

    /**
     * Returns a target y.
     *
     * @throws IndexOutOfBoundsException if there is no such trial, step or output channel
     */
    public double target(int trial, int step, int channel) {
        return target[index(trial, step, channel, outputs)];
    }

    /**
     * Sets a target y.
     *
     * @throws IndexOutOfBoundsException if there is no such trial, step or output channel
     */
    public void target(int trial, int step, int channel, double value) {
        target[index(trial, step, channel, outputs)] = value;
    }

    /**
     * Returns a loss weight w.
     *
     * @throws IndexOutOfBoundsException if there is no such trial, step or output channel
     */
    public double weight(int trial, int step, int channel) {
        return weight[index(trial, step, channel, outputs)];
    }

    /**
     * Sets a loss weight w.
     *
     * @throws IndexOutOfBoundsException if there is no such trial, step or output channel
     */
    public void weight(int trial, int step, int channel, double value) {
        weight[index(trial, step, channel, outputs)] = value;
    }

    /** Sets every input, target and weight to 0. */
    public void clear() {
        Arrays.fill(input, 0);
        Arrays.fill(target, 0);
        Arrays.fill(weight, 0);
    }

    private int index(int trial, int step, int channel, int channels) {
        Objects.checkIndex(trial, batch);
        Objects.checkIndex(step, steps);
        Objects.checkIndex(channel, channels);
        return (trial * steps + step) * channels + channel;
    }
}
