package org.theoremeter.simulate.measure;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LinearRnn;

/**
 * The moments m_k = vᵀ Wᵏ u of a linear network, of which its impulse response is f(t) = e^{−t} Σ_k m_k tᵏ/k!, and how they
 * depend on the weights (theory 1.11).
 *
 * <p>The slopes are D_k = ∂m_k/∂W = Σ_{i+j=k−1} (Wᵀ)ⁱ v uᵀ (Wᵀ)ʲ for k from 1 to M; m_0 = vᵀu depends on no weight. All that
 * is asked of them is in their Gram matrix ⟨D_k, D_l⟩ = Σ ((Wᵀ)ⁱv · (Wᵀ)^{i′}v)(Wʲu · W^{j′}u), the sum over i + j = k − 1 and
 * i′ + j′ = l − 1, which is held over |u|²|v|² √(kl) g^{k+l−2}: for weights of variance g²/N it then is near the identity.
 */
public final class ResponseMoments {

    /** Relative error of a product of long vectors, with that of the powers they hold. */
    private static final double ROUNDING = 1e-14;

    /** How many of the last terms say how fast they fall. */
    private static final int FEW = 4;

    private final double scale;
    private final double lengths;
    private final double[] moments;
    private final double[][] gram;

    private ResponseMoments(double scale, double lengths, double[] moments, double[][] gram) {
        this.scale = scale;
        this.lengths = lengths;
        this.moments = moments;
        this.gram = gram;
    }

    /**
     * A number with a bound on its error; both are infinite where the number cannot be had.
     *
     * @param value the number
     * @param error bound of its absolute numerical error
     */
    public record Bounded(double value, double error) {
        private static final Bounded NONE = new Bounded(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        /** Tells whether there is such a number. */
        public boolean exists() {
            return Double.isFinite(value) && Double.isFinite(error);
        }
    }

    /**
     * Computes the moments of a network and the products of their slopes.
     *
     * @param network whatever its weights; read-in and read-out not zero
     * @param scale g, about the factor by which a moment is smaller than the one before; positive
     * @param count M, the last moment, at least 1
     */
    public static ResponseMoments of(LinearRnn network, double scale, int count) {
        double[][] rows = network.rows();
        double in = Rows.norm(network.readIn());
        double out = Rows.norm(network.readOut());
        double[][] forward = powers(rows, network.readIn(), 1 / in, scale, count, false);
        double[][] backward = powers(rows, network.readOut(), 1 / out, scale, count, true);
        double[] moments = new double[count + 1];
        for (int k = 0; k <= count; k++) {
            moments[k] = Rows.dot(backward[0], forward[k]);
        }
        return new ResponseMoments(scale, in * out, moments, gram(products(forward), products(backward), count));
    }

    /** Returns x, W x/g, W² x/g², … of length 1 at first, or the same of the transpose. */
    private static double[][] powers(
            double[][] rows, double[] x, double factor, double scale, int count, boolean transposed) {
        double[][] powers = new double[count + 1][x.length];
        Rows.add(factor, x, powers[0]);
        double[] product = new double[x.length];
        for (int k = 1; k <= count; k++) {
            InterruptedRun.check();
            if (transposed) {
                Rows.transposedTimes(rows, powers[k - 1], product);
            } else {
                for (int i = 0; i < rows.length; i++) {
                    product[i] = Rows.dot(rows[i], powers[k - 1]);
                }
            }
            Rows.add(1 / scale, product, powers[k]);
        }
        return powers;
    }

    private static double[][] products(double[][] vectors) {
        double[][] products = new double[vectors.length][vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] = Rows.dot(vectors[i], vectors[j]);
                products[j][i] = products[i][j];
            }
        }
        return products;
    }

    private static double[][] gram(double[][] forward, double[][] backward, int count) {
        double[][] gram = new double[count][count];
        for (int k = 1; k <= count; k++) {
            for (int l = 1; l <= k; l++) {
                double sum = 0;
                for (int i = 0; i < k; i++) {
                    for (int j = 0; j < l; j++) {
                        sum = Math.fma(backward[i][j], forward[k - 1 - i][l - 1 - j], sum);
                    }
                }
                gram[k - 1][l - 1] = sum / Math.sqrt((double) k * l);
                gram[l - 1][k - 1] = gram[k - 1][l - 1];
            }
        }
        return gram;
    }

    /** Returns m_k, k from 0 to M. */
    public double moment(int k) {
        return lengths * Math.pow(scale, k) * moments[k];
    }

    /**
     * Returns the least ‖ΔW‖_F that to first order brings the moments 1 to M to what is wanted, √(dᵀ G⁻¹ d) with d what they
     * lack.
     *
     * @param wanted the moments 0 to M
     */
    public Bounded leastChange(double[] wanted) {
        int count = gram.length;
        double[] lack = new double[count];
        for (int k = 1; k <= count; k++) {
            lack[k - 1] = (wanted[k] - moment(k)) / slope(k);
        }
        SingularValueDecomposition modes = new SingularValueDecomposition(new Array2DRowRealMatrix(gram, false));
        // of a symmetric matrix; it converges where an eigendecomposition may not
        double[] sizes = modes.getSingularValues();
        double[] along = modes.getUT().operate(lack);
        double largest = sizes[0];
        double smallest = sizes[count - 1];
        double uncertain = count * ROUNDING * largest / smallest;
        if (!(uncertain > 0 && uncertain < 1)) {
            return Bounded.NONE;
        }
        double square = 0;
        for (int i = 0; i < count; i++) {
            square += along[i] * along[i] / sizes[i];
        }
        // of the products, and of what the moments lack
        double error = Math.sqrt(square) * uncertain + count * ROUNDING / Math.sqrt(smallest);
        return new Bounded(Math.sqrt(square), error);
    }

    /**
     * Returns ‖ΔW‖_F of gradient flow on ½ Σ (m_k − m⋆_k)² at a training time τ, were the slopes to stay: by the modes of the Gram
     * matrix, whose eigenvalues are λ, √(Σ d²(1 − e^{−λτ})²/λ). This is training in discrete time of step 1, where the moments
     * are the response. What moments beyond M would add is not counted.
     *
     * @param wanted the moments 0 to M
     * @param time τ, not negative
     */
    public Bounded changeAfter(double[] wanted, double time) {
        int count = gram.length;
        double[] lack = new double[count];
        double[][] products = new double[count][count];
        for (int k = 1; k <= count; k++) {
            lack[k - 1] = wanted[k] - moment(k);
            for (int l = 1; l <= count; l++) {
                products[k - 1][l - 1] = slope(k) * slope(l) * gram[k - 1][l - 1];
            }
        }
        SingularValueDecomposition modes = new SingularValueDecomposition(new Array2DRowRealMatrix(products, false));
        double[] rates = modes.getSingularValues();
        double[] along = modes.getUT().operate(lack);
        double square = 0;
        for (int i = 0; i < count; i++) {
            if (rates[i] > 0) {
                double learned = Math.expm1(-rates[i] * time);
                square += along[i] * along[i] * learned * learned / rates[i];
            }
        }
        // a rate is uncertain by rounding of the largest; a part of the square grows by at most τ d² from rate to rate
        // τ
        double uncertain = count * ROUNDING * rates[0] * time;
        double error = (Math.sqrt(square) + Rows.norm(lack) * Math.sqrt(time)) * uncertain;
        return new Bounded(Math.sqrt(square), error + count * ROUNDING * Rows.norm(lack) * Math.sqrt(time));
    }

    /** Returns what the length of the slope of a moment is near. */
    private double slope(int k) {
        return lengths * Math.sqrt(k) * Math.pow(scale, k - 1);
    }

    /**
     * Returns the trace of the tangent kernel in continuous time, ∫₀^∞ |∂f(t)/∂W|² dt = Σ_kl ⟨D_k, D_l⟩ (k+l choose k)/2^{k+l+1},
     * with what the moments beyond M may add as its error.
     */
    public Bounded kernelTrace() {
        int count = gram.length;
        double[][] paths = new double[count + 1][count + 1];
        double[] shells = new double[count + 1];
        double sum = 0;
        for (int k = 0; k <= count; k++) {
            paths[k][0] = Math.pow(2, -k);
            paths[0][k] = paths[k][0];
        }
        for (int k = 1; k <= count; k++) {
            for (int l = 1; l <= k; l++) {
                // (k+l choose k)/2^{k+l}, by the last of k + l tosses
                paths[k][l] = (paths[k - 1][l] + paths[k][l - 1]) / 2;
                paths[l][k] = paths[k][l];
                double term =
                        gram[k - 1][l - 1] * Math.sqrt((double) k * l) * Math.pow(scale, k + l - 2) * paths[k][l] / 2;
                shells[k] += l < k ? 2 * term : term;
            }
            sum += shells[k];
        }
        // shells of few neurons oscillate
        int few = Math.min(FEW, count / 2);
        double late = largest(shells, count - few);
        double early = largest(Arrays.copyOf(shells, count + 1 - few), count - 2 * few);
        double ratio = few == 0 ? 1 : Math.max(scale * scale, Math.pow(late / early, 1.0 / few));
        if (!(ratio < 1)) {
            return Bounded.NONE;
        }
        // twice what a geometric series adds, for it falls a little more slowly
        double error = 2 * late * ratio / (1 - ratio) + count * ROUNDING * sum;
        return new Bounded(lengths * lengths * sum, lengths * lengths * error);
    }

    /** Returns the largest modulus beyond an index. */
    private static double largest(double[] values, int beyond) {
        double largest = 0;
        for (int i = beyond + 1; i < values.length; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }
}
