package org.theoremeter.simulate.experiment.shortterm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.events.Action;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Unit;

/**
 * A slow point: dx/dt = r + x² from x = 0, the output is on for ever once x has blown up (theory 3.1), or once it has come to
 * the ceiling X, where it is held (theory 7.2).
 *
 * <p>Time is counted in trials of length T, and x is followed on a circle, xT = tan φ, where the blow-up is an ordinary
 * event at φ = π/2 and nothing overflows: with R = rT²,
 *
 * <pre>  dφ/ds = R cos²φ + sin²φ,   d(∂φ/∂R)/ds = (1 − R) sin 2φ · ∂φ/∂R + cos²φ</pre>
 *
 * <p>Under a ceiling the movement E = ∫ v² ds, v = R + tan²φ, is followed too, and how it moves with R. At a fixed time that
 * is ∂E/∂R = ε − v²τ, a difference of numbers as large as X⁴ once the ceiling is near; what is integrated is therefore ε, the
 * change at a fixed place, with τ = −(∂φ/∂R)/(dφ/ds) that of the time, for which the variational equations give
 *
 * <pre>  dε/ds = v</pre>
 *
 * @param ceiling X, positive; infinite for none
 */
record SlowPoint(double ceiling) implements Mechanism {

    static final String NAME = "slow-point";

    private static final double CHECK = 0.05;
    private static final double LARGEST = 1e9;

    /** The slow point that is held at the ceiling of a penalty. */
    static SlowPoint of(Consistency consistency) {
        return new SlowPoint(consistency.ceiling());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Switching over(double r, double length, double tolerance) {
        double drive = r * length * length;
        boolean held = Double.isFinite(ceiling);
        // without a ceiling the angle is π/2
        double angle = Math.atan(ceiling * length);
        OrdinaryDifferentialEquation flow = held ? new Moving(drive) : new Turning(drive);
        double[] absolute = new double[flow.getDimension()];
        Arrays.fill(absolute, tolerance);
        Crossings.Path path = new Crossings(state -> state[0] - angle, CHECK, Action.STOP)
                .path(flow, new double[flow.getDimension()], absolute, tolerance);
        List<Switching.Switch> switches =
                path.crossings().stream().map(event -> arrival(event, length)).toList();
        if (!held) {
            return new Switching(false, switches);
        }
        double[] end = path.end().getPrimaryState();
        double slope = end[3];
        if (switches.isEmpty()) {
            // the trial ends at a fixed time: v² ∂φ/∂R over dφ/ds = v cos²φ
            double tangent = Math.tan(end[0]);
            slope += (drive + tangent * tangent) * (1 + tangent * tangent) * end[1];
        }
        return new Switching(false, switches, end[2] / (length * length * length), slope / length);
    }

    /** The time of the event moves by −∂φ/∂R over dφ/ds, which is 1 at the blow-up. */
    private static Switching.Switch arrival(ODEStateAndDerivative event, double length) {
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
        return Observable.scalar(
                "blow-up-time", "when x blows up, or comes to the ceiling, and the output switches on", Unit.ONE);
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
        return Double.isFinite(ceiling) ? 2e-4 : 5e-5;
    }

    /** φ and ∂φ/∂R. */
    private record Turning(double drive) implements OrdinaryDifferentialEquation {

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
    }

    /** φ, ∂φ/∂R, E and ε. */
    private record Moving(double drive) implements OrdinaryDifferentialEquation {

        @Override
        public int getDimension() {
            return 4;
        }

        @Override
        public double[] computeDerivatives(double s, double[] state) {
            double sine = Math.sin(state[0]);
            double cosine = Math.cos(state[0]);
            double turn = drive * cosine * cosine + sine * sine;
            double velocity = turn / (cosine * cosine);
            return new double[] {
                turn, 2 * (1 - drive) * sine * cosine * state[1] + cosine * cosine, velocity * velocity, velocity
            };
        }
    }
}
