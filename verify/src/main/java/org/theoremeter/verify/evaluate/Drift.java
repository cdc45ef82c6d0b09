package org.theoremeter.verify.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.claim.comparison.DriftComparison;
import org.theoremeter.verify.claim.comparison.Norm;
import org.theoremeter.verify.judge.NumericalError;

/**
 * Measures how far quantities drift in a run: sup over the run of |q(t) − q(0)|/s(t), or what a scalar says itself. The scale s(t)
 * of a series is its largest size up to then, so that what grows later does not make an earlier drift small.
 */
final class Drift {

    private Drift() {}

    /**
     * Returns the drift of every seed.
     *
     * @throws Unreadable if a quantity is missing in a run, or the scale is zero
     */
    static Reading[] of(DriftComparison comparison, PointObservations here) {
        List<Reading> drifts = new ArrayList<>();
        for (int seed = 0; seed < here.runs().size(); seed++) {
            Observation run = here.runs().get(seed);
            String where = here.where(seed);
            double sum = 0;
            double error = 0;
            for (String name : comparison.drifting()) {
                Reading one =
                        drift(measured(name, run, where), comparison.scale().map(of -> scale(of, run, where)));
                boolean largest = comparison.norm() == Norm.MAX;
                sum = largest ? Math.max(sum, one.value()) : Math.hypot(sum, one.value());
                error = largest
                        ? Math.max(error, one.error().total())
                        : Math.hypot(error, one.error().total());
            }
            drifts.add(new Reading(sum, here.error(error, 0)));
        }
        return drifts.toArray(Reading[]::new);
    }

    /** What a drift is divided by. */
    private record Scale(String name, Measurement measured, String where) {

        /** Returns the least that the scale can be at a sample of the drift, given the axis of the drift. */
        double least(double[] at, int sample) {
            double size = 0;
            if (measured instanceof Measurement.Scalar scalar) {
                size = Math.abs(scalar.value());
            } else {
                Measurement.Series series = (Measurement.Series) measured;
                for (int i = 0; i < series.at().length; i++) {
                    if (sample == at.length || series.at()[i] <= at[sample]) {
                        size = Math.max(size, Math.abs(series.values()[i]));
                    }
                }
            }
            return size;
        }

        double error() {
            return measured.error();
        }
    }

    private static Scale scale(String name, Observation run, String where) {
        return new Scale(name, measured(name, run, where), where);
    }

    /** Returns a drift and how far it may be off when both it and its scale move by their errors. */
    private static Reading drift(Measurement measurement, Optional<Scale> scale) {
        if (measurement instanceof Measurement.Scalar scalar) {
            return relative(Math.abs(scalar.value()), scalar.error(), scale, new double[0], 0);
        }
        Measurement.Series series = (Measurement.Series) measurement;
        double[] values = series.values();
        double[] at = series.at();
        double largest = 0;
        double highest = 0;
        for (int i = 1; i < values.length; i++) {
            Reading here = relative(Math.abs(values[i] - values[0]), 2 * series.error(), scale, at, i);
            largest = Math.max(largest, here.value());
            highest = Math.max(highest, here.value() + here.error().total());
        }
        return new Reading(largest, new NumericalError(highest - largest, 0));
    }

    private static Reading relative(double drift, double error, Optional<Scale> scale, double[] at, int sample) {
        if (scale.isEmpty()) {
            return new Reading(drift, new NumericalError(error, 0));
        }
        double size = scale.get().least(at, sample);
        double least = size - scale.get().error();
        if (!(least > 0)) {
            throw new Unreadable("the scale " + scale.get().name() + " is " + size + " ± "
                    + scale.get().error() + scale.get().where());
        }
        return new Reading(drift / size, new NumericalError((drift + error) / least - drift / size, 0));
    }

    private static Measurement measured(String name, Observation run, String where) {
        Measurement found = run.measurements().get(name);
        if (found == null || (found instanceof Measurement.Series series && series.at().length < 2)) {
            throw new Unreadable(name + " does not exist in this run" + where);
        }
        return found;
    }
}
