package org.theoremeter.simulate.training.run;

import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.Store;

/** Tells how a gradient changes the parameters; the definitions are PyTorch's. */
public sealed interface Optimiser {

    /** Returns how many numbers a parameter it keeps between steps. */
    int memories();

    /**
     * Takes step {@code t} ≥ 1.
     *
     * @param memory one store for each memory, zero before the first step
     */
    void step(Kernel kernel, Store parameters, Store gradient, Store[] memory, double rate, long t);

    /**
     * Gradient descent with momentum and weight decay: g ← g + λ p, v ← μ v + g, p ← p − η v.
     *
     * @param momentum μ, in [0, 1)
     * @param decay λ, at least 0
     */
    record Descent(double momentum, double decay) implements Optimiser {

        /** Checks momentum and decay. */
        public Descent {
            if (!(momentum >= 0 && momentum < 1)) {
                throw new IllegalArgumentException("found momentum " + momentum + ", accepted: a number in [0, 1)");
            }
            requireDecay(decay);
        }

        @Override
        public int memories() {
            return 1;
        }

        @Override
        public void step(Kernel kernel, Store parameters, Store gradient, Store[] memory, double rate, long t) {
            kernel.updates().momentum(parameters, memory[0], gradient, rate, momentum, decay);
        }
    }

    /**
     * Adam (Kingma and Ba 2015).
     *
     * @param first β₁, in [0, 1)
     * @param second β₂, in [0, 1)
     * @param epsilon ε, positive
     * @param decay λ, at least 0, added to the gradient
     */
    record Adam(double first, double second, double epsilon, double decay) implements Optimiser {

        /** Checks the constants. */
        public Adam {
            if (!(first >= 0 && first < 1) || !(second >= 0 && second < 1) || !(epsilon > 0)) {
                throw new IllegalArgumentException("found β₁ = " + first + ", β₂ = " + second + ", ε = " + epsilon
                        + ", accepted: β in [0, 1) and a positive ε");
            }
            requireDecay(decay);
        }

        @Override
        public int memories() {
            return 2;
        }

        @Override
        public void step(Kernel kernel, Store parameters, Store gradient, Store[] memory, double rate, long t) {
            kernel.updates().adam(parameters, memory[0], memory[1], gradient, rate, first, second, epsilon, decay, t);
        }
    }

    private static void requireDecay(double decay) {
        if (!(decay >= 0 && decay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("found weight decay " + decay + ", accepted: a finite number from 0");
        }
    }
}
