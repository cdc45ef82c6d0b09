package org.theoremeter.simulate.kernel;

/** Updates flat parameters; all numbers of the stores, none of which need be a multiple of 16. */
public interface Updates {

    /** Sets all numbers to zero. */
    void clear(Store x);

    /** Multiplies all numbers by a factor. */
    void scale(Store x, double factor);

    /** Returns Σ x_i², summed in double precision, four terms side by side. */
    double sumOfSquares(Store x);

    /**
     * Takes a step of gradient descent with momentum and weight decay as PyTorch defines it: g ← g + λ p, v ← μ v + g,
     * p ← p − η v.
     *
     * @param p parameters
     * @param v velocity, zero before the first step
     * @param g gradient, left as it is
     */
    void momentum(Store p, Store v, Store g, double rate, double momentum, double decay);

    /**
     * Takes step {@code t} ≥ 1 of Adam (Kingma and Ba 2015) as PyTorch defines it: g ← g + λ p, m ← β₁ m + (1 − β₁) g,
     * s ← β₂ s + (1 − β₂) g², p ← p − η m̂/(√ŝ + ε) with m̂ = m/(1 − β₁ᵗ), ŝ = s/(1 − β₂ᵗ).
     */
    void adam(
            Store p,
            Store m,
            Store s,
            Store g,
            double rate,
            double first,
            double second,
            double epsilon,
            double decay,
            long t);
}
