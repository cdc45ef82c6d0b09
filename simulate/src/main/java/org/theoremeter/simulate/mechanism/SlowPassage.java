package org.theoremeter.simulate.mechanism;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresFactory;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * The passage of an orbit by a slow point, a minimum of q(r) = ½‖F(r) − r‖²: of a saddle where q is 0 there, of a ghost where it
 * is not.
 *
 * @param time when the orbit was slowest, in steps
 * @param dwell how long its speed stayed below twice that
 * @param contrast how many times faster it became afterwards
 * @param speed ‖F(r) − r‖ at the minimum of q
 * @param isFixed whether the minimum is 0, a fixed point, as far as rounding tells
 * @param spectralRadius largest modulus of an eigenvalue of DF there
 */
public record SlowPassage(int time, int dwell, double contrast, double speed, boolean isFixed, double spectralRadius) {

    /** So many of the longest stays are looked at. */
    private static final int CANDIDATES = 3;

    /** Slower than this part of the largest speed there is only rounding. */
    private static final double ROUNDING = 1e-9;

    /** How far the minimum of q may lie from the orbit, in units of the way that the orbit still goes. */
    private static final double NEAR = 0.25;

    /** A minimum so near to where the orbit ends, in the same units, is that end. */
    private static final double SAME = 1e-3;

    /** A speed so much smaller than the smallest of the orbit is 0. */
    private static final double ZERO = 1e-6;

    private static final int EVALUATIONS = 200;

    private record Stay(int time, int dwell, double later) {}

    /** Looks for the longest passage of an orbit that ends in a fixed point, which is no passage itself. */
    static Optional<SlowPassage> before(FixedPoint end, Orbit orbit, MechanismSettings settings) {
        return longest(orbit, Optional.of(end), stays(orbit, settings));
    }

    /** Looks for the longest passage of an orbit that has become slow again for the last half of the run. */
    static Optional<SlowPassage> beforeSlowing(Orbit orbit, MechanismSettings settings) {
        double last = orbit.fastestSince(orbit.time() / 2);
        return longest(
                orbit,
                Optional.empty(),
                stays(orbit, settings).stream()
                        .filter(stay -> settings.contrast() * last <= stay.later)
                        .toList());
    }

    private static Optional<SlowPassage> longest(Orbit orbit, Optional<FixedPoint> end, List<Stay> stays) {
        return stays.stream()
                .sorted(Comparator.comparingInt(Stay::dwell).reversed())
                .limit(CANDIDATES)
                .flatMap(stay -> at(orbit, stay, end).stream())
                .findFirst();
    }

    private static List<Stay> stays(Orbit orbit, MechanismSettings settings) {
        double[] speeds = orbit.speeds();
        int count = orbit.time();
        double[] later = new double[count];
        double largest = 0;
        for (int t = count - 1; t >= 0; t--) {
            later[t] = largest;
            largest = Math.max(largest, speeds[t]);
        }
        List<Stay> stays = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            boolean slow = speeds[t] * settings.contrast() <= later[t] && later[t] > ROUNDING * largest;
            boolean least = (t == 0 || speeds[t] <= speeds[t - 1]) && (t + 1 == count || speeds[t] <= speeds[t + 1]);
            if (slow && least) {
                int from = t;
                while (from > 0 && speeds[from - 1] <= 2 * speeds[t]) {
                    from--;
                }
                int to = t;
                while (to + 1 < count && speeds[to + 1] <= 2 * speeds[t]) {
                    to++;
                }
                if (to - from + 1 >= settings.dwell()) {
                    stays.add(new Stay(t, to - from + 1, later[t]));
                }
                t = to;
            }
        }
        return stays;
    }

    private static Optional<SlowPassage> at(Orbit orbit, Stay stay, Optional<FixedPoint> end) {
        double[] near = orbit.between(stay.time, orbit.time())[0];
        double way = Orbit.extent(orbit.between(stay.time, orbit.time()), near);
        double[] slowest;
        try {
            slowest = minimum(orbit.system(), near);
        } catch (MathIllegalStateException exhausted) {
            return Optional.empty();
        }
        boolean elsewhere = Orbit.distance(slowest, near) > NEAR * way
                || end.isPresent() && Orbit.distance(slowest, end.get().state()) <= SAME * way;
        if (elsewhere) {
            return Optional.empty();
        }
        double[] next = new double[slowest.length];
        orbit.system().step(slowest, next);
        double speed = Orbit.distance(slowest, next);
        double smallest = orbit.speeds()[stay.time];
        return Optional.of(new SlowPassage(
                stay.time,
                stay.dwell,
                stay.later / smallest,
                speed,
                speed <= ZERO * smallest,
                FixedPoint.radius(orbit.system(), slowest)));
    }

    /** Minimises q by the method of Levenberg and Marquardt. */
    private static double[] minimum(AutonomousSystem system, double[] start) {
        LeastSquaresProblem problem = LeastSquaresFactory.create(
                point -> {
                    double[] state = point.toArray();
                    double[] next = new double[state.length];
                    system.step(state, next);
                    double[][] derivative = system.jacobian(state);
                    for (int i = 0; i < state.length; i++) {
                        next[i] -= state[i];
                        derivative[i][i] -= 1;
                    }
                    return new Pair<>(new ArrayRealVector(next, false), MatrixUtils.createRealMatrix(derivative));
                },
                new ArrayRealVector(start.length),
                new ArrayRealVector(start),
                null,
                EVALUATIONS,
                EVALUATIONS);
        return new LevenbergMarquardtOptimizer().optimize(problem).getPoint().toArray();
    }
}
