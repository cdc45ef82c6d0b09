package org.theoremeter.simulate.ode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.ode.enclosure.Enclosed;
import org.theoremeter.simulate.ode.enclosure.Window;
import org.theoremeter.simulate.ode.method.Collapsed;
import org.theoremeter.simulate.ode.method.Evaluations;
import org.theoremeter.simulate.ode.method.Explicit;
import org.theoremeter.simulate.ode.method.Method;
import org.theoremeter.simulate.ode.method.Open;
import org.theoremeter.simulate.ode.method.Pace;
import org.theoremeter.simulate.ode.method.Radau;
import org.theoremeter.simulate.ode.method.Scales;
import org.theoremeter.simulate.ode.method.Stiffness;
import org.theoremeter.simulate.ode.method.Stretch;
import org.theoremeter.simulate.ode.regime.Regime;
import org.theoremeter.simulate.ode.regime.Regimes;
import org.theoremeter.simulate.ode.regime.Root;
import org.theoremeter.simulate.ode.regime.Sliding;
import org.theoremeter.simulate.ode.regime.Surface;
import org.theoremeter.theory.dynamics.ReducedDynamics;

/**
 * One solution, regime by regime: each smooth field is integrated until the path crosses a surface on which the field
 * switches; a step in which the field may hide something is taken again in shorter ones; a stiff stretch is left to an
 * implicit method.
 */
final class Walk {

    private static final int STEPS_BETWEEN_CHECKS = 16;

    /** After something narrow was met, rounding is looked at in every step for so many. */
    private static final int STEPS_AFTER_A_WINDOW = 4096;

    private static final long COST_OF_A_SWITCH = 20;
    private static final long COST_OF_A_LOOK = 1;

    /** How far off a switch may be found, in units of the time's rounding, and its condition be written in doubles. */
    private static final double ROUNDING_OF_A_SWITCH = 4;

    /** How much farther than the sizes' blur the path may be beyond a surface that it slides or rests on. */
    private static final double SLACK = 10;

    /** How far below the edge of a root a solution may come out by its errors. */
    private static final double EDGE = 1000;

    /** Rounding of the slopes in a step adds up to so many units of noise in the state. */
    private static final double NOISE = 16;

    private static final double FADED_SHIFT = 8;

    private static final double GROWTH_OF_ROUNDING = 1.5;

    private static final int SHARES_A_STEP = 16;

    /** The library takes no shorter stretch, in units of the time's rounding. */
    private static final double SHORTEST = 1100;

    private final ReducedDynamics dynamics;
    private final Regimes regimes;
    private final Evaluations evaluations;
    private final Explicit explicit;
    private final double relaxed;
    private final double horizon;
    private final boolean shifted;
    private final Scales scales;
    private final Pace pace;
    private final List<Stretch> steps = new ArrayList<>();
    private double time;
    private double[] state;
    private Regime regime;
    private double[] shift = {};
    private boolean stiff;
    private int unchecked;
    private int narrow;

    Walk(ReducedDynamics dynamics, double[] constants, double[] start, double horizon, Manner manner) {
        this.dynamics = dynamics;
        this.regimes = new Regimes(dynamics, constants);
        this.evaluations = new Evaluations(manner.evaluations());
        this.explicit = manner.explicit();
        this.relaxed = manner.relaxed();
        this.horizon = horizon;
        this.shifted = manner.shifted();
        this.scales = new Scales(manner.tolerance(), start);
        this.pace = new Pace(horizon * manner.longest());
        this.state = start.clone();
        if (dynamics.formulas().isEmpty()) {
            scales.share();
        }
    }

    /**
     * How a solution is computed.
     *
     * @param explicit the method where nothing is stiff
     * @param tolerance of a step, relative to the state
     * @param relaxed by how much larger it is for the implicit method
     * @param longest the longest step, a part of the horizon
     * @param shifted whether the field is shifted by the bound of its rounding
     * @param evaluations the most evaluations of the field
     */
    record Manner(
            Explicit explicit, double tolerance, double relaxed, double longest, boolean shifted, long evaluations) {}

    /** Leaves a method to go on from the present time in another way. */
    private static final class Turn extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Turn() {
            super(null, null, false, false);
        }
    }

    /** Where and why the walk ended early. */
    record Ending(Divergence divergence, boolean open) {}

    List<Stretch> steps() {
        return steps;
    }

    Optional<Ending> run() {
        try {
            enter();
            double[] slope = new double[state.length];
            regime.flow().derivative(0, state, slope);
            if (!Evaluations.finite(slope)) {
                return ended("the field is not finite at the start", false);
            }
            while (time < horizon) {
                stretch();
            }
            return Optional.empty();
        } catch (Collapsed collapsed) {
            return ended("the solution blows up or the field becomes singular", false);
        } catch (Undefined undefined) {
            return ended("the field is not defined beyond", false);
        } catch (Open open) {
            return ended(open.getMessage(), true);
        }
    }

    private Optional<Ending> ended(String reason, boolean open) {
        return Optional.of(new Ending(new Divergence(dynamics.time(), time, reason), open));
    }

    /** Leaves where a root's argument becomes negative. */
    private static final class Undefined extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Undefined() {
            super(null, null, false, false);
        }
    }

    private void enter() {
        evaluations.spend(COST_OF_A_SWITCH);
        Regime before = regime;
        regime = regimes.at(time, state, scales.largest());
        if (shifted && before != null) {
            displace(before);
        }
        stiff = false;
        scales.resolved(new double[state.length], time);
        round();
        requireUnique();
    }

    /** Moves the state by what the rounding of the time of a switch may have done to it. */
    private void displace(Regime before) {
        double[] old = new double[state.length];
        double[] now = new double[state.length];
        before.flow().derivative(time, state, old);
        regime.flow().derivative(time, state, now);
        double late = ROUNDING_OF_A_SWITCH * Math.ulp(time);
        for (int i = 0; i < state.length; i++) {
            double moved = state[i] + late * Math.abs(old[i] - now[i]);
            state[i] = Double.isFinite(moved) ? moved : state[i];
        }
    }

    private void stretch() {
        // where a path rests at the edge of a root, a shift would make it stiff beyond all rounding
        shift = shifted && regime.edges().isEmpty() ? scales.rounding().clone() : new double[0];
        Method.Task task = new Method.Task(regime.flow(), evaluations, scales, pace, shift);
        if (horizon - time <= SHORTEST * Math.ulp(horizon)) {
            accept(straight(task.slope(time, state)));
            return;
        }
        Method method = stiff ? new Radau(relaxed) : explicit;
        try {
            method.run(task, time, state, horizon, this::accept);
        } catch (Turn turn) {
            // the walk has moved to where it goes on
        } catch (Collapsed collapsed) {
            double[] known = scales.rounding().clone();
            round();
            if (!grown(known, scales.rounding())) {
                throw collapsed;
            }
        }
    }

    /** Tells whether rounding, not the solution, may have held the steps down. */
    private static boolean grown(double[] known, double[] rounding) {
        for (int i = 0; i < known.length; i++) {
            if (rounding[i] > GROWTH_OF_ROUNDING * known[i]) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a shift is far larger than the rounding that it stands for has become. */
    private static boolean faded(double[] shift, double[] rounding) {
        for (int i = 0; i < shift.length; i++) {
            if (shift[i] > FADED_SHIFT * rounding[i]) {
                return true;
            }
        }
        return false;
    }

    private Stretch straight(double[] slope) {
        double begin = time;
        double[] from = state;
        return new Stretch() {
            @Override
            public double from() {
                return begin;
            }

            @Override
            public double to() {
                return horizon;
            }

            @Override
            public double[] at(double at) {
                double[] moved = from.clone();
                for (int i = 0; i < moved.length; i++) {
                    moved[i] += (at - begin) * slope[i];
                }
                return moved;
            }
        };
    }

    private void accept(Stretch step) {
        Sight sight = new Sight(step, scales, state.length);
        if (regime.sharp()) {
            evaluations.spend(COST_OF_A_LOOK);
            sight.hidden(regime.components()).ifPresent(piece -> {
                pace.window(piece.from(), piece.to());
                narrow = STEPS_AFTER_A_WINDOW;
                throw new Turn();
            });
        }
        Optional<Double> end = switching(sight, step);
        move(end.isEmpty() ? step : step.until(end.get()));
        if (end.isPresent()) {
            enter();
            throw new Turn();
        }
        if (!regime.edges().isEmpty()) {
            // a path comes to the edge of a root ever faster, compared with its distance, and must be let arrive
            scales.resolved(evaluations.slope(regime.flow(), time, state), time);
        }
        boolean check = ++unchecked == STEPS_BETWEEN_CHECKS;
        if (check || narrow > 0) {
            narrow--;
            round();
        }
        if (check) {
            unchecked = 0;
            if (shift.length > 0 && faded(shift, scales.rounding())) {
                throw new Turn();
            }
            if (!stiff && Stiffness.of(regime.flow(), step, horizon)) {
                stiff = true;
                round();
                throw new Turn();
            }
        }
        requireUnique();
    }

    private void move(Stretch step) {
        state = step.at(step.to());
        time = step.to();
        steps.add(step);
        scales.reached(state);
        if (dynamics.formulas().isEmpty()) {
            scales.share();
        }
    }

    /** Returns when the regime ends within a step, if it does. */
    private Optional<Double> switching(Sight sight, Stretch step) {
        Optional<Double> earliest = Optional.empty();
        for (Regime.Side side : regime.sides()) {
            earliest = earlier(earliest, sight.crossing(side, slack(side.surface())));
        }
        if (regime.flow() instanceof Sliding sliding) {
            earliest = earlier(earliest, leaving(sliding, step));
        }
        for (Surface edge : regime.edges()) {
            double slack = EDGE * edge.blur(time, state, scales.largest());
            Optional<Double> undefined = sight.leaving(new Regime.Side(edge, 1), slack);
            if (undefined.isPresent() && !(earliest.isPresent() && earliest.get() <= undefined.get())) {
                move(step.until(undefined.get()));
                throw new Undefined();
            }
        }
        return earliest;
    }

    private double slack(Surface surface) {
        return surface.inTimeAlone() ? 0 : SLACK * surface.blur(time, state, scales.largest());
    }

    private static Optional<Double> earlier(Optional<Double> one, Optional<Double> other) {
        return one.isEmpty() || (other.isPresent() && other.get() < one.get()) ? other : one;
    }

    /** Returns when a flow along surfaces begins to be led off them. */
    private static Optional<Double> leaving(Sliding sliding, Stretch step) {
        double length = step.to() - step.from();
        for (int i = 1; i <= SHARES_A_STEP; i++) {
            double late = i == SHARES_A_STEP ? step.to() : step.from() + length * i / SHARES_A_STEP;
            if (!slides(sliding, step, late)) {
                return Optional.of(Sight.first(at -> !slides(sliding, step, at), step.from(), late));
            }
        }
        return Optional.empty();
    }

    private static boolean slides(Sliding sliding, Stretch step, double time) {
        for (double share : sliding.shares(time, step.at(time))) {
            if (!(share >= 0 && share <= 1)) {
                return false;
            }
        }
        return true;
    }

    /** Bounds the rounding of the slope where the walk is. */
    private void round() {
        if (regime.components().isEmpty()) {
            return;
        }
        Window here = Window.at(time, state);
        double[] bounds = new double[state.length];
        for (int i = 0; i < bounds.length; i++) {
            Enclosed component = regime.components().get(i);
            component.enclose(here);
            double rounding = component.rounding();
            bounds[i] = Double.isFinite(rounding) ? rounding : 0;
        }
        // a stiff field damps what its own rounding does to it
        scales.rounded(stiff ? bounds : spread(bounds));
    }

    /** Adds what a component does to the slopes of the others whose error is that of rounding. */
    private double[] spread(double[] bounds) {
        double[] spread = bounds.clone();
        double length = steps.isEmpty() ? 0 : time - steps.get(steps.size() - 1).from();
        double[][] jacobian = null;
        for (int j = 0; j < bounds.length; j++) {
            double noise = NOISE * length * bounds[j];
            if (noise > scales.tolerance() * Math.abs(state[j])) {
                jacobian = jacobian == null ? regime.flow().jacobian(time, state) : jacobian;
                for (int i = 0; i < bounds.length; i++) {
                    double more = Math.abs(jacobian[i][j]) * noise;
                    spread[i] += Double.isFinite(more) ? more : 0;
                }
            }
        }
        return spread;
    }

    private void requireUnique() {
        for (Surface edge : regime.edges()) {
            if (new Root(edge, regimes.whole()).repels(time, state, scales.largest())) {
                throw new Open("the solution is not unique from " + dynamics.time() + " = " + time
                        + ", where it may leave the zero of a root at any time");
            }
        }
    }
}
