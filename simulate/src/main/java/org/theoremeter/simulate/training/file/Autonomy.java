package org.theoremeter.simulate.training.file;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.theoremeter.simulate.file.numpy.NpzWriter;
import org.theoremeter.simulate.file.numpy.NumpyArray;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.task.Task;
import org.theoremeter.simulate.task.Trials;
import org.theoremeter.simulate.training.run.TrainingPlan;

/**
 * Lets a trained network run on by itself, without input and noise, after one trial of each kind, by the network's own step in
 * double precision.
 */
final class Autonomy {

    private final RecurrentNetwork network;
    private final int trials;
    private final int trialSteps;
    private final int steps;
    private final double[] inputs;
    private final double[] states;
    private final double[] outputs;

    /**
     * Runs.
     *
     * @param streams from which trials of a random task are drawn
     * @param more steps after a trial
     */
    Autonomy(TrainingPlan plan, RandomStreams streams, double[] parameters, int more) {
        network = plan.network();
        Task task = plan.task();
        trials = task.batchMultiple();
        trialSteps = task.steps();
        steps = trialSteps + more;
        Trials drawn = new Trials(trials, trialSteps, network.inputs(), network.outputs());
        UniformRandomProvider source = task.random() ? streams.child("run-on").stream("batch") : null;
        task.draw(source, drawn);
        inputs = new double[trials * steps * network.inputs()];
        states = new double[trials * (steps + 1) * network.stateSize()];
        outputs = new double[trials * steps * network.outputs()];
        for (int b = 0; b < trials; b++) {
            run(b, plan, drawn, parameters);
        }
    }

    private void run(int b, TrainingPlan plan, Trials drawn, double[] parameters) {
        int size = network.stateSize();
        double[] state = new double[size];
        double[] next = new double[size];
        double[] input = new double[network.inputs()];
        double[] output = new double[network.outputs()];
        for (int i = 0; i < network.units(); i++) {
            state[i] = plan.start().of(i);
        }
        System.arraycopy(state, 0, states, b * (steps + 1) * size, size);
        for (int t = 0; t < steps; t++) {
            for (int c = 0; c < input.length; c++) {
                input[c] = t < trialSteps ? drawn.input(b, t, c) : 0;
            }
            network.step(parameters, state, input, next);
            network.read(parameters, network.readsBefore() ? state : next, output);
            System.arraycopy(input, 0, inputs, (b * steps + t) * input.length, input.length);
            System.arraycopy(output, 0, outputs, (b * steps + t) * output.length, output.length);
            System.arraycopy(next, 0, states, (b * (steps + 1) + t + 1) * size, size);
            double[] old = state;
            state = next;
            next = old;
        }
    }

    /** Tells whether all states and outputs are. */
    boolean isFinite() {
        return Arrays.stream(states).allMatch(Double::isFinite)
                && Arrays.stream(outputs).allMatch(Double::isFinite);
    }

    byte[] bytes(String about) {
        return new NpzWriter()
                .text(WeightsLayout.ABOUT, about)
                .array("states", NumpyArray.Type.FLOAT64, array(states, steps + 1, network.stateSize()))
                .array("outputs", NumpyArray.Type.FLOAT64, array(outputs, steps, network.outputs()))
                .array("inputs", NumpyArray.Type.FLOAT64, array(inputs, steps, network.inputs()))
                .array("trial_steps", NumpyArray.Type.FLOAT64, new NumpyArray(List.of(), new double[] {trialSteps}))
                .bytes();
    }

    private NumpyArray array(double[] values, int length, int channels) {
        return new NumpyArray(List.of(trials, length, channels), values);
    }
}
