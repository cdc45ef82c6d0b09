package org.theoremeter.simulate.mechanism;

import java.util.Optional;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.theoremeter.simulate.arithmetic.Eigenvalues;

/**
 * A cycle of states or a closed curve on which an orbit has arrived and to which its neighbours are drawn.
 *
 * @param period steps until the orbit is back
 * @param multiplier by what factor the slowest of its neighbours come nearer in a period: of a cycle of up to 32 states the
 *     largest modulus of a Floquet multiplier; else exp(λ · period), λ the leading Lyapunov exponent across the orbit
 * @param returns how it was found
 */
record PeriodicOrbit(double period, double multiplier, Returns returns) {

    /** Longer cycles are held to be closed curves, whose derivative is not multiplied out. */
    private static final int LONGEST_CYCLE = 32;

    /** Nearer to 1 a multiplier does not show that neighbours are drawn to the orbit. */
    private static final double NEUTRAL = 0.99;

    private static final int LEAST = 256;
    private static final int ITERATIONS = 8;

    /** A state that is so near, in units of the orbit's extent, is the same. */
    private static final double SAME = 1e-5;

    /** Largest distance after a turn that Newton's method may leave, in units of 1 + ‖r‖. */
    private static final double CONVERGED = 1e-10;

    /** Looks for a closed orbit, attracting or not, among the last states and then in the last half of the run. */
    static Optional<PeriodicOrbit> of(Orbit orbit, MechanismSettings settings) {
        double[][] recent = orbit.recent();
        Optional<Returns> near = Returns.of(recent, 1, settings.tolerance());
        if (near.isPresent() || orbit.stride() == 1) {
            return near.flatMap(returns -> closed(orbit, recent, returns));
        }
        double[][] half = orbit.between(orbit.time() / 2, orbit.time());
        return Returns.of(half, orbit.stride(), settings.tolerance()).flatMap(returns -> closed(orbit, half, returns));
    }

    boolean attracts() {
        return multiplier < NEUTRAL;
    }

    private static Optional<PeriodicOrbit> closed(Orbit orbit, double[][] states, Returns returns) {
        if (returns.exact()) {
            int period = smallestPeriod(orbit, (int) returns.recurrence(), SAME * Orbit.extent(states, states[0]));
            if (period == 1) {
                return Optional.empty();
            }
            if (period <= LONGEST_CYCLE) {
                return cycle(orbit, period, returns);
            }
            Stretching stretching = Stretching.along(orbit.system(), orbit.state(), period, LEAST);
            return Optional.of(new PeriodicOrbit(period, Math.exp(period * stretching.first()), returns));
        }
        double period = returns.recurrence();
        Stretching stretching = Stretching.along(orbit.system(), orbit.state(), period, LEAST);
        return Optional.of(new PeriodicOrbit(period, Math.exp(period * stretching.second()), returns));
    }

    private static int smallestPeriod(Orbit orbit, int period, double same) {
        double[][] states = {orbit.state().clone(), orbit.state().clone()};
        for (int t = 1; t < period; t++) {
            orbit.system().step(states[(t - 1) % 2], states[t % 2]);
            if (Orbit.distance(states[t % 2], orbit.state()) < same) {
                return t;
            }
        }
        return period;
    }

    /** Refines a cycle of states by Newton's method on F^k(r) = r. */
    private static Optional<PeriodicOrbit> cycle(Orbit orbit, int period, Returns returns) {
        double[] start = orbit.state().clone();
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            RealMatrix product = MatrixUtils.createRealIdentityMatrix(start.length);
            double[] state = start.clone();
            double[] next = new double[start.length];
            for (int t = 0; t < period; t++) {
                product = MatrixUtils.createRealMatrix(orbit.system().jacobian(state))
                        .multiply(product);
                orbit.system().step(state, next);
                System.arraycopy(next, 0, state, 0, next.length);
            }
            if (Orbit.distance(state, start) <= CONVERGED * (1 + new ArrayRealVector(start, false).getNorm())) {
                double multiplier = FixedPoint.largest(Eigenvalues.of(product.getData()));
                return Optional.of(new PeriodicOrbit(period, multiplier, returns));
            }
            try {
                double[] correction = new LUDecomposition(
                                product.subtract(MatrixUtils.createRealIdentityMatrix(start.length)))
                        .getSolver()
                        .solve(new ArrayRealVector(start).subtract(new ArrayRealVector(state)))
                        .toArray();
                for (int i = 0; i < start.length; i++) {
                    start[i] += correction[i];
                }
            } catch (MathIllegalArgumentException singular) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
