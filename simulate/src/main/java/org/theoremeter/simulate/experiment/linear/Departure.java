package org.theoremeter.simulate.experiment.linear;

import java.util.Optional;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.measure.TrackedOutlier;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.training.GradientFlow;

/**
 * The training time at which a pair leaves the plateau (theory 2.3): the first at which the leading eigenvalue is one of a
 * pair outside the bulk with a frequency of half the target's.
 */
final class Departure {

    private static final int HALVINGS = 60;

    private Departure() {}

    /**
     * Finds where the pair leaves within a stretch, by bisection.
     *
     * @return the time, its error by the estimated error of the weights over the speed of the frequency, or nothing if the
     *     pair has not left at the end of the stretch
     */
    static Optional<Measurement.Scalar> within(GradientFlow.Stretch stretch, Setting setting) {
        double low = stretch.from();
        double high = stretch.to();
        if (!PairCourse.left(stretch.network(high), setting)) {
            return Optional.empty();
        }
        double speed = Math.abs(frequency(stretch.network(high)) - frequency(stretch.network(low))) / (high - low);
        for (int i = 0; i < HALVINGS && high - low > Math.ulp(high); i++) {
            double middle = low + (high - low) / 2;
            if (PairCourse.left(stretch.network(middle), setting)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double error = speed > 0 ? PairCourse.CONDITION * stretch.error() / speed : 0;
        return Optional.of(new Measurement.Scalar(high, error + Math.ulp(high)));
    }

    private static double frequency(LinearRnn network) {
        return TrackedOutlier.leading(network.rows()).imaginary();
    }
}
