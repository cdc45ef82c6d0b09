package org.theoremeter.simulate.task;

import java.util.Arrays;
import org.theoremeter.simulate.random.RandomStreams;

/** Draws trials of a task and reads them as arrays, one number a step. */
final class Draws {

    private Draws() {}

    static Trials of(Task task, int batch, long seed) {
        Trials trials = new Trials(batch, task.steps(), task.inputs(), task.outputs());
        task.draw(RandomStreams.of(seed).stream("trials"), trials);
        return trials;
    }

    static double[] inputs(Trials trials, int trial, int channel) {
        double[] values = new double[trials.steps()];
        Arrays.setAll(values, step -> trials.input(trial, step, channel));
        return values;
    }

    static double[] targets(Trials trials, int trial, int channel) {
        double[] values = new double[trials.steps()];
        Arrays.setAll(values, step -> trials.target(trial, step, channel));
        return values;
    }

    static double[] weights(Trials trials, int trial, int channel) {
        double[] values = new double[trials.steps()];
        Arrays.setAll(values, step -> trials.weight(trial, step, channel));
        return values;
    }
}
