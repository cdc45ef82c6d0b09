package org.theoremeter.simulate.experiment.filter;

import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * Integrates the loss of one mode numerically: ½ ∫₀^∞ (a e^{−ct} − e^{−c⋆t})² dt (theory 1.1).
 *
 * <p>By Gauss–Legendre rules on panels that begin at the fast time constant and double in length until the slow mode
 * has decayed. Rules of half the order on the same panels give the declared error.
 */
public final class FilterQuadrature implements Experiment {

    private static final int ORDER = 20;

    /** Made when first used: that takes half a second, which no other experiment need wait for. */
    private static final class Rules {
        private static final GaussIntegratorFactory FACTORY = new GaussIntegratorFactory();
    }

    /** Creates the experiment. */
    public FilterQuadrature() {}

    @Override
    public String name() {
        return "filter/quadrature";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "The loss of one exponential mode against the integrator's target, by numerical integration.";
    }

    @Override
    public String theory() {
        return "1.1";
    }

    @Override
    public List<Parameter> parameters() {
        Bounds rates = Bounds.closed(1e-4, 100);
        return List.of(
                new Parameter.Real("a", "amplitude of the mode at t = 0", Unit.ONE, Bounds.closed(0, 1e6), 1),
                new Parameter.Real("c", "decay rate of the mode, in inverse time constants", Unit.ONE, rates, 0.5),
                new Parameter.Real(
                        "cstar", "decay rate of the target, in inverse time constants", Unit.ONE, rates, 0.1));
    }

    @Override
    public List<Observable> observables() {
        return List.of(Observable.scalar("loss", "½ ∫ (a exp(−c t) − exp(−cstar t))² dt over t > 0", Unit.ONE));
    }

    @Override
    public Map<String, String> events() {
        return Map.of();
    }

    @Override
    public boolean random(Arguments arguments) {
        return false;
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        return 1e-4;
    }

    @Override
    public void check(Arguments arguments) throws ArgumentException {
        // every combination within the bounds has a finite loss
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        double a = arguments.real("a");
        double c = arguments.real("c");
        double cstar = arguments.real("cstar");
        UnivariateFunction squared = t -> {
            double difference = a * Math.exp(-c * t) - Math.exp(-cstar * t);
            return difference * difference / 2;
        };
        double slow = Math.min(c, cstar);
        double fast = Math.max(c, cstar);
        double coarse = integral(squared, slow, fast, ORDER);
        double fine = integral(squared, slow, fast, 2 * ORDER);
        // what is neglected beyond the last panel is below (a + 1)²/2 · e^{−2·20}/(2 slow) of the integral's scale
        double scale = (a + 1) * (a + 1) / (4 * slow);
        double rounding = 64 * Math.ulp(scale);
        return Observation.of(Map.of("loss", new Measurement.Scalar(fine, Math.abs(fine - coarse) + rounding)));
    }

    /** Integrates over panels [0, 1]/fast, [1, 2]/fast, [2, 4]/fast … until the slow mode has decayed to rounding. */
    private static double integral(UnivariateFunction integrand, double slow, double fast, int order) {
        GaussIntegrator rule = Rules.FACTORY.legendre(order, 0, 1);
        double end = 20 / slow;
        double sum = 0;
        double from = 0;
        double width = 1 / fast;
        while (from < end) {
            double start = from;
            double length = width;
            sum += length * rule.integrate(x -> integrand.value(start + length * x));
            from += length;
            width = from;
        }
        return sum;
    }
}
