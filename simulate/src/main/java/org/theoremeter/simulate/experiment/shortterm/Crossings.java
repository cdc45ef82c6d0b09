package org.theoremeter.simulate.experiment.shortterm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.theoremeter.simulate.InterruptedRun;

/**
 * Finds where a function g of the state changes its sign along a path over [0, 1], by Dormand–Prince 8(5,3) with event
 * detection.
 */
final class Crossings {

    private static final double ROOT_ACCURACY = 1e-15;
    private static final int ROOT_STEPS = 100;
    private static final double SMALLEST_STEP = 1e-15;

    private final ToDoubleFunction<double[]> g;
    private final double apart;
    private final Action after;

    /**
     * Prepares a search.
     *
     * @param g changes its sign at a crossing; a zero at the start does not count
     * @param apart less than the distance of two crossings
     * @param after whether to go on after a crossing
     */
    Crossings(ToDoubleFunction<double[]> g, double apart, Action after) {
        this.g = g;
        this.apart = apart;
        this.after = after;
    }

    /**
     * A path.
     *
     * @param crossings state and derivative at every crossing
     * @param end where it was left: at time 1, or at the crossing after which it stops
     */
    record Path(List<ODEStateAndDerivative> crossings, ODEStateAndDerivative end) {}

    /** Returns state and derivative at every crossing. */
    List<ODEStateAndDerivative> along(
            OrdinaryDifferentialEquation flow, double[] start, double[] absolute, double relative) {
        return path(flow, start, absolute, relative).crossings();
    }

    /** Follows a path and returns its crossings and its end. */
    Path path(OrdinaryDifferentialEquation flow, double[] start, double[] absolute, double relative) {
        double[] relatives = new double[start.length];
        Arrays.fill(relatives, relative);
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(SMALLEST_STEP, 1, absolute, relatives);
        Detector detector = new Detector();
        integrator.addEventDetector(detector);
        ODEStateAndDerivative end = integrator.integrate(flow, new ODEState(0, start), 1);
        return new Path(detector.found, end);
    }

    private final class Detector implements ODEEventDetector, ODEEventHandler {

        private final List<ODEStateAndDerivative> found = new ArrayList<>();

        @Override
        public double g(ODEStateAndDerivative state) {
            return g.applyAsDouble(state.getPrimaryState());
        }

        @Override
        public Action eventOccurred(ODEStateAndDerivative state, ODEEventDetector detector, boolean increasing) {
            InterruptedRun.check();
            found.add(state);
            return after;
        }

        @Override
        public ODEEventHandler getHandler() {
            return this;
        }

        @Override
        public AdaptableInterval getMaxCheckInterval() {
            return AdaptableInterval.of(apart);
        }

        @Override
        public int getMaxIterationCount() {
            return ROOT_STEPS;
        }

        @Override
        public BracketedUnivariateSolver<UnivariateFunction> getSolver() {
            return new BracketingNthOrderBrentSolver(ROOT_ACCURACY, ROOT_ACCURACY, ROOT_ACCURACY, 5);
        }
    }
}
