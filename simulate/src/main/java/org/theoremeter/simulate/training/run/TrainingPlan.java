package org.theoremeter.simulate.training.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.network.Lstm;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.task.Task;
import org.theoremeter.simulate.training.bptt.InitialState;
import org.theoremeter.simulate.training.bptt.Noise;

/**
 * Says all of a training run but its initial parameters and random numbers.
 *
 * @param network what is trained
 * @param task on what
 * @param batch B, trials an epoch
 * @param start states in which trials start
 * @param noise noise of the training
 * @param consistency λ of temporal consistency regularization, 0 for none
 * @param optimiser how gradients change parameters
 * @param schedule learning rates
 * @param clip largest norm of the gradient, to which larger ones are scaled down; 0 for none
 * @param epochs how many, at least 1
 * @param stopping when it ends before
 * @param precision of all arithmetic
 * @param kernel which arithmetic
 */
public record TrainingPlan(
        RecurrentNetwork network,
        Task task,
        int batch,
        InitialState start,
        Noise noise,
        double consistency,
        Optimiser optimiser,
        Schedule schedule,
        double clip,
        long epochs,
        Stopping stopping,
        Precision precision,
        KernelChoice kernel) {

    /** Most epochs: histories are kept whole. */
    public static final long MOST_EPOCHS = 10_000_000;

    /**
     * Checks what the parts do not check themselves.
     *
     * @throws IllegalArgumentException if a number is out of range, the batch does not suit the task, or arrays would be too long
     */
    public TrainingPlan {
        if (batch < 1 || batch % task.batchMultiple() != 0) {
            throw new IllegalArgumentException("found a batch of " + batch + ", accepted: a positive multiple of "
                    + task.batchMultiple() + " for " + task.name());
        }
        if (!(clip >= 0 && clip < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("found clip " + clip + ", accepted: a finite number from 0");
        }
        if (epochs < 1 || epochs > MOST_EPOCHS) {
            throw new IllegalArgumentException("found " + epochs + " epochs, accepted: from 1 to " + MOST_EPOCHS);
        }
        requireRoom(network, task, batch);
        kernel = kernel.resolved();
    }

    /** Refuses what needs a longer array than there is: all steps of sixteen trials, or the answers of all trials. */
    private static void requireRoom(RecurrentNetwork network, Task task, int batch) {
        long rows =
                Math.max(Lstm.GATES * (long) network.units(), 2L * network.units() + Kernel.padded(network.inputs()));
        long channels = Kernel.padded(Math.max(network.inputs(), network.outputs()));
        double states = (task.steps() + 1.0) * Kernel.LANES * (rows + Kernel.LANES);
        double answers = (double) Kernel.padded(batch) * task.steps() * channels;
        if (states > Integer.MAX_VALUE || answers > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "found " + batch + " trials of " + task.steps() + " steps for "
                            + network.units() + " units, accepted: at most " + Integer.MAX_VALUE
                            + " numbers for the states of 16 trials, and as many for all answers; fewer steps, units or trials");
        }
    }

    /** Returns every setting as exact text by name: equal texts mean the same run from the same parameters and streams. */
    public Map<String, String> canonical() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("network", network.toString());
        texts.put("task", task.toString());
        texts.put("batch", Integer.toString(batch));
        texts.put("start", start.toString());
        texts.put("noise", noise.toString());
        texts.put("consistency", Double.toString(consistency));
        texts.put("optimiser", optimiser.toString());
        texts.put("schedule", schedule.toString());
        texts.put("clip", Double.toString(clip));
        texts.put("epochs", Long.toString(epochs));
        texts.put("stopping", stopping.toString());
        texts.put("precision", precision.word());
        texts.put("kernel", kernel.word());
        return Collections.unmodifiableMap(texts);
    }
}
