package org.theoremeter.simulate.experiment.tanh;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.measure.LeadingEigenvalue;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.training.GradientDescent;
import org.theoremeter.simulate.training.LossGradient;

/** One descent from zero weights, at half the critical rate 8c⋆³ of theory 1.4. */
final class Descent implements GradientDescent.Follower {

    private final LossGradient gradient;
    private final LinearRnn network;
    private final double rate;
    private final int horizon;
    private final double[] outliers;
    private final double[] losses;
    private final LeadingEigenvalue eigenvalue;
    private double slope;
    private int last = -1;

    Descent(LossGradient gradient, double[] direction, Arguments arguments) {
        this.gradient = gradient;
        int size = direction.length;
        network = new LinearRnn(new double[size * size], direction, direction.clone());
        rate = 4 * Math.pow(arguments.real("cstar"), 3);
        horizon = (int) arguments.whole("horizon");
        outliers = new double[horizon + 1];
        losses = new double[horizon + 1];
        eigenvalue = new LeadingEigenvalue(size);
    }

    /** Descends, and tells why it ended early if it did. */
    Optional<String> run() {
        return GradientDescent.of(gradient, rate).run(network, horizon, this).instability();
    }

    @Override
    public boolean follow(long step, LinearRnn now, LossGradient at) {
        last = (int) step;
        outliers[last] = eigenvalue.of(now);
        losses[last] = at.loss();
        slope = Rows.norm(at.byWeights());
        return true;
    }

    /** Returns the last step after which the network was stable, −1 if there is none. */
    int last() {
        return last;
    }

    double outlier() {
        return outliers[last];
    }

    double loss() {
        return losses[last];
    }

    /** Bounds what the outlier has left to go: the slope at the end over half the curvature 1/(4c⋆³) of the optimum. */
    double unsettled() {
        return 2 * slope * rate + 1e-14;
    }

    /** Bounds what the loss has left to go. */
    double lossUnsettled() {
        return slope * unsettled() + 1e-16;
    }

    /** Returns the course so far. */
    Map<String, Measurement> found() {
        Map<String, Measurement> found = new HashMap<>();
        if (last >= 0) {
            double[] steps = IntStream.rangeClosed(0, last).asDoubleStream().toArray();
            found.put("outlier", new Measurement.Series(steps, Arrays.copyOf(outliers, last + 1), 1e-13));
            found.put("loss", new Measurement.Series(steps, Arrays.copyOf(losses, last + 1), 1e-14));
        }
        return found;
    }
}
