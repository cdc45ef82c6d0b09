package org.theoremeter.simulate.experiment.mechanism;

/**
 * The double well x ← x + h (x − x³), at rest at ±1.
 *
 * @param step h
 */
record Wells(double step) implements LatentMap {

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public void step(double[] z, double[] next) {
        next[0] = z[0] + step * z[0] * (1 - z[0] * z[0]);
    }

    @Override
    public void derivative(double[] z, double[][] to) {
        to[0][0] = 1 + step * (1 - 3 * z[0] * z[0]);
    }
}
