package org.theoremeter.simulate.experiment.modes;

import java.util.ArrayList;
import java.util.List;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.random.RandomStreams;

/** What a network is to learn: correlations Σ_i = U S_i Vᵀ with random directions U and V (theory 4.1). */
final class ModesTask {

    private static final int LONGEST = 50;
    private static final int MOST_NEURONS = 1000;
    private static final int MOST_MODES = 100;

    private final int neurons;
    private final int inputs;
    private final int outputs;
    private final int modes;
    private final int length;
    private final TimeStructure structure;
    private final double delta;
    private final double ratio;
    private final double lambda;

    ModesTask(Arguments arguments) {
        neurons = (int) arguments.whole("neurons");
        inputs = (int) arguments.whole("inputs");
        outputs = (int) arguments.whole("outputs");
        modes = (int) arguments.whole("modes");
        length = (int) arguments.whole("length");
        structure = TimeStructure.named(arguments.choice("structure"));
        delta = arguments.real("delta");
        ratio = arguments.real("ratio");
        lambda = arguments.real("lambda");
    }

    static List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole("neurons", "neurons N, at least as many as modes", Unit.ONE, 1, MOST_NEURONS, 12),
                new Parameter.Whole("inputs", "inputs P, at least as many as modes", Unit.ONE, 1, MOST_NEURONS, 5),
                new Parameter.Whole("outputs", "outputs Q, at least as many as modes", Unit.ONE, 1, MOST_NEURONS, 4),
                new Parameter.Whole("modes", "modes K to be learned", Unit.ONE, 1, MOST_MODES, 3),
                new Parameter.Whole("length", "inputs in time T, before the answer", Unit.ONE, 1, LONGEST, 4),
                new Parameter.Choice(
                        "structure",
                        "singular values in time: all alike, δ λ^(T − i) or δ λ^i, i the time of the input",
                        TimeStructure.NAMES,
                        TimeStructure.CONSTANT.word()),
                new Parameter.Real("delta", "δ of the strongest mode", Unit.ONE, Bounds.open(0, 100), 2),
                new Parameter.Real(
                        "ratio",
                        "δ of each mode over that of the one before",
                        Unit.ONE,
                        new Bounds(0, true, 1, false),
                        0.7),
                new Parameter.Real(
                        "lambda",
                        "λ of the structures recent and early",
                        Unit.ONE,
                        new Bounds(0, true, 1, false),
                        0.8));
    }

    void check() {
        require("neurons", neurons);
        require("inputs", inputs);
        require("outputs", outputs);
    }

    private void require(String name, int size) {
        if (size < modes) {
            throw new ArgumentException(name, Integer.toString(size), "at least as many as modes, " + modes);
        }
    }

    int neurons() {
        return neurons;
    }

    int inputs() {
        return inputs;
    }

    int outputs() {
        return outputs;
    }

    int modes() {
        return modes;
    }

    int length() {
        return length;
    }

    /** Returns the largest singular value of any input. */
    double strongest() {
        double most = 0;
        for (int i = 1; i <= length; i++) {
            most = Math.max(most, value(0, i));
        }
        return most;
    }

    /** Draws u_1 to u_K. */
    List<double[]> outputDirections(RandomStreams streams) {
        return orthonormal(streams, "outputs", outputs);
    }

    /** Draws v_1 to v_K. */
    List<double[]> inputDirections(RandomStreams streams) {
        return orthonormal(streams, "inputs", inputs);
    }

    /** Draws r_1 to r_K. */
    List<double[]> neuronDirections(RandomStreams streams) {
        return orthonormal(streams, "neurons", neurons);
    }

    private List<double[]> orthonormal(RandomStreams streams, String name, int size) {
        List<double[]> vectors = new ArrayList<>();
        for (int k = 0; k < modes; k++) {
            vectors.add(streams.gaussians(name + "-" + k, size));
        }
        return orthonormal(vectors);
    }

    /** Makes vectors orthonormal by Gram and Schmidt, the first keeping its direction; twice, to rounding. */
    static List<double[]> orthonormal(List<double[]> vectors) {
        List<double[]> done = new ArrayList<>();
        for (double[] vector : vectors) {
            double[] rest = normalised(vector);
            for (int pass = 0; pass < 2; pass++) {
                for (double[] other : done) {
                    Rows.add(-Rows.dot(other, rest), other, rest);
                }
                rest = normalised(rest);
            }
            done.add(rest);
        }
        return done;
    }

    static double[] normalised(double[] vector) {
        double norm = Rows.norm(vector);
        double[] unit = new double[vector.length];
        Rows.add(1 / norm, vector, unit);
        return unit;
    }

    /** Returns the singular value of a mode, counted from 0, at the time i from 1. */
    double value(int mode, int i) {
        return delta * Math.pow(ratio, mode) * structure.at(i, length, lambda);
    }

    /** Returns Σ_1 to Σ_T. */
    double[][][] correlations(List<double[]> outputDirections, List<double[]> inputDirections) {
        double[][][] all = new double[length][outputs][inputs];
        for (int i = 1; i <= length; i++) {
            for (int k = 0; k < modes; k++) {
                double value = value(k, i);
                for (int q = 0; q < outputs; q++) {
                    Rows.add(value * outputDirections.get(k)[q], inputDirections.get(k), all[i - 1][q]);
                }
            }
        }
        return all;
    }

    /** Estimates the seconds that one evaluation of the gradient takes. */
    double gradientSeconds() {
        double n = neurons;
        double products = length * inputs * (3 * n * n + 3 * n * outputs);
        return 3e-7 + 2 * products / 1.5e9;
    }
}
