package org.theoremeter.simulate.experiment.mechanism;

import org.apache.commons.rng.UniformRandomProvider;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.mechanism.AutonomousSystem;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * A latent map in N dimensions: x = x₀ + a Q (z, y), Q a random orthogonal matrix, where the other variables are dragged along,
 * y_i ← μ_i y_i + κ_i z₁, |μ_i| &lt; 0.9. The read-out is logistic, of a random direction.
 */
final class HiddenSystem implements AutonomousSystem {

    private static final double SLOWEST = 0.9;
    private static final double DRAG = 0.3;

    private final LatentMap latent;
    private final double[][] axes;
    private final double[] centre;
    private final double size;
    private final double[] decay;
    private final double[] drag;
    private final double[] readout;
    private final double[] difference;
    private final double[] coordinates;
    private final double[] moved;
    private final double[][] derivative = new double[2][2];

    /**
     * Draws frame, size, decays and read-out.
     *
     * @param dimension N, larger than the latent map's
     */
    HiddenSystem(LatentMap latent, int dimension, RandomStreams streams) {
        this.latent = latent;
        this.axes = frame(dimension, streams);
        UniformRandomProvider uniform = streams.stream("embedding");
        this.size = Math.exp((2 * uniform.nextDouble() - 1) * Math.log(10));
        double offset = 2 * uniform.nextDouble() * size / Math.sqrt(dimension);
        this.centre = streams.gaussians("centre", dimension);
        for (int i = 0; i < dimension; i++) {
            centre[i] *= offset;
        }
        this.decay = new double[dimension];
        this.drag = streams.gaussians("drag", dimension);
        for (int i = latent.dimension(); i < dimension; i++) {
            decay[i] = SLOWEST * (2 * uniform.nextDouble() - 1);
            drag[i] *= DRAG / Math.sqrt(dimension);
        }
        this.readout = streams.gaussians("read-out", dimension);
        this.difference = new double[dimension];
        this.coordinates = new double[dimension];
        this.moved = new double[dimension];
    }

    /** Draws N orthonormal vectors, by Gram and Schmidt's method, twice. */
    private static double[][] frame(int dimension, RandomStreams streams) {
        double[][] axes = new double[dimension][];
        double[] numbers = streams.gaussians("frame", dimension * dimension);
        for (int i = 0; i < dimension; i++) {
            double[] axis = new double[dimension];
            System.arraycopy(numbers, i * dimension, axis, 0, dimension);
            for (int k = 0; k < 2 * i; k++) {
                Rows.add(-Rows.dot(axes[k % i], axis), axes[k % i], axis);
            }
            double norm = Rows.norm(axis);
            for (int k = 0; k < dimension; k++) {
                axis[k] /= norm;
            }
            axes[i] = axis;
        }
        return axes;
    }

    /** Returns the state whose latent variables are these, and all others as much as 0.3 N(0, 1)/√N. */
    double[] state(double[] z, RandomStreams streams) {
        double[] all = streams.gaussians("start", axes.length);
        for (int i = 0; i < all.length; i++) {
            all[i] = i < z.length ? z[i] : all[i] * DRAG / Math.sqrt(all.length);
        }
        double[] state = new double[axes.length];
        place(all, state);
        return state;
    }

    /** Moves a state along the first latent axis. */
    void kick(double[] state, double by) {
        Rows.add(size * by, axes[0], state);
    }

    /** Returns a, the unit of latent variables in the space of states. */
    double size() {
        return size;
    }

    private void place(double[] all, double[] state) {
        Rows.transposedTimes(axes, all, state);
        for (int i = 0; i < state.length; i++) {
            state[i] = centre[i] + size * state[i];
        }
    }

    private void locate(double[] state) {
        for (int i = 0; i < state.length; i++) {
            difference[i] = (state[i] - centre[i]) / size;
        }
        for (int i = 0; i < state.length; i++) {
            coordinates[i] = Rows.dot(axes[i], difference);
        }
    }

    @Override
    public int dimension() {
        return axes.length;
    }

    @Override
    public void step(double[] state, double[] next) {
        locate(state);
        latent.step(coordinates, moved);
        for (int i = latent.dimension(); i < moved.length; i++) {
            moved[i] = decay[i] * coordinates[i] + drag[i] * coordinates[0];
        }
        place(moved, next);
    }

    @Override
    public void step(double[] state, double[] direction, double[] next, double[] nextDirection) {
        step(state, next);
        latent.derivative(coordinates, derivative);
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = Rows.dot(axes[i], direction);
        }
        carry(coordinates, moved);
        Rows.transposedTimes(axes, moved, nextDirection);
    }

    /** Applies the derivative in the frame. */
    private void carry(double[] from, double[] to) {
        int d = latent.dimension();
        for (int i = 0; i < d; i++) {
            to[i] = 0;
            for (int k = 0; k < d; k++) {
                to[i] += derivative[i][k] * from[k];
            }
        }
        for (int i = d; i < to.length; i++) {
            to[i] = decay[i] * from[i] + drag[i] * from[0];
        }
    }

    @Override
    public double[][] jacobian(double[] state) {
        int size = axes.length;
        locate(state);
        latent.derivative(coordinates, derivative);
        double[][] columns = new double[size][size];
        double[][] rows = new double[size][size];
        for (int k = 0; k < size; k++) {
            for (int i = 0; i < size; i++) {
                coordinates[i] = axes[i][k];
            }
            carry(coordinates, moved);
            Rows.transposedTimes(axes, moved, columns[k]);
        }
        Rows.transpose(columns, rows);
        return rows;
    }

    @Override
    public double[] read(double[] state) {
        return new double[] {1 / (1 + Math.exp(-Rows.dot(readout, state)))};
    }
}
