package org.theoremeter.simulate.kernel;

/**
 * Passes over the panels of networks' cells, forward and adjoint. Rows are units; counts are numbers, 16 a row.
 *
 * <p>In adjoint passes δ is the derivative of the loss by a state; the derivative by the pre-activation replaces what the
 * forward pass left in p.
 */
public interface Cells {

    /** Leaky cell: p ← tanh(p), next ← (1 − α) r + α p. */
    void leaky(Store p, int po, Store r, int ro, Store next, int no, double alpha, int count);

    /** Adjoint of the leaky cell: p ← α (1 − p²) δ, δ ← (1 − α) δ. */
    void leakyAdjoint(Store p, int po, Store delta, int offset, double alpha, int count);

    /** Rate cell: next ← (1 − α) z + α p, h ← tanh(σ next)/σ. */
    void rate(
            Store p,
            int po,
            Store z,
            int zo,
            Store next,
            int no,
            Store h,
            int ho,
            double alpha,
            double sigma,
            int count);

    /** Adjoint of the rate cell's leak: p ← α δ, δ ← (1 − α) δ. */
    void rateAdjoint(Store p, int po, Store delta, int offset, double alpha, int count);

    /** Adjoint of h = tanh(σ z)/σ: δ += (1 − σ² h²) η, with η the derivative by h. */
    void tanhAdjoint(Store h, int ho, Store eta, int eo, double sigma, Store delta, int offset, int count);

    /** Piecewise-linear cell: next_i ← a_i z_i + p_i, h ← max(next, 0); a has one number a row. */
    void piecewise(Store p, int po, Store a, int ao, Store z, int zo, Store next, int no, Store h, int ho, int rows);

    /** Adjoint of the piecewise-linear cell: p ← δ, g_i += Σ_s δ_is z_is, δ_i ← a_i δ_i. */
    void piecewiseAdjoint(
            Store p, int po, Store a, int ao, Store z, int zo, Store delta, int offset, Store g, int go, int rows);

    /** Rectifier: h ← max(z, 0). */
    void rectifier(Store z, int zo, Store h, int ho, int count);

    /** Adjoint of h = max(z, 0): δ += η where z &gt; 0. */
    void rectifierAdjoint(Store z, int zo, Store eta, int eo, Store delta, int offset, int count);

    /**
     * LSTM cell on pre-activations p of the gates i, f, g, o, {@code count} numbers each, which it replaces by the gates'
     * values: c′ ← σ(f) c + σ(i) tanh(g), q ← tanh(c′), h ← σ(o) q.
     */
    void lstm(Store p, int po, Store c, int co, Store next, int no, Store q, int qo, Store h, int ho, int count);

    /**
     * Adjoint of the LSTM cell: from δ_h and δ_c of the new states to the derivatives by the pre-activations, which replace
     * the gates' values in p, and to δ_c of the old state.
     */
    void lstmAdjoint(
            Store p, int po, Store c, int co, Store q, int qo, Store deltaH, int ho, Store deltaC, int dco, int count);

    /**
     * Squared error of outputs o: returns Σ w (o − y)² and sets e ← 2 f w (o − y), times o (1 − o) if o is logistic.
     *
     * @param factor f, the weight of the sum in the loss
     */
    double error(
            Store o,
            int oo,
            Store y,
            int yo,
            Store w,
            int wo,
            double factor,
            boolean logistic,
            Store e,
            int eo,
            int count);

    /**
     * Temporal consistency: returns Σ m (next − r)² and adds 2 f m (next − r) to δ; m is 1 for the lanes that count, else 0.
     *
     * @param mask one number a lane, 16 in all
     * @param factor f, negative for the derivative by r
     */
    double change(Store r, int ro, Store next, int no, Store mask, double factor, Store delta, int offset, int count);
}
