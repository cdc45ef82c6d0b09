package org.theoremeter.simulate.training.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.theoremeter.simulate.file.RegularFile;
import org.theoremeter.simulate.file.numpy.NpzReader;
import org.theoremeter.simulate.file.numpy.NumpyArray;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.Lstm;
import org.theoremeter.simulate.network.PiecewiseLinearRnn;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.network.TanhRnn;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;

/**
 * A network as {@link TrainingFiles} saves it: its weights, and what it is, from the entry {@code about}.
 *
 * @param network the network
 * @param parameters its parameters, flat; shared
 * @param state the state in which all trials start, where the file has one; shared
 * @param sha256 of the file, in hexadecimal
 */
public record WeightsFile(RecurrentNetwork network, double[] parameters, Optional<double[]> state, String sha256) {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> KINDS = List.of("leaky-rnn", "tanh-rnn", "plrnn", "lstm", "rank-k-rnn");
    private static final int MOST_UNITS = 4096;
    private static final long MOST_STATES = 1 << 25;

    /**
     * Reads a file.
     *
     * @throws TrainingFileException if it does not say what it is, or its weights are not those of that network
     */
    public static WeightsFile read(Path file) {
        StartFile weights = StartFile.read(file, "its entry about says");
        RecurrentNetwork network = new About(file).network(weights.about());
        return new WeightsFile(
                network,
                weights.parameters(network, Precision.DOUBLE),
                weights.state(network, Precision.DOUBLE),
                weights.sha256());
    }

    /**
     * Reads states from the entry {@code states} of a file, as {@code run-on.npz} has it: of the shape (trials, steps, size) or (steps,
     * size).
     *
     * @param size the length of a state
     * @return one array a trial, one array a state
     * @throws TrainingFileException if there are none, or they are not finite or of another size
     */
    public static List<double[][]> states(Path file, int size) {
        NumpyArray array;
        try {
            byte[] bytes = RegularFile.read(file, MOST_STATES * Double.BYTES + (1 << 20));
            Map<String, NumpyArray> arrays = NpzReader.read(bytes, Set.of(WeightsLayout.ABOUT), MOST_STATES);
            array = arrays.get("states");
        } catch (IOException fault) {
            String found = fault.getMessage();
            String accepted = found.contains("accepted: ") ? "" : ", accepted: states as --run-on writes them";
            throw new TrainingFileException(file + ": " + found + accepted, fault);
        }
        List<Integer> shape = array == null ? List.of() : array.shape();
        boolean fits = (shape.size() == 2 || shape.size() == 3) && shape.get(shape.size() - 1) == size;
        if (!fits || array.values().length == 0) {
            throw new TrainingFileException(file + ": found "
                    + (array == null ? "no states" : "states of the shape " + NumpyArray.text(shape))
                    + ", accepted: an entry states of the shape (trials, steps, " + size + ") or (steps, " + size
                    + ")");
        }
        if (!Arrays.stream(array.values()).allMatch(Double::isFinite)) {
            throw new TrainingFileException(
                    file + ": states: found numbers that are not finite, accepted: finite ones");
        }
        int steps = shape.get(shape.size() - 2);
        double[][][] trials = new double[array.values().length / (steps * size)][steps][];
        for (int b = 0; b < trials.length; b++) {
            for (int t = 0; t < steps; t++) {
                int from = (b * steps + t) * size;
                trials[b][t] = Arrays.copyOfRange(array.values(), from, from + size);
            }
        }
        return List.of(trials);
    }

    /** The entry that says what a file is; from anywhere, so that every part of it is held against what is accepted. */
    private record About(Path file) {

        RecurrentNetwork network(Optional<String> text) {
            if (text.isEmpty()) {
                throw fault(
                        "about: found none",
                        "the text of JSON that --save-weights writes, which says what network it is");
            }
            JsonNode root;
            try {
                root = MAPPER.readTree(text.get());
            } catch (JsonProcessingException noJson) {
                throw fault("about: found no JSON", "the text that --save-weights writes");
            }
            JsonNode what = root.path("theoremeter");
            if (!what.asText().equals("weights")) {
                throw fault("about: theoremeter: found " + Quotation.of(what.asText()), "'weights'");
            }
            if (root.path("format").asInt() != 1) {
                throw fault(
                        "about: format: found "
                                + Quotation.of(root.path("format").asText()),
                        "1");
            }
            try {
                return network(root.path("network"));
            } catch (TrainingFileException fault) {
                throw fault;
            } catch (IllegalArgumentException fault) {
                throw new TrainingFileException(file + ": about: network: " + fault.getMessage(), fault);
            }
        }

        private RecurrentNetwork network(JsonNode about) {
            String kind = about.path("kind").asText();
            if (!KINDS.contains(kind)) {
                throw new TrainingFileException(file + ": about: network: kind: found the unknown network "
                        + Quotation.of(kind) + ", " + Nearest.hint(kind, KINDS));
            }
            int units = whole(about, "units");
            int inputs = whole(about, "inputs");
            int outputs = whole(about, "outputs");
            Readout readout = Arrays.stream(Readout.values())
                    .filter(known -> known.word().equals(about.path("readout").asText()))
                    .findFirst()
                    .orElseThrow(() -> fault(
                            "about: network: readout: found "
                                    + Quotation.of(about.path("readout").asText()),
                            "logistic or linear"));
            return switch (kind) {
                case "leaky-rnn" -> new LeakyRnn(units, inputs, outputs, number(about, "alpha"), readout);
                case "tanh-rnn" ->
                    new TanhRnn(units, inputs, outputs, number(about, "alpha"), number(about, "sigma"), readout);
                case "plrnn" -> new PiecewiseLinearRnn(units, inputs, outputs, readout);
                case "lstm" -> new Lstm(units, inputs, outputs, readout);
                default -> new RankKRnn(units, whole(about, "rank"), inputs, outputs, number(about, "alpha"), readout);
            };
        }

        private int whole(JsonNode about, String name) {
            JsonNode value = about.path(name);
            if (!value.isInt() || value.asInt() < 0 || value.asInt() > MOST_UNITS) {
                throw fault(
                        "about: network: " + name + ": found " + Quotation.of(value.asText()),
                        "a whole number up to " + MOST_UNITS);
            }
            return value.asInt();
        }

        private double number(JsonNode about, String name) {
            JsonNode value = about.path(name);
            if (!value.isNumber()) {
                throw fault("about: network: " + name + ": found " + Quotation.of(value.asText()), "a number");
            }
            return value.asDouble();
        }

        private TrainingFileException fault(String found, String accepted) {
            return new TrainingFileException(file + ": " + found + ", accepted: " + accepted);
        }
    }
}
