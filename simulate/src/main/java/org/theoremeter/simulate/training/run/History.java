package org.theoremeter.simulate.training.run;

import java.util.Arrays;

/** Holds what every epoch of a training run gave, before its update: loss, accuracy, reliability, norm of the gradient and task loss. */
public final class History {

    private static final int FIRST = 1024;

    /** Numbers an epoch. */
    static final int COLUMNS = 5;

    private final double[][] columns = new double[COLUMNS][0];
    private int epochs;

    /** Creates an empty history. */
    History() {}

    /** Makes room, so that adding allocates nothing until then. */
    void reserve(long capacity) {
        int length = (int) Math.max(FIRST, capacity);
        for (int c = 0; c < columns.length; c++) {
            columns[c] = Arrays.copyOf(columns[c], Math.max(columns[c].length, length));
        }
    }

    void add(double loss, double accuracy, double reliability, double norm, double task) {
        columns[0][epochs] = loss;
        columns[1][epochs] = accuracy;
        columns[2][epochs] = reliability;
        columns[3][epochs] = norm;
        columns[4][epochs] = task;
        epochs++;
    }

    /** Returns how many epochs there are. */
    public int epochs() {
        return epochs;
    }

    /** Returns a copy of the losses. */
    public double[] losses() {
        return Arrays.copyOf(columns[0], epochs);
    }

    /** Returns a copy of the accuracies. */
    public double[] accuracies() {
        return Arrays.copyOf(columns[1], epochs);
    }

    /** Returns a copy of the reliabilities. */
    public double[] reliabilities() {
        return Arrays.copyOf(columns[2], epochs);
    }

    /** Returns a copy of the norms of the gradient, before any clipping. */
    public double[] gradientNorms() {
        return Arrays.copyOf(columns[3], epochs);
    }

    /** Returns a copy of the losses without what regularisation adds to them. */
    public double[] taskLosses() {
        return Arrays.copyOf(columns[4], epochs);
    }

    /** Returns copies of all columns, in the order in which they are added. */
    double[][] all() {
        double[][] all = new double[COLUMNS][];
        for (int c = 0; c < COLUMNS; c++) {
            all[c] = Arrays.copyOf(columns[c], epochs);
        }
        return all;
    }

    double loss(int epoch) {
        return columns[0][epoch];
    }

    double accuracy(int epoch) {
        return columns[1][epoch];
    }
}
