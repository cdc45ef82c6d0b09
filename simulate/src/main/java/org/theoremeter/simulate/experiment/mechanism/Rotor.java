package org.theoremeter.simulate.experiment.mechanism;

/**
 * Turns a plane by φ = ω (1 + b x/ρ) and stretches it by s = s₀ − s₂ ρ², ρ² = x² + y²: the limit cycle of theory 3.3, drawn to
 * the circle on which s = 1, or a spiral into the origin where s₀ &lt; 1. A turn takes 2π/(ω √(1 − b²)) steps.
 *
 * @param angle ω, the mean of φ over directions
 * @param unevenness b, in [0, 1)
 * @param stretch s₀
 * @param damping s₂
 */
record Rotor(double angle, double unevenness, double stretch, double damping) implements LatentMap {

    /** Returns the rotor that is drawn to the unit circle at a rate and turns once in so many steps. */
    static Rotor cycle(double period, double unevenness, double rate) {
        double angle = 2 * Math.PI / (period * Math.sqrt(1 - unevenness * unevenness));
        return new Rotor(angle, unevenness, 1 + rate, rate);
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public void step(double[] z, double[] next) {
        double squares = z[0] * z[0] + z[1] * z[1];
        double turn = turn(z, Math.sqrt(squares));
        double s = stretch - damping * squares;
        double cosine = s * Math.cos(turn);
        double sine = s * Math.sin(turn);
        next[0] = cosine * z[0] - sine * z[1];
        next[1] = sine * z[0] + cosine * z[1];
    }

    @Override
    public void derivative(double[] z, double[][] to) {
        double squares = z[0] * z[0] + z[1] * z[1];
        double radius = Math.sqrt(squares);
        double turn = turn(z, radius);
        double s = stretch - damping * squares;
        double cosine = Math.cos(turn);
        double sine = Math.sin(turn);
        double[] turned = {cosine * z[0] - sine * z[1], sine * z[0] + cosine * z[1]};
        double cube = radius > 0 ? angle * unevenness / (squares * radius) : 0;
        double[] byTurn = {cube * z[1] * z[1], -cube * z[0] * z[1]};
        for (int k = 0; k < 2; k++) {
            double byStretch = -2 * damping * z[k];
            to[0][k] = s * (k == 0 ? cosine : -sine) + turned[0] * byStretch - s * turned[1] * byTurn[k];
            to[1][k] = s * (k == 0 ? sine : cosine) + turned[1] * byStretch + s * turned[0] * byTurn[k];
        }
    }

    private double turn(double[] z, double radius) {
        return angle * (1 + (radius > 0 ? unevenness * z[0] / radius : 0));
    }
}
