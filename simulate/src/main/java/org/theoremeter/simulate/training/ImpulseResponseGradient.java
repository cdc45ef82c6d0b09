package org.theoremeter.simulate.training;

import java.util.Arrays;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;

/**
 * Computes the exact gradient in discrete time by back-propagation through one impulse response (theory 0.2).
 *
 * <p>With A = I + Δt (W − I), h₀ = u, h_{k+1} = A h_k, e_k = vᵀ h_k − f⋆_k, p_K = 0 and p_k = Aᵀ p_{k+1} + v e_k,
 *
 * <pre>
 *   L = ½ Δt Σ e_k²,   ∂L/∂W = Δt² Σ_{k=0}^{K−2} p_{k+1} h_kᵀ,   ∂L/∂u = Δt p₀,   ∂L/∂v = Δt Σ e_k h_k
 * </pre>
 *
 * <p>The recursions go s = 4 steps at a time, on four vectors at once, h_{k+s} = Aˢ h_k and
 * p_k = (Aᵀ)ˢ p_{k+s} + Σ_{j<s} (Aᵀ)ʲ v e_{k+j}: the same numbers up to rounding, but every product reads the matrix
 * once for four vectors.
 *
 * <p>The loss is that of the first K steps, which exists for any network; unstable is one whose response overflows
 * within them.
 */
public final class ImpulseResponseGradient implements LossGradient {

    /** Steps taken at once, s. */
    private static final int STRIDE = 4;

    /** Adjoints that are collected before their outer products are added; a multiple of the stride. */
    private static final int CHUNK = 64;

    private final int size;
    private final int steps;
    private final double step;
    private final double[] target;

    /** What the square of each error counts, 1 for the gradient of theory 0.2. */
    private final double[] shares;

    private final double[][] forward;
    private final double[][] backward;
    private final double[][] square;

    /** Rows of (Aᵀ)ˢ on the way forward; their transpose serves the way back. */
    private final double[][] power;

    private final double[][] transposedPower;

    /** h_{k−1} at index k; zero at index 0, so that p_k goes with the state of the same index. */
    private final double[][] states;

    /** p of one chunk, and behind it the s that follow. */
    private final double[][] adjoints;

    /** (Aᵀ)ʲ v for j below s. */
    private final double[][] readOuts;

    private final double[][] sums;

    /** e_k, followed by zeros. */
    private final double[] errors;

    private final double[] byWeights;
    private final double[] byReadIn;
    private final double[] byReadOut;
    private double loss;

    /**
     * Prepares a workspace.
     *
     * @param size number of neurons N
     * @param target the filter to be learned
     * @param step Δt, positive
     * @param steps length K of the impulse response, at least 1
     * @throws IllegalArgumentException if step or steps are out of range
     */
    public ImpulseResponseGradient(int size, Target target, double step, int steps) {
        this(size, target, step, steps, false);
    }

    /**
     * Prepares the mean of {@link SampledGradient} over the white noise of sequences that begin at rest and last K steps
     * (theory 0.3): L = ½ Δt Σ (1 − k/K) e_k², and in its gradient (1 − k/K) e_k in the place of e_k.
     *
     * @param size number of neurons N
     * @param target the filter to be learned
     * @param step Δt, positive
     * @param steps length K of the sequences, at least 1
     * @throws IllegalArgumentException if step or steps are out of range
     */
    public static ImpulseResponseGradient ofSequences(int size, Target target, double step, int steps) {
        return new ImpulseResponseGradient(size, target, step, steps, true);
    }

    private ImpulseResponseGradient(int size, Target target, double step, int steps, boolean sequences) {
        if (!(step > 0) || steps < 1) {
            throw new IllegalArgumentException(
                    "Δt is " + step + " and K is " + steps + "; Δt must be positive and K at least 1");
        }
        this.size = size;
        this.steps = steps;
        this.step = step;
        this.target = target.response(step, steps);
        shares = new double[steps];
        for (int k = 0; k < steps; k++) {
            shares[k] = sequences ? 1 - (double) k / steps : 1;
        }
        int chunks = (steps + CHUNK - 1) / CHUNK;
        forward = new double[size][size];
        backward = new double[size][size];
        square = new double[size][size];
        power = new double[size][size];
        transposedPower = new double[size][size];
        states = new double[1 + chunks * CHUNK][size];
        adjoints = new double[CHUNK + STRIDE][size];
        readOuts = new double[STRIDE][size];
        sums = new double[size][size];
        errors = new double[chunks * CHUNK + STRIDE];
        byWeights = new double[size * size];
        byReadIn = new double[size];
        byReadOut = new double[size];
    }

    @Override
    public boolean evaluate(LinearRnn network) {
        double[] weights = network.weights();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                backward[i][j] = step * weights[i * size + j];
            }
            backward[i][i] += 1 - step;
        }
        Rows.transpose(backward, forward);
        forward(network);
        backward(network.readOut());
        return Double.isFinite(loss) && Double.isFinite(Rows.dot(byWeights, byWeights));
    }

    /** Computes the states and errors; forward holds the columns of A, so that its transpose is A. */
    private void forward(LinearRnn network) {
        System.arraycopy(network.readIn(), 0, states[1], 0, size);
        for (int k = 1; k < STRIDE; k++) {
            Rows.transposedTimes(forward, states[k], states[k + 1]);
        }
        Rows.transposedTimes(forward, 0, forward, square, 0, size);
        Rows.transposedTimes(square, 0, square, power, 0, size);
        for (int k = STRIDE + 1; k <= steps; k += STRIDE) {
            Rows.transposedTimes(states, k - STRIDE, power, states, k, STRIDE);
        }
        Arrays.fill(byReadOut, 0);
        loss = 0;
        for (int k = 0; k < steps; k++) {
            double[] state = states[k + 1];
            double error = Rows.dot(network.readOut(), state) - target[k];
            errors[k] = shares[k] * error;
            loss = Math.fma(errors[k], error, loss);
            Rows.add(step * errors[k], state, byReadOut);
        }
        loss *= step / 2;
    }

    private void backward(double[] readOut) {
        System.arraycopy(readOut, 0, readOuts[0], 0, size);
        for (int j = 1; j < STRIDE; j++) {
            Rows.transposedTimes(backward, readOuts[j - 1], readOuts[j]);
        }
        Rows.transpose(power, transposedPower);
        for (double[] row : sums) {
            Arrays.fill(row, 0);
        }
        for (int r = 0; r < STRIDE; r++) {
            Arrays.fill(adjoints[CHUNK + r], 0);
        }
        for (int start = states.length - 1 - CHUNK; start >= 0; start -= CHUNK) {
            for (int k = CHUNK - STRIDE; k >= 0; k -= STRIDE) {
                Rows.transposedTimes(adjoints, k + STRIDE, transposedPower, adjoints, k, STRIDE);
                for (int r = 0; r < STRIDE; r++) {
                    for (int j = 0; j < STRIDE; j++) {
                        Rows.add(errors[start + k + r + j], readOuts[j], adjoints[k + r]);
                    }
                }
            }
            Rows.addOuterProducts(adjoints, states, start, CHUNK, sums);
            for (int r = 0; r < STRIDE; r++) {
                System.arraycopy(adjoints[r], 0, adjoints[CHUNK + r], 0, size);
            }
        }
        for (int i = 0; i < size; i++) {
            byReadIn[i] = step * adjoints[0][i];
            for (int j = 0; j < size; j++) {
                byWeights[i * size + j] = step * step * sums[i][j];
            }
        }
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public double[] byWeights() {
        return byWeights;
    }

    @Override
    public double[] byReadIn() {
        return byReadIn;
    }

    @Override
    public double[] byReadOut() {
        return byReadOut;
    }
}
