package org.theoremeter.simulate.experiment.linear;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.measure.Outliers;
import org.theoremeter.simulate.measure.TrackedOutlier;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.training.GradientFlow;
import org.theoremeter.simulate.training.LyapunovGradient;
import org.theoremeter.simulate.training.Trained;

/**
 * Trains a network until its loss has fallen after two real eigenvalues have met (theory 7.4).
 *
 * <p>Along gradient flow d ln L/dτ = −|∂L/∂W|²/L, so that the rate at which ln L falls needs no difference of losses. It is
 * sampled at times evenly apart; its first maximum after the meeting is that of the parabola through the three around it.
 */
final class Restructuring {

    /** What the parabola may miss of the time of the maximum: some of the square of how far samples are apart. */
    static final double RESOLUTION = 2e-3;

    private static final double APART = 0.05;
    private static final int HALVINGS = 50;

    private final Outliers outliers;
    private final LyapunovGradient gradient;
    private final Map<String, Double> found = new HashMap<>();
    private double next;
    private double meeting = Double.NaN;
    private double slowest = Double.POSITIVE_INFINITY;
    private double plateau = Double.NaN;
    private double before = Double.NaN;
    private double middle = Double.NaN;
    private GradientFlow.End end;

    private Restructuring(Setting setting, int size) {
        outliers = new Outliers(setting.gain());
        gradient = new LyapunovGradient(size, setting.target());
    }

    /** Trains. */
    static Restructuring of(Arguments arguments, LinearRnn start, double tolerance) {
        Setting setting = new Setting(arguments);
        Restructuring run = new Restructuring(setting, start.size());
        run.end = GradientFlow.of(new LyapunovGradient(start.size(), setting.target()), tolerance)
                .run(start, arguments.real("horizon"), run::follow);
        return run;
    }

    /** Returns meeting, steepest, lead and meeting-loss, as far as they were found. */
    Map<String, Double> found() {
        return Map.copyOf(found);
    }

    Optional<String> instability() {
        return end.instability();
    }

    double end() {
        return end.tau();
    }

    private boolean follow(GradientFlow.Stretch stretch) {
        if (Double.isNaN(meeting) && met(stretch.network(stretch.to()))) {
            meet(stretch);
        }
        while (next <= stretch.to()) {
            double rate = rate(stretch.network(next));
            if (Double.isNaN(meeting) && rate < slowest) {
                slowest = rate;
                plateau = gradient.loss();
            }
            if (next - 2 * APART >= meeting && middle > before && middle >= rate) {
                double time = next - APART + APART * vertex(before, middle, rate);
                found.put("steepest", time);
                found.put("lead", time - meeting);
                return false;
            }
            before = middle;
            middle = rate;
            next += APART;
        }
        return true;
    }

    private void meet(GradientFlow.Stretch stretch) {
        double low = stretch.from();
        double high = stretch.to();
        for (int i = 0; i < HALVINGS; i++) {
            double half = (low + high) / 2;
            if (met(stretch.network(half))) {
                high = half;
            } else {
                low = half;
            }
        }
        meeting = high;
        rate(stretch.network(high));
        found.put("meeting", meeting);
        found.put("meeting-loss", gradient.loss() / plateau);
    }

    /** Where a parabola through three values at −1, 0 and 1 is highest. */
    private static double vertex(double left, double top, double right) {
        return (left - right) / (2 * (left - 2 * top + right));
    }

    private double rate(LinearRnn network) {
        if (!gradient.evaluate(network)) {
            return Double.NaN;
        }
        double norm = Trained.WEIGHTS.norm(gradient);
        return norm * norm / gradient.loss();
    }

    private boolean met(LinearRnn network) {
        TrackedOutlier.Position leading = TrackedOutlier.leading(network.rows());
        return leading.distance(0, 0) > outliers.threshold() && leading.imaginary() > 0;
    }
}
