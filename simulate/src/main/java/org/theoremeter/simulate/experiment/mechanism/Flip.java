package org.theoremeter.simulate.experiment.mechanism;

/**
 * The map x ← −(1 + e) x + x³ with the 2-cycle ±√e, whose two steps have the multiplier (1 − 2e)².
 *
 * @param excess e, in (0, 1)
 */
record Flip(double excess) implements LatentMap {

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public void step(double[] z, double[] next) {
        next[0] = z[0] * (z[0] * z[0] - 1 - excess);
    }

    @Override
    public void derivative(double[] z, double[][] to) {
        to[0][0] = 3 * z[0] * z[0] - 1 - excess;
    }
}
