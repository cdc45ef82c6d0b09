package org.theoremeter.simulate.training.run;

import java.util.Arrays;
import java.util.Map;

/**
 * The state of a training run between two epochs; arrays are shared.
 *
 * @param settings the plan's, as exact texts, with whatever else tells runs apart
 * @param epoch epochs done
 * @param parameters flat parameters
 * @param memory what the optimiser keeps
 * @param history the columns of the {@link History} of the epochs done
 */
record Checkpoint(
        Map<String, String> settings, long epoch, double[] parameters, double[][] memory, double[][] history) {

    /** Returns whether a run can go on from here: memories may overflow where parameters do not. */
    boolean isFinite() {
        return Arrays.stream(parameters).allMatch(Double::isFinite)
                && Arrays.stream(memory).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
    }
}
