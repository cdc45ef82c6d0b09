package org.theoremeter.simulate.experiment.shortterm;

import java.util.List;
import java.util.Map;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.events.Action;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Unit;

/**
 * A slow point: dx/dt = r + x² from x = 0, the output is on for ever once x has blown up (theory 3.1).
 *
 * <p>Time is counted in trials of length T, and x is followed on a circle, xT = tan φ, where the blow-up is an ordinary
 * event at φ = π/2 and nothing overflows: with R = rT²,
 *
 * <pre>  dφ/ds = R cos²φ + sin²φ,   d(∂φ/∂R)/ds = (1 − R) sin 2φ · ∂φ/∂R + cos²φ</pre>
 */
record SlowPoint() implements Mechanism {

    static final String NAME = "slow-point";

    private static final double CHECK = 0.05;
    private static final double LARGEST = 1e9;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Switching over(double r, double length, double tolerance) {
        double drive = r * length * length;
        OrdinaryDifferentialEquation flow = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 2;
            }

            @Override
            public double[] computeDerivatives(double s, double[] state) {
                double sine = Math.sin(state[0]);
                double cosine = Math.cos(state[0]);
                return new double[] {
                    drive * cosine * cosine + sine * sine, 2 * (1 - drive) * sine * cosine * state[1] + cosine * cosine
                };
            }
        };
        double[] absolute = {tolerance, tolerance};
        List<Switching.Switch> switches = new Crossings(state -> state[0] - Math.PI / 2, CHECK, Action.STOP)
                .along(flow, new double[2], absolute, tolerance).stream()
                        .map(event -> blowUp(event, length))
                        .toList();
        return new Switching(false, switches);
    }

    /** At the blow-up dφ/ds = 1, so that the time moves by −∂φ/∂R. */
    private static Switching.Switch blowUp(ODEStateAndDerivative event, double length) {
        double slope = -event.getPrimaryState()[1] / event.getPrimaryDerivative()[0];
        return new Switching.Switch(event.getTime() * length, slope * length * length * length);
    }

    @Override
    public double scale(double length) {
        return 1 / (length * length);
    }

    @Override
    public double range(double length) {
        return LARGEST * scale(length);
    }

    @Override
    public Observable timesObservable() {
        return Observable.scalar("blow-up-time", "when x blows up and the output switches on", Unit.ONE);
    }

    @Override
    public Map<String, Measurement> times(Switching switching, double error) {
        return switching.switches().isEmpty()
                ? Map.of()
                : Map.of(
                        "blow-up-time",
                        new Measurement.Scalar(switching.switches().get(0).time(), error));
    }

    @Override
    public double seconds(double length) {
        return 5e-5;
    }
}
