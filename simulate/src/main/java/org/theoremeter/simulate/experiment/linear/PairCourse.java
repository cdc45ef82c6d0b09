package org.theoremeter.simulate.experiment.linear;

import java.util.List;
import java.util.Map;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.measure.Outliers;
import org.theoremeter.simulate.measure.TrackedOutlier;
import org.theoremeter.simulate.network.LinearRnn;

/** Follows the outlier of a network that learns an oscillator, which leaves its plateau as a pair (theory 2.3). */
final class PairCourse {

    static final String PAIR = "pair";
    static final String PLATEAU_END = "plateau-end";

    /**
     * How far the pair moves for an error of W, while it is well apart: the condition of its eigenvectors, which are those
     * of [[w11, −ω], [ω, w22]] with |w11 − w22| below 1.7 ω on the way. Where the pair is born it moves by the root.
     */
    static final double CONDITION = 4;

    private final TrackedOutlier outlier;
    private final Points real = new Points();
    private final Points imaginary = new Points();
    private Double left;

    PairCourse(Outliers outliers) {
        outlier = new TrackedOutlier(outliers);
    }

    static List<Observable> observables() {
        return List.of(
                Observable.scalar(
                        PLATEAU_END,
                        "first tau at which the leading eigenvalue is one of a pair outside the bulk with a frequency of"
                                + " omegastar/2; only for an oscillator",
                        Unit.TAU),
                Observable.series(
                        "pair-real",
                        "real part of the outlier, followed as one eigenvalue from its emergence on; only for an oscillator",
                        Course.AXIS),
                Observable.series(
                        "pair-imaginary",
                        "its imaginary part, 0 while it is real and positive once it is a pair; only for an oscillator",
                        Course.AXIS));
    }

    /** Follows the outlier. */
    void sample(double tau, LinearRnn network) {
        outlier.follow(network.rows()).ifPresent(now -> {
            real.add(tau, now.real());
            imaginary.add(tau, now.imaginary());
            if (left == null && now.imaginary() > 0) {
                left = tau;
            }
        });
    }

    /** Tells whether a network has left the plateau: its leading eigenvalue turns at half the target's frequency. */
    static boolean left(LinearRnn network, Setting setting) {
        TrackedOutlier.Position leading = TrackedOutlier.leading(network.rows());
        return leading.distance(0, 0) > new Outliers(setting.gain()).threshold()
                && leading.imaginary() >= setting.omegastar() / 2;
    }

    /** Adds what was found, if there was an outlier. */
    void measure(double error, Map<String, Measurement> found, Map<String, Double> events) {
        if (real.isEmpty()) {
            return;
        }
        found.put("pair-real", real.series(CONDITION * error));
        found.put("pair-imaginary", imaginary.series(CONDITION * error));
        if (left != null) {
            events.put(PAIR, left);
        }
    }
}
