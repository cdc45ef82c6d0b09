package org.theoremeter.simulate.mechanism;

import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.theoremeter.simulate.arithmetic.Eigenvalues;

/**
 * A zero of F(r) − r, refined by Newton's method.
 *
 * @param state r; shared
 * @param spectralRadius largest modulus of an eigenvalue of DF(r)
 */
record FixedPoint(double[] state, double spectralRadius) {

    private static final int ITERATIONS = 20;

    /** Largest remaining speed, in units of 1 + ‖r‖: some hundred roundings. */
    private static final double CONVERGED = 1e-13;

    /** The same where the derivative is nearly singular and Newton's last steps are lost in rounding. */
    private static final double ACCEPTED = 1e-10;

    /** An orbit so near, in units of its extent, has arrived. */
    private static final double ARRIVED = 1e-6;

    /** An orbit that has not shrunk by this factor in a quarter of the run is not held against fixed points. */
    private static final double SHRUNK = 0.9;

    /** How far an exponent measured on the orbit may lie from that of the derivative. */
    private static final double AGREEMENT = 0.15;

    /** Refines a guess. */
    static Optional<FixedPoint> near(AutonomousSystem system, double[] guess) {
        double[] state = guess.clone();
        double[] next = new double[state.length];
        double speed = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            system.step(state, next);
            speed = Orbit.distance(state, next) / (1 + new ArrayRealVector(state, false).getNorm());
            if (!(speed > CONVERGED)) {
                break;
            }
            double[][] derivative = system.jacobian(state);
            for (int i = 0; i < state.length; i++) {
                derivative[i][i] -= 1;
                next[i] = state[i] - next[i];
            }
            double[] correction;
            try {
                correction = new LUDecomposition(MatrixUtils.createRealMatrix(derivative))
                        .getSolver()
                        .solve(new ArrayRealVector(next, false))
                        .toArray();
            } catch (MathIllegalArgumentException singular) {
                break;
            }
            for (int i = 0; i < state.length; i++) {
                state[i] += correction[i];
            }
        }
        return speed <= ACCEPTED ? Optional.of(new FixedPoint(state, radius(system, state))) : Optional.empty();
    }

    static double radius(AutonomousSystem system, double[] state) {
        return largest(Eigenvalues.of(system.jacobian(state)));
    }

    /** Returns the largest modulus. */
    static double largest(Eigenvalues eigenvalues) {
        double largest = 0;
        for (int i = 0; i < eigenvalues.size(); i++) {
            largest = Math.max(largest, eigenvalues.modulus(i));
        }
        return largest;
    }

    /**
     * Finds the stable fixed point at which an orbit arrives: it is there already, or over the last three quarters of the run its
     * distance fell, quarter by quarter, at the rate of the derivative, ln ρ a step.
     */
    static Optional<FixedPoint> reachedBy(Orbit orbit) {
        int quarter = orbit.time() / 4;
        double[] now = orbit.state();
        double[][] last = orbit.between(3 * quarter, orbit.time());
        double extent = Orbit.extent(orbit.between(0, orbit.time()), now);
        double size = Orbit.extent(last, now);
        boolean arrived = size <= ARRIVED * extent;
        if (!arrived && size > SHRUNK * Orbit.extent(orbit.between(2 * quarter, 3 * quarter), now)) {
            return Optional.empty();
        }
        for (double[] guess : List.of(now, Orbit.mean(last))) {
            Optional<FixedPoint> point = near(orbit.system(), guess)
                    .filter(found -> found.spectralRadius() < 1 && found.isReached(orbit, quarter, extent));
            if (point.isPresent()) {
                return point;
            }
        }
        return Optional.empty();
    }

    private boolean isReached(Orbit orbit, int quarter, double extent) {
        if (Orbit.distance(orbit.state(), state) <= ARRIVED * extent) {
            return true;
        }
        double expected = quarter * Math.log(spectralRadius);
        double before = Orbit.extent(orbit.between(quarter, 2 * quarter), state);
        double middle = Orbit.extent(orbit.between(2 * quarter, 3 * quarter), state);
        double end = Orbit.extent(orbit.between(3 * quarter, orbit.time()), state);
        return agrees(Math.log(middle / before), expected) && agrees(Math.log(end / middle), expected);
    }

    private static boolean agrees(double measured, double expected) {
        return Math.abs(measured - expected) <= AGREEMENT * Math.abs(expected);
    }
}
