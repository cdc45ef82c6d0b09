package org.theoremeter.simulate.training;

import java.util.Arrays;
import org.theoremeter.simulate.arithmetic.Inverse;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;

/**
 * Computes the exact gradient in continuous time (theory 0.1) by {@linkplain SmithIteration Smith's iteration}, with one
 * inverse of N × N.
 *
 * <p>Stability is that of the impulse response: a network whose response does not decay, or decays more slowly than
 * about 10⁻⁶ (a pair of modes, than about a 700th of its frequency), counts as unstable. A mode that neither u
 * excites nor v sees is noticed only once rounding has excited it.
 */
public final class LyapunovGradient extends SmithIteration<LinearRnn> implements LossGradient {

    private final int size;
    private final double[][] inverse;
    private final double[][] transposed;
    private final double[][] sums;
    private final double[] byWeights;
    private final Inverse inversion;

    /**
     * Prepares a workspace.
     *
     * @param size number of neurons N
     * @param target the filter to be learned; a frequency of more than 700 times its damping is too much
     */
    public LyapunovGradient(int size, Target target) {
        super(size, target);
        this.size = size;
        inverse = new double[size][size];
        transposed = new double[size][size];
        sums = new double[size][size];
        byWeights = new double[size * size];
        inversion = new Inverse(size);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the target is damped too weakly
     */
    @Override
    public boolean evaluate(LinearRnn network) {
        return iterate(network);
    }

    @Override
    double[] readOut(LinearRnn network) {
        return network.readOut();
    }

    @Override
    double decay(LinearRnn network) {
        int size = network.size();
        double[] u = network.readIn();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double row = 0;
            for (int j = 0; j < size; j++) {
                row = Math.fma(network.weights()[i * size + j], u[j], row);
            }
            sum = Math.fma(u[i], row, sum);
        }
        return 1 - sum / Rows.dot(u, u);
    }

    @Override
    boolean prepare(LinearRnn network, double shift, double[] b, double[] c) {
        double[] weights = network.weights();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                inverse[i][j] = -weights[i * size + j];
            }
            inverse[i][i] += shift + 1;
        }
        if (!inversion.invert(inverse)) {
            return false;
        }
        Rows.transpose(inverse, transposed);
        double root = Math.sqrt(2 * shift);
        Rows.transposedTimes(transposed, network.readIn(), b);
        scale(root, b);
        Rows.transposedTimes(inverse, network.readOut(), c);
        scale(root, c);
        for (int i = 0; i < size; i++) {
            scale(2 * shift, inverse[i]);
            scale(2 * shift, transposed[i]);
            inverse[i][i] -= 1;
            transposed[i][i] -= 1;
        }
        return true;
    }

    @Override
    void times(double[] x, double[] y) {
        Rows.transposedTimes(transposed, x, y);
    }

    @Override
    void transposedTimes(double[] x, double[] y) {
        Rows.transposedTimes(inverse, x, y);
    }

    @Override
    void clear() {
        for (double[] row : sums) {
            Arrays.fill(row, 0);
        }
    }

    @Override
    void add(double[][] adjoints, double[][] states, int from, int count) {
        Rows.addOuterProducts(adjoints, states, from, count, sums);
    }

    @Override
    void scale(double factor) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                byWeights[i * size + j] = factor * sums[i][j];
            }
        }
    }

    @Override
    public double loss() {
        return lossFound();
    }

    @Override
    public double[] byWeights() {
        return byWeights;
    }

    @Override
    public double[] byReadIn() {
        return readInSlope();
    }

    @Override
    public double[] byReadOut() {
        return readOutSlope();
    }
}
