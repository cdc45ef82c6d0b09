package org.theoremeter.simulate.training;

import org.theoremeter.simulate.network.LowRankRnn;

/**
 * Trains all of a network of low rank by one rate: X = [m n u v], column by column (theory 5.2).
 *
 * @param gradient workspace that evaluates the gradient
 */
public record Factors(FactorGradient gradient) implements Trainable<LowRankRnn> {

    @Override
    public double[] state(LowRankRnn network) {
        int size = network.size();
        double[][] columns = network.columns();
        double[] state = new double[columns.length * size];
        for (int c = 0; c < columns.length; c++) {
            System.arraycopy(columns[c], 0, state, c * size, size);
        }
        return state;
    }

    @Override
    public void write(double[] state, LowRankRnn network) {
        int size = network.size();
        double[][] columns = network.columns();
        for (int c = 0; c < columns.length; c++) {
            System.arraycopy(state, c * size, columns[c], 0, size);
        }
    }

    @Override
    public LowRankRnn copy(LowRankRnn network) {
        return network.copy();
    }

    @Override
    public boolean descent(LowRankRnn network, double[] slope) {
        if (!gradient.evaluate(network)) {
            return false;
        }
        int size = network.size();
        double[][] byColumns = gradient.byColumns();
        for (int c = 0; c < byColumns.length; c++) {
            for (int i = 0; i < size; i++) {
                slope[c * size + i] = -byColumns[c][i];
            }
        }
        return true;
    }

    /** |u|² − |v|² and more (theory 5.3). */
    @Override
    public boolean conserves() {
        return true;
    }
}
