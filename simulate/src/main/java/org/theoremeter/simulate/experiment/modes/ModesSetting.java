package org.theoremeter.simulate.experiment.modes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.SequenceRnn;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.SequenceFlow;
import org.theoremeter.simulate.training.SequenceGradient;

/** What the experiments that train have in common: the task, the start, and which mode is followed when. */
final class ModesSetting {

    private final ModesTask task;
    private final int mode;
    private final double[][][] correlations;
    private final Start start;

    ModesSetting(Arguments arguments, RandomStreams given) {
        RandomStreams streams = Start.streams(arguments, given);
        task = new ModesTask(arguments);
        mode = (int) arguments.whole("mode") - 1;
        List<double[]> outputs = task.outputDirections(streams);
        List<double[]> inputs = task.inputDirections(streams);
        correlations = task.correlations(outputs, inputs);
        start = Start.of(arguments, streams, outputs, inputs);
    }

    static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(ModesTask.parameters());
        all.add(new Parameter.Whole("mode", "the mode that is followed, 1 for the strongest", Unit.ONE, 1, 100, 1));
        all.addAll(Start.parameters());
        all.add(new Parameter.Real("horizon", "training time at the end", Unit.TAU, Bounds.open(0, 1e6), 10));
        all.add(new Parameter.Whole("samples", "intervals of the axis of the series", Unit.ONE, 1, 10_000, 100));
        return all;
    }

    static void check(Arguments arguments) {
        ModesTask task = new ModesTask(arguments);
        task.check();
        Start.check(arguments);
        long mode = arguments.whole("mode");
        if (mode > task.modes()) {
            throw new ArgumentException("mode", Long.toString(mode), "at most modes, " + task.modes());
        }
    }

    Start start() {
        return start;
    }

    /** Returns a new workspace. */
    SequenceGradient gradient() {
        return new SequenceGradient(task.neurons(), correlations);
    }

    /**
     * Returns a new course over the same start.
     *
     * @param alone the mode's response if there were nothing else, at these times, if that is known
     */
    ModesCourse course(double[] times, Optional<double[]> alone) {
        return new ModesCourse(start, mode, task.length(), gradient(), times, alone);
    }

    /** Returns the mode's response at some times if it is learned alone, by one neuron that starts from a, b and c. */
    double[] alone(double[] times, double tolerance) {
        double[][][] values = new double[task.length()][1][1];
        for (int i = 1; i <= task.length(); i++) {
            values[i - 1][0][0] = task.value(mode, i);
        }
        SequenceRnn neuron = SequenceRnn.zero(1, 1, 1);
        neuron.readIn()[0][0] = start.frame().a(start.network(), mode);
        neuron.recurrent()[0][0] = start.frame().b(start.network(), mode);
        neuron.readOut()[0][0] = start.frame().c(start.network(), mode);
        double[] responses = new double[times.length];
        int[] count = {0};
        new SequenceFlow(new SequenceGradient(1, values), tolerance)
                .run(
                        neuron,
                        times,
                        (tau, network) -> responses[count[0]++] = network.readOut()[0][0] * network.readIn()[0][0]);
        return responses;
    }
}
