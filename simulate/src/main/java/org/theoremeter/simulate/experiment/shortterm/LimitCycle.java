package org.theoremeter.simulate.experiment.shortterm;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.events.Action;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;

/**
 * A limit cycle: dρ/dt = (1 − ρ²)ρ, dθ/dt = 2πr from θ = 0, the output is on while sin θ &lt; 0 (theory 3.3).
 *
 * <p>It is integrated in the plane, X = ρ cos θ and Y = ρ sin θ, so that the phase is nothing that is put in; the output
 * switches where Y changes its sign. Time is counted in trials of length T: with R = rT,
 *
 * <pre>  dX/ds = T(1 − ρ²)X − 2πR Y,   dY/ds = T(1 − ρ²)Y + 2πR X</pre>
 *
 * and ∂X/∂R, ∂Y/∂R beside them. For r &lt; 0 it turns the other way and the output is on at first.
 *
 * @param radius ρ(0), positive
 */
record LimitCycle(double radius) implements Mechanism {

    static final String NAME = "limit-cycle";

    /** ρ(0) unless another is given: off the cycle, so that the approach to it is simulated too. */
    static final double RADIUS = 0.5;

    private static final double TURNS = 100;
    private static final double CHECK = 0.05;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Switching over(double r, double length, double tolerance) {
        double turns = r * length;
        if (turns == 0) {
            // the phase stands still at sin θ = 0, where the output is off
            return new Switching(false, List.of());
        }
        double[] start = {radius, 0, 0, 0};
        double[] absolute = {tolerance, tolerance, tolerance, tolerance};
        double apart = Math.min(CHECK, 1 / (8 * Math.abs(turns)));
        List<Switching.Switch> switches = new Crossings(state -> state[1], apart, Action.CONTINUE)
                .along(new Flow(turns, length), start, absolute, tolerance).stream()
                        .map(event -> crossing(event, length))
                        .toList();
        return new Switching(turns < 0, switches);
    }

    private static Switching.Switch crossing(ODEStateAndDerivative event, double length) {
        double slope = -event.getPrimaryState()[3] / event.getPrimaryDerivative()[1];
        return new Switching.Switch(event.getTime() * length, slope * length * length);
    }

    @Override
    public double scale(double length) {
        return 1 / length;
    }

    @Override
    public double range(double length) {
        return TURNS * scale(length);
    }

    @Override
    public Observable timesObservable() {
        return Observable.series(
                "crossings", "when the output switches, for the first time, the second, …", "crossing");
    }

    @Override
    public Map<String, Measurement> times(Switching switching, double error) {
        int count = switching.switches().size();
        if (count == 0) {
            return Map.of();
        }
        double[] at = IntStream.rangeClosed(1, count).asDoubleStream().toArray();
        double[] times = switching.switches().stream()
                .mapToDouble(Switching.Switch::time)
                .toArray();
        return Map.of("crossings", new Measurement.Series(at, times, error));
    }

    @Override
    public double seconds(double length) {
        return 1e-4 + 3e-6 * length;
    }

    /** The flow in the plane, and beside it how it moves with R. */
    private record Flow(double turns, double length) implements OrdinaryDifferentialEquation {

        @Override
        public int getDimension() {
            return 4;
        }

        @Override
        public double[] computeDerivatives(double s, double[] state) {
            double x = state[0];
            double y = state[1];
            double pull = length * (1 - x * x - y * y);
            double inward = -2 * length * (x * state[2] + y * state[3]);
            double turn = 2 * Math.PI * turns;
            return new double[] {
                pull * x - turn * y,
                pull * y + turn * x,
                pull * state[2] + inward * x - turn * state[3] - 2 * Math.PI * y,
                pull * state[3] + inward * y + turn * state[2] + 2 * Math.PI * x
            };
        }
    }
}
