package org.theoremeter.simulate.training.bptt;

/**
 * Holds all that an epoch of training draws besides its trials; arrays are shared. A network of N units has R = N sums with
 * state noise, an LSTM R = 4N.
 *
 * @param initial states in which trials start, B × N (h for the LSTM, whose c starts at 0)
 * @param input noise added to inputs, B × T × I; 0 where there is none
 * @param state noise ε added to the sums inside the nonlinearity, B × T × R; 0 where there is none
 * @param rows R
 */
public record EpochNoise(double[] initial, double[] input, double[] state, int rows) {

    /** Makes room for what is drawn. */
    static EpochNoise of(int batch, int steps, int units, int inputs, int rows) {
        long largest = (long) batch * Math.max(units, (long) steps * Math.max(rows, inputs));
        if (largest > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "found " + batch + " trials of " + steps + " steps for " + rows + " sums, accepted: at most "
                            + Integer.MAX_VALUE + " numbers of noise; fewer steps, units or trials");
        }
        return new EpochNoise(
                new double[batch * units], new double[batch * steps * inputs], new double[batch * steps * rows], rows);
    }
}
