package org.theoremeter.simulate.network;

/**
 * The linear network h_{t+1} = W_h h_t + W_x x_t, h_1 = 0, ŷ = W_y h_{T+1}, that reads a sequence and answers once
 * (theory 4.1).
 *
 * <p>The arrays are held and handed out without copying: training changes them in place.
 *
 * @param readIn W_x, N × P, one array a row; shared
 * @param recurrent W_h, N × N, one array a row; shared
 * @param readOut W_y, Q × N, one array a row; shared
 */
public record SequenceRnn(double[][] readIn, double[][] recurrent, double[][] readOut) {

    /**
     * Checks that the sizes match.
     *
     * @throws IllegalArgumentException if they do not, or one of them is 0
     */
    public SequenceRnn {
        int neurons = recurrent.length;
        boolean some = neurons > 0 && readOut.length > 0 && readIn.length == neurons && readIn[0].length > 0;
        if (!some || !are(readIn, readIn[0].length) || !are(recurrent, neurons) || !are(readOut, neurons)) {
            throw new IllegalArgumentException(
                    "W_x, W_h and W_y must be N × P, N × N and Q × N with N, P and Q at least 1, found " + readIn.length
                            + ", " + recurrent.length + " and " + readOut.length + " rows");
        }
    }

    private static boolean are(double[][] rows, int length) {
        for (double[] row : rows) {
            if (row.length != length) {
                return false;
            }
        }
        return true;
    }

    /** Returns a network of these sizes whose weights are all 0. */
    public static SequenceRnn zero(int neurons, int inputs, int outputs) {
        return new SequenceRnn(new double[neurons][inputs], new double[neurons][neurons], new double[outputs][neurons]);
    }

    /** Returns the number of neurons N. */
    public int neurons() {
        return recurrent.length;
    }

    /** Returns the number of inputs P. */
    public int inputs() {
        return readIn[0].length;
    }

    /** Returns the number of outputs Q. */
    public int outputs() {
        return readOut.length;
    }

    /** Returns how many weights there are, NP + N² + QN. */
    public int dimension() {
        return neurons() * (inputs() + neurons() + outputs());
    }

    /** Writes all weights into one array: W_x, W_h and W_y, each row by row. */
    public void gather(double[] state) {
        int at = gather(readIn, state, 0);
        at = gather(recurrent, state, at);
        gather(readOut, state, at);
    }

    /** Takes all weights from such an array. */
    public void scatter(double[] state) {
        int at = scatter(state, 0, readIn);
        at = scatter(state, at, recurrent);
        scatter(state, at, readOut);
    }

    private static int gather(double[][] rows, double[] state, int from) {
        int at = from;
        for (double[] row : rows) {
            System.arraycopy(row, 0, state, at, row.length);
            at += row.length;
        }
        return at;
    }

    private static int scatter(double[] state, int from, double[][] rows) {
        int at = from;
        for (double[] row : rows) {
            System.arraycopy(state, at, row, 0, row.length);
            at += row.length;
        }
        return at;
    }
}
