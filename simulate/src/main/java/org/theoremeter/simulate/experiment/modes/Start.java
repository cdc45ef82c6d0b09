package org.theoremeter.simulate.experiment.modes;

import java.util.ArrayList;
import java.util.List;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.SequenceRnn;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * Where training starts: W_x = R a Vᵀ, W_h = R b Rᵀ, W_y = U c Rᵀ with orthonormal R, plus random weights; or random
 * weights alone (theory 4.1, 4.3).
 *
 * <p>Random weights have no directions r_k of their own. The first thing that grows in them is W_x v_k + W_yᵀ u_k, and r_k
 * is the direction of that: made orthogonal to the directions of all stronger modes, or as it is.
 *
 * @param frame the directions along which the modes are looked at
 * @param network the weights
 */
record Start(Frame frame, SequenceRnn network) {

    private static final String ALIGNED = "aligned";
    private static final String RANDOM = "random";
    private static final String ORTHOGONAL = "orthogonal";
    private static final String SEPARATE = "separate";

    static List<Parameter> parameters() {
        return List.of(
                new Parameter.Choice(
                        "start",
                        "where training starts: aligned weights plus random ones, or random ones alone",
                        List.of(ALIGNED, RANDOM),
                        ALIGNED),
                strength("a", "W_x along each mode", 0.2),
                strength("b", "W_h along each mode", 0.3),
                strength("c", "W_y along each mode", 0.1),
                new Parameter.Real(
                        "gain",
                        "of the random part of W_x and W_y, whose entries have standard deviation gain/√N",
                        Unit.ONE,
                        Bounds.from(0, 10),
                        0),
                new Parameter.Real(
                        "recurrent-gain",
                        "of the random part of W_h, whose entries have standard deviation gain/√N",
                        Unit.ONE,
                        Bounds.from(0, 2),
                        0),
                new Parameter.Choice(
                        "directions",
                        "of the modes among the neurons, from random weights: W_x v + W_yᵀ u made orthogonal to those of"
                                + " stronger modes, or as they are",
                        List.of(ORTHOGONAL, SEPARATE),
                        ORTHOGONAL));
    }

    private static Parameter strength(String name, String what, double usual) {
        return new Parameter.Real(
                name, what + " at the start, if that is aligned", Unit.ONE, Bounds.closed(-2, 2), usual);
    }

    /** Tells whether anything beside the directions is random: otherwise nothing measured depends on what is drawn. */
    static boolean random(Arguments arguments) {
        return arguments.real("gain") > 0 || arguments.real("recurrent-gain") > 0;
    }

    /** Returns where everything is drawn from: a run of which nothing measured depends on it has always the same. */
    static RandomStreams streams(Arguments arguments, RandomStreams given) {
        return random(arguments) ? given : RandomStreams.of(0).child("directions");
    }

    static void check(Arguments arguments) {
        if (arguments.choice("start").equals(RANDOM) && arguments.real("gain") == 0) {
            throw new ArgumentException(
                    "gain", "0.0", "more than 0 for a random start (without W_x and W_y nothing is ever learned)");
        }
    }

    static Start of(Arguments arguments, RandomStreams streams, List<double[]> outputs, List<double[]> inputs) {
        ModesTask task = new ModesTask(arguments);
        SequenceRnn network = SequenceRnn.zero(task.neurons(), task.inputs(), task.outputs());
        double gain = arguments.real("gain");
        fill(streams, "read-in", gain, network.readIn());
        fill(streams, "recurrent", arguments.real("recurrent-gain"), network.recurrent());
        fill(streams, "read-out", gain, network.readOut());
        if (arguments.choice("start").equals(RANDOM)) {
            return new Start(new Frame(outputs, inputs, growing(arguments, network, outputs, inputs)), network);
        }
        Frame frame = new Frame(outputs, inputs, task.neuronDirections(streams));
        for (int k = 0; k < task.modes(); k++) {
            add(arguments.real("a"), frame.neurons().get(k), inputs.get(k), network.readIn());
            add(arguments.real("b"), frame.neurons().get(k), frame.neurons().get(k), network.recurrent());
            add(arguments.real("c"), outputs.get(k), frame.neurons().get(k), network.readOut());
        }
        return new Start(frame, network);
    }

    private static List<double[]> growing(
            Arguments arguments, SequenceRnn network, List<double[]> outputs, List<double[]> inputs) {
        List<double[]> sums = new ArrayList<>();
        for (int k = 0; k < inputs.size(); k++) {
            double[] sum = new double[network.neurons()];
            Rows.transposedTimes(network.readOut(), outputs.get(k), sum);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += Rows.dot(network.readIn()[i], inputs.get(k));
            }
            sums.add(sum);
        }
        return arguments.choice("directions").equals(ORTHOGONAL)
                ? ModesTask.orthonormal(sums)
                : sums.stream().map(ModesTask::normalised).toList();
    }

    private static void fill(RandomStreams streams, String name, double gain, double[][] rows) {
        if (gain == 0) {
            return;
        }
        double scale = gain / Math.sqrt(name.equals("read-out") ? rows[0].length : rows.length);
        for (int i = 0; i < rows.length; i++) {
            Rows.add(scale, streams.gaussians(name + "-" + i, rows[i].length), rows[i]);
        }
    }

    private static void add(double factor, double[] left, double[] right, double[][] to) {
        for (int i = 0; i < left.length; i++) {
            Rows.add(factor * left[i], right, to[i]);
        }
    }
}
