package org.theoremeter.verify.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.judge.NumericalError;

/** Measures how far quantities drift in a run: sup over the run of |q(t) − q(0)|, or what a scalar says itself. */
final class Drift {

    private Drift() {}

    /**
     * Returns the drift of every seed.
     *
     * @throws Unreadable if a quantity is missing in a run, or the scale is zero
     */
    static Reading[] of(Claim.DriftComparison comparison, Observations all, int cell) {
        List<Reading> drifts = new ArrayList<>();
        for (int seed = 0; seed < all.runs(cell).size(); seed++) {
            Observation run = all.runs(cell).get(seed);
            String where = all.where(cell, seed);
            double sum = 0;
            double error = 0;
            for (String name : comparison.drifting()) {
                Reading one = drift(measured(name, run, where));
                boolean largest = comparison.norm() == Claim.Norm.MAX;
                sum = largest ? Math.max(sum, one.value()) : Math.hypot(sum, one.value());
                error = largest
                        ? Math.max(error, one.error().total())
                        : Math.hypot(error, one.error().total());
            }
            double scale = comparison
                    .scale()
                    .map(name -> size(measured(name, run, where)))
                    .orElse(1.0);
            if (!(scale > 0)) {
                throw new Unreadable("the scale " + comparison.scale().orElse("") + " is " + scale + where);
            }
            drifts.add(new Reading(sum / scale, new NumericalError(error / scale, 0)));
        }
        return drifts.toArray(Reading[]::new);
    }

    private static Reading drift(Measurement measurement) {
        if (measurement instanceof Measurement.Scalar scalar) {
            return new Reading(Math.abs(scalar.value()), new NumericalError(scalar.error(), 0));
        }
        Measurement.Series series = (Measurement.Series) measurement;
        double[] values = series.values();
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value - values[0]));
        }
        return new Reading(largest, new NumericalError(2 * series.error(), 0));
    }

    private static double size(Measurement measurement) {
        if (measurement instanceof Measurement.Scalar scalar) {
            return Math.abs(scalar.value());
        }
        double largest = 0;
        for (double value : ((Measurement.Series) measurement).values()) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static Measurement measured(String name, Observation run, String where) {
        Measurement found = run.measurements().get(name);
        if (found == null || found instanceof Measurement.Series series && series.at().length < 2) {
            throw new Unreadable(name + " does not exist in this run" + where);
        }
        return found;
    }
}
