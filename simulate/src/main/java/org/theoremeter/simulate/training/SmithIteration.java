package org.theoremeter.simulate.training;

import java.util.Arrays;
import org.theoremeter.simulate.arithmetic.Inverse;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.Target;

/**
 * Smith's iteration in factored form for the exact gradient in continuous time (theory 0.1), for any way of holding the
 * weights; a workspace for one thread.
 *
 * <p>For a shift p &gt; 0 let R = (pI − M)⁻¹, a = (pI + M) R = 2pR − I, b = √(2p) R u and c = √(2p) Rᵀ v, and
 * likewise â, b̂, ĉ for E, B, C of theory 0.1. The Lyapunov equations become P = â P âᵀ + b̂ b̂ᵀ and Q = âᵀ Q â + ĉ
 * ĉᵀ, so that with
 *
 * <pre>
 *   h_k = aᵏ b,   e_k = Cᵀ âᵏ b̂,   t_k = Σ_j (aᵀ)ʲ c e_{j+k} = aᵀ t_{k+1} + c e_k
 *   L = ½ Σ e_k²,   ∂L/∂u = t_0,   ∂L/∂v = Σ e_k h_k,   ∂L/∂W = Σ_k (t_k + t_{k+1}) h_kᵀ / √(2p)
 * </pre>
 *
 * <p>all without approximation: (QP)₁₁ = Σ_{j,k} (aᵀ)ʲ c (ĉᵀ â^{j+k} b̂) h_kᵀ and ĉᵀ âᵏ b̂ = (e_k + e_{k+1})/√(2p),
 * because â + I = 2p (pI − E)⁻¹; and (QB)₁ = t_0 because b̂ = √(2p) (pI − E)⁻¹ B. A mode of decay rate d contributes
 * terms that shrink by |p − d|/|p + d| each; the sums, all of products of two such terms, end when these have shrunk
 * below rounding. Two products with a vector a term.
 *
 * <p>Stability is that of the impulse response: a network whose response does not decay, or decays more slowly than
 * about 10⁻⁶ (a pair of modes, than about a 700th of its frequency), counts as unstable. A mode that neither u
 * excites nor v sees is noticed only once rounding has excited it.
 *
 * @param <N> the networks
 */
abstract class SmithIteration<N> {

    /**
     * Relative size of the last term kept of either response; every sum is over products of two such, so it errs by
     * the square.
     */
    private static final double LAST = 1e-9;

    /**
     * Terms with the first shift, and with shifts that are corrected by the slowest or fastest mode that the terms before
     * showed.
     */
    private static final int[] TERMS = {1024, 16384, 16384};

    /** Terms among which the largest is looked for when the decay was too slow. */
    private static final int WINDOW = 64;

    /** Windows over which the decay is measured then. */
    private static final int SPAN = 4;

    private static final int BLOCK = 64;

    private final int size;
    private final Target target;
    private final double[][] adjoints;
    private final double[] last;
    private final double[] byReadIn;
    private final double[] byReadOut;
    private final Inverse targetInversion;
    private final double[][] targetSystem;
    private final double[][] targetDynamics;
    private final double[] targetInput;
    private final double[] targetOutput;
    private final double[] targetState;
    private final double[] targetNext;
    private final double[] readOut;
    private double[][] states = new double[0][];
    private double[] errors = new double[0];
    private double loss;

    SmithIteration(int size, Target target) {
        this.size = size;
        this.target = target;
        adjoints = new double[BLOCK][size];
        last = new double[size];
        readOut = new double[size];
        byReadIn = new double[size];
        byReadOut = new double[size];
        int order = target.size();
        targetInversion = new Inverse(order);
        targetSystem = new double[order][order];
        targetDynamics = target.dynamics();
        targetInput = target.input();
        targetOutput = target.output();
        targetState = new double[order];
        targetNext = new double[order];
    }

    /** Returns v. */
    abstract double[] readOut(N network);

    /** Returns −uᵀMu/uᵀu, a first guess at the decay rate of the mode that u excites. */
    abstract double decay(N network);

    /**
     * Forms a for a shift p, and b = √(2p) R u and c = √(2p) Rᵀ v; false when p is an eigenvalue of M, which is then unstable.
     */
    abstract boolean prepare(N network, double shift, double[] b, double[] c);

    /** Multiplies, y = a x. */
    abstract void times(double[] x, double[] y);

    /** Multiplies, y = aᵀ x. */
    abstract void transposedTimes(double[] x, double[] y);

    /** Makes the sum over k of (t_k + t_{k+1}) h_kᵀ zero. */
    abstract void clear();

    /** Adds to that sum the given count of terms, the first with the given index of h. */
    abstract void add(double[][] adjoints, double[][] states, int from, int count);

    /** Multiplies the sum by 1/√(2p), which makes it ∂L/∂W. */
    abstract void scale(double factor);

    /**
     * Evaluates loss and gradient.
     *
     * @return false if the network is unstable
     * @throws IllegalStateException if the target is damped too weakly
     */
    final boolean iterate(N network) {
        double decay = Math.abs(decay(network));
        double slow = decay > 0 ? Math.min(target.rate(), decay) : target.rate();
        double fast = Math.max(1, decay);
        for (int terms : TERMS) {
            double shift = Math.sqrt(slow * fast);
            reserve(1);
            if (!prepare(network, shift, states[0], readOut)) {
                return false;
            }
            int count = expand(readOut(network), shift, terms);
            if (count < 0) {
                return false;
            }
            if (count > 0) {
                accumulate(shift, count);
                return Double.isFinite(loss);
            }
            if (decayed(terms)) {
                // the target alone wants more terms, and after that the shift that is best for it
                if (terms > TERMS[0]) {
                    slow = target.rate();
                    fast = target.rate();
                }
                continue;
            }
            double ratio = ratio(terms);
            if (!(ratio < 1)) {
                return false;
            }
            // the mode that lasts longest has |p − d|/(p + d) = ratio: slow if its terms keep their sign, fast if they
            // alternate
            double edge = (1 - ratio) / (1 + ratio);
            if (Rows.dot(states[terms], states[terms - 1]) > 0) {
                slow = Math.min(slow, shift * edge);
            } else {
                fast = Math.max(fast, shift / edge);
            }
        }
        if (decayed(TERMS[TERMS.length - 1])) {
            throw new IllegalStateException("the target, whose slowest mode has the modulus " + target.rate()
                    + ", has not decayed after " + TERMS[TERMS.length - 1]
                    + " terms, accepted: a damping of at least a 700th of the frequency");
        }
        return false;
    }

    /**
     * Computes h_k and e_k until both responses have decayed; returns how many, 0 if they do not within the terms, or −1
     * if they are not finite.
     */
    private int expand(double[] networkOutput, double shift, int terms) {
        int order = target.size();
        double[][] system = targetSystem;
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                system[i][j] = -targetDynamics[i][j];
            }
            system[i][i] += shift;
        }
        targetInversion.invert(system);
        double[] state = targetState;
        double root = Math.sqrt(2 * shift);
        for (int i = 0; i < order; i++) {
            state[i] = root * Rows.dot(system[i], targetInput);
        }
        double networkScale = largest(states[0]);
        double targetScale = largest(state);
        if (!(networkScale < Double.MAX_VALUE)) {
            return -1;
        }
        for (int k = 0; k < terms; k++) {
            reserve(k + 2);
            errors[k] = Rows.dot(networkOutput, states[k]) - Rows.dot(targetOutput, state);
            if (largest(states[k]) <= LAST * networkScale && largest(state) <= LAST * targetScale) {
                return k + 1;
            }
            times(states[k], states[k + 1]);
            for (int i = 0; i < order; i++) {
                targetNext[i] = 2 * shift * Rows.dot(system[i], state) - state[i];
            }
            System.arraycopy(targetNext, 0, state, 0, order);
        }
        return 0;
    }

    private void accumulate(double shift, int count) {
        loss = 0;
        Arrays.fill(byReadOut, 0);
        for (int k = count - 1; k >= 0; k--) {
            loss = Math.fma(errors[k] / 2, errors[k], loss);
            Rows.add(errors[k], states[k], byReadOut);
        }
        clear();
        // t_{k+1}, of which the block keeps t_k + t_{k+1}
        double[] later = last;
        Arrays.fill(later, 0);
        for (int end = count; end > 0; end -= BLOCK) {
            int start = Math.max(0, end - BLOCK);
            for (int k = end - 1; k >= start; k--) {
                double[] sum = adjoints[k - start];
                transposedTimes(later, sum);
                Rows.add(errors[k], readOut, sum);
                for (int i = 0; i < size; i++) {
                    double now = sum[i];
                    sum[i] += later[i];
                    later[i] = now;
                }
            }
            add(adjoints, states, start, end - start);
        }
        System.arraycopy(later, 0, byReadIn, 0, size);
        scale(1 / Math.sqrt(2 * shift));
    }

    /** Tells whether the response of the network has decayed after so many terms. */
    private boolean decayed(int terms) {
        return largest(states[terms]) <= LAST * largest(states[0]);
    }

    /** Returns the factor by which the last terms shrank, each; at least 1 or NaN when they did not. */
    private double ratio(int terms) {
        int span = SPAN * WINDOW;
        return Math.pow(peak(terms) / peak(terms - span), 1.0 / span);
    }

    /** Returns the largest entry of the window that ends there: a single term of a pair of modes may be small by turn. */
    private double peak(int end) {
        double most = 0;
        for (int k = end - WINDOW + 1; k <= end; k++) {
            most = Math.max(most, largest(states[k]));
        }
        return most;
    }

    private void reserve(int count) {
        int have = states.length;
        if (count > have) {
            int more = Math.max(count, 2 * have);
            states = Arrays.copyOf(states, more);
            errors = Arrays.copyOf(errors, more);
            for (int k = have; k < more; k++) {
                states[k] = new double[size];
            }
        }
    }

    private static double largest(double[] x) {
        double most = 0;
        for (double value : x) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    static void scale(double factor, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    final double lossFound() {
        return loss;
    }

    final double[] readInSlope() {
        return byReadIn;
    }

    final double[] readOutSlope() {
        return byReadOut;
    }
}
