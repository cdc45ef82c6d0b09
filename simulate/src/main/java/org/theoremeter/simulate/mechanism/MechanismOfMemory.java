package org.theoremeter.simulate.mechanism;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * By which mechanism a system remembers, from its dynamics alone: a long run from a state, without input and noise, and what it
 * comes to. Rotations of the state space, signs of axes and read-outs do not matter.
 *
 * <p>The run is looked at after 1024 steps, 2048 and so on. It <em>ends in a fixed point</em> if Newton's method finds one with
 * all eigenvalues of DF inside the unit circle, and the orbit is there or comes nearer at the rate of the largest of them. It
 * <em>ends in a periodic orbit</em> if it returns again and again to the same places ({@link Returns}) and neighbours are drawn
 * to it. A <em>slow point</em> is passed if the orbit stays near a minimum of q(r) = ½‖F(r) − r‖², where it is ten times slower
 * than it becomes afterwards.
 *
 * <p>Start where the input ends: from the end of the trial only what comes after the response is seen.
 *
 * @param answer what it is
 * @param reason why it is nothing of the kind, {@link Reason#NONE} otherwise
 * @param steps how many steps decided
 * @param period of a periodic orbit, in steps; where it turns in about ten steps or fewer, or leaps, the steps of a whole number
 *     of turns, nearly
 * @param multiplier of a fixed point, the largest modulus of an eigenvalue of DF; of a periodic orbit, the factor by which
 *     neighbours come nearer in a period
 * @param passage the slow point that was passed, if one was; looked for unless the orbit is periodic
 */
public record MechanismOfMemory(
        Answer answer,
        Reason reason,
        int steps,
        OptionalDouble period,
        OptionalDouble multiplier,
        Optional<SlowPassage> passage) {

    /** What a run came to. */
    public enum Answer {
        /** It ended in a stable fixed point and passed no slow point on the way. */
        FIXED_POINT,
        /** It ended in a cycle of at least two states or on a closed curve, and neighbours are drawn there. */
        PERIODIC_ORBIT,
        /** It passed a slow point, and then ended in a stable fixed point or became slow again. */
        SLOW_POINT,
        /** Nothing of this was shown; see the reason. */
        NEITHER
    }

    /** Why a run is none of the others. */
    public enum Reason {
        /** It is one of the others. */
        NONE,
        /** A state left every bound or was not finite. */
        DIVERGED,
        /** It was still on its way, ten times slower than at first, at the end of the longest run. */
        DRIFT,
        /** It came back to where it was, but neighbours are not drawn there: a centre, or too near to a bifurcation. */
        NEUTRAL,
        /** It moves without coming back, and neighbours part. */
        CHAOS,
        /** It moves, and the longest run does not tell how. */
        UNRESOLVED
    }

    /** The two mechanisms of the STM paper. */
    public enum Summary {
        /** The published "limit cycle": exactly the periodic orbits. */
        LIMIT_CYCLE,
        /** The published "slow point", everything else that was decided: slow points and fixed points. */
        SLOW_POINT,
        /** Neither; published counts have no such column, so that theirs are to be held against intervals. */
        UNDECIDED
    }

    /** A leading exponent above this, a step, is that of chaos. */
    private static final double CHAOTIC = 1e-3;

    private static final int EXPONENT_STEPS = 1024;

    /**
     * Finds the mechanism.
     *
     * @param start the state when the input ends, of length N
     * @throws IllegalArgumentException if the state has another length or is not finite
     * @throws org.theoremeter.simulate.InterruptedRun if the thread is interrupted
     */
    public static MechanismOfMemory of(AutonomousSystem system, double[] start, MechanismSettings settings) {
        if (start.length != system.dimension()) {
            throw new IllegalArgumentException(
                    "found a state of " + start.length + " numbers, accepted: " + system.dimension());
        }
        for (double component : start) {
            if (!Double.isFinite(component)) {
                throw new IllegalArgumentException("found a state with " + component + ", accepted: finite numbers");
            }
        }
        Orbit orbit = new Orbit(system, start, settings.longest());
        boolean neutral = false;
        for (int steps = MechanismSettings.FIRST; ; steps = Math.min(2 * steps, settings.longest())) {
            if (!orbit.runTo(steps)) {
                return neither(Reason.DIVERGED, orbit);
            }
            Optional<FixedPoint> point = FixedPoint.reachedBy(orbit);
            if (point.isPresent()) {
                return ending(orbit, point.get(), settings);
            }
            Optional<PeriodicOrbit> cycle = PeriodicOrbit.of(orbit, settings);
            if (cycle.isPresent() && cycle.get().attracts()) {
                return new MechanismOfMemory(
                        Answer.PERIODIC_ORBIT,
                        Reason.NONE,
                        steps,
                        OptionalDouble.of(cycle.get().period()),
                        OptionalDouble.of(cycle.get().multiplier()),
                        Optional.empty());
            }
            neutral = cycle.isPresent();
            if (steps == settings.longest()) {
                return undecided(orbit, neutral, settings);
            }
        }
    }

    /** Returns the answer in the words of the STM paper. */
    public Summary summary() {
        return switch (answer) {
            case PERIODIC_ORBIT -> Summary.LIMIT_CYCLE;
            case SLOW_POINT, FIXED_POINT -> Summary.SLOW_POINT;
            case NEITHER -> Summary.UNDECIDED;
        };
    }

    private static MechanismOfMemory ending(Orbit orbit, FixedPoint point, MechanismSettings settings) {
        Optional<SlowPassage> passage = SlowPassage.before(point, orbit, settings);
        return new MechanismOfMemory(
                passage.isPresent() ? Answer.SLOW_POINT : Answer.FIXED_POINT,
                Reason.NONE,
                orbit.time(),
                OptionalDouble.empty(),
                OptionalDouble.of(point.spectralRadius()),
                passage);
    }

    private static MechanismOfMemory undecided(Orbit orbit, boolean neutral, MechanismSettings settings) {
        Optional<SlowPassage> passage = SlowPassage.beforeSlowing(orbit, settings);
        if (passage.isPresent()) {
            return new MechanismOfMemory(
                    Answer.SLOW_POINT,
                    Reason.NONE,
                    orbit.time(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    passage);
        }
        if (neutral) {
            return neither(Reason.NEUTRAL, orbit);
        }
        if (settings.contrast() * orbit.fastestSince(orbit.time() / 2) <= orbit.fastestSince(0)) {
            return neither(Reason.DRIFT, orbit);
        }
        Stretching stretching = Stretching.along(orbit.system(), orbit.state(), 1, EXPONENT_STEPS);
        return neither(stretching.first() > CHAOTIC ? Reason.CHAOS : Reason.UNRESOLVED, orbit);
    }

    private static MechanismOfMemory neither(Reason reason, Orbit orbit) {
        return new MechanismOfMemory(
                Answer.NEITHER, reason, orbit.time(), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
    }
}
