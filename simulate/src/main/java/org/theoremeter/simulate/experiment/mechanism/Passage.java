package org.theoremeter.simulate.experiment.mechanism;

/**
 * The slow point of theory 3.1, kept in bounds: x ← x + h (r + x²) (1 − x/X)/(1 + x²), which creeps past x = 0 for about
 * π/(h √r) steps and then comes to rest at X.
 *
 * @param step h
 * @param r how slow it is, positive
 * @param rest X
 */
record Passage(double step, double r, double rest) implements LatentMap {

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public void step(double[] z, double[] next) {
        double x = z[0];
        next[0] = x + step * (r + x * x) * (1 - x / rest) / (1 + x * x);
    }

    @Override
    public void derivative(double[] z, double[][] to) {
        double x = z[0];
        double bounded = 1 / (1 + x * x);
        double speed = r + x * x;
        double brake = 1 - x / rest;
        to[0][0] = 1 + step * bounded * (2 * x * brake - speed / rest - 2 * x * bounded * speed * brake);
    }
}
