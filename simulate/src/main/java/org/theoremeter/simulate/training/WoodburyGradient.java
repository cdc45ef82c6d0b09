package org.theoremeter.simulate.training;

import java.util.Arrays;
import org.theoremeter.simulate.arithmetic.Inverse;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LowRankRnn;
import org.theoremeter.simulate.network.Target;

/**
 * Computes the gradient by the factors of W = m nᵀ by {@linkplain SmithIteration Smith's iteration} on the N states of the
 * network, without forming a matrix of N × N.
 *
 * <p>M = W − I, the shift p, h_k and t_k are those of {@link SmithIteration}, which also says what counts as unstable. Woodbury's
 * identity gives the resolvent (there R), (pI − M)⁻¹ = (I + m K nᵀ)/(p + 1) with K = ((p + 1) I − nᵀm)⁻¹, exactly, so that a
 * product with a vector takes about 4rN operations at rank r; ∂L/∂m = Σ s_k (h_kᵀ n) and ∂L/∂n = Σ h_k (s_kᵀ m), s_k = (t_k +
 * t_{k+1})/√(2p). {@link ChainRuleGradient} gives the same with all N² weights.
 */
public final class WoodburyGradient extends SmithIteration<LowRankRnn> implements FactorGradient {

    private final int rank;
    private final Inverse inversion;
    private final double[][] kernel;
    private final double[] inner;
    private final double[] mixed;
    private final double[][] byColumns;
    private LowRankRnn network;
    private double shift;

    /**
     * Prepares a workspace.
     *
     * @param size number of neurons N
     * @param rank the rank r of W
     * @param target the filter to be learned
     */
    public WoodburyGradient(int size, int rank, Target target) {
        super(size, target);
        this.rank = rank;
        inversion = new Inverse(rank);
        kernel = new double[rank][rank];
        inner = new double[rank];
        mixed = new double[rank];
        byColumns = new double[2 * rank + 2][];
        for (int r = 0; r < 2 * rank; r++) {
            byColumns[r] = new double[size];
        }
        byColumns[2 * rank] = readInSlope();
        byColumns[2 * rank + 1] = readOutSlope();
    }

    @Override
    public boolean evaluate(LowRankRnn network) {
        this.network = network;
        return iterate(network);
    }

    @Override
    double[] readOut(LowRankRnn network) {
        return network.readOut();
    }

    @Override
    double decay(LowRankRnn network) {
        double[] u = network.readIn();
        double square = Rows.dot(u, u);
        double sum = 0;
        for (int r = 0; r < rank; r++) {
            sum += Rows.dot(u, network.left()[r]) * Rows.dot(network.right()[r], u);
        }
        return square > 0 ? 1 - sum / square : 1;
    }

    @Override
    boolean prepare(LowRankRnn network, double shift, double[] b, double[] c) {
        this.shift = shift;
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < rank; j++) {
                kernel[i][j] = -Rows.dot(network.right()[i], network.left()[j]);
            }
            kernel[i][i] += shift + 1;
        }
        if (!inversion.invert(kernel)) {
            return false;
        }
        double root = Math.sqrt(2 * shift) / (shift + 1);
        combine(network.left(), network.right(), false, network.readIn(), root, root, b);
        combine(network.right(), network.left(), true, network.readOut(), root, root, c);
        return true;
    }

    @Override
    void times(double[] x, double[] y) {
        combine(network.left(), network.right(), false, x, (shift - 1) / (shift + 1), 2 * shift / (shift + 1), y);
    }

    @Override
    void transposedTimes(double[] x, double[] y) {
        combine(network.right(), network.left(), true, x, (shift - 1) / (shift + 1), 2 * shift / (shift + 1), y);
    }

    /** Computes y = own x + low outer K innerᵀ x, with K or its transpose. */
    private void combine(
            double[][] outer,
            double[][] innerColumns,
            boolean transposed,
            double[] x,
            double own,
            double low,
            double[] y) {
        for (int r = 0; r < rank; r++) {
            inner[r] = Rows.dot(innerColumns[r], x);
        }
        for (int i = 0; i < rank; i++) {
            mixed[i] = 0;
            for (int j = 0; j < rank; j++) {
                mixed[i] = Math.fma(transposed ? kernel[j][i] : kernel[i][j], inner[j], mixed[i]);
            }
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = own * x[i];
        }
        for (int r = 0; r < rank; r++) {
            Rows.add(low * mixed[r], outer[r], y);
        }
    }

    @Override
    void clear() {
        for (int r = 0; r < 2 * rank; r++) {
            Arrays.fill(byColumns[r], 0);
        }
    }

    @Override
    void add(double[][] adjoints, double[][] states, int from, int count) {
        for (int k = 0; k < count; k++) {
            double[] state = states[from + k];
            for (int r = 0; r < rank; r++) {
                Rows.add(Rows.dot(state, network.right()[r]), adjoints[k], byColumns[r]);
                Rows.add(Rows.dot(adjoints[k], network.left()[r]), state, byColumns[rank + r]);
            }
        }
    }

    @Override
    void scale(double factor) {
        for (int r = 0; r < 2 * rank; r++) {
            scale(factor, byColumns[r]);
        }
    }

    @Override
    public double loss() {
        return lossFound();
    }

    @Override
    public double[][] byColumns() {
        return byColumns;
    }
}
