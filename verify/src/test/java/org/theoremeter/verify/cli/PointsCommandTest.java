package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.simulate.file.numpy.NpzWriter;
import org.theoremeter.simulate.file.numpy.NumpyArray;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** Fixed and slow points from the command line. */
class PointsCommandTest {

    private static final String LEAKY = """
            {"theoremeter": "weights", "format": 1, "network": {"kind": "leaky-rnn", "units": 2, "inputs": 1, "outputs": 1,
             "readout": "linear", "alpha": 0.3}}""";

    private static final String PIECEWISE = """
            {"theoremeter": "weights", "format": 1, "network": {"kind": "plrnn", "units": 3, "inputs": 0, "outputs": 1,
             "readout": "linear"}}""";

    @TempDir
    private Path folder;

    private Cli points(Object what, String... more) {
        List<String> all = new ArrayList<>(
                List.of("points", what.toString(), "--out", at("out").toString()));
        all.addAll(List.of(more));
        return Cli.run(all.toArray());
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(at("out/points.json").toFile());
    }

    private static void refuses(Cli run, String... said) {
        assertThat(run.err()).contains(said).contains("accepted: ").hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    }

    private Path file(String about, Map<String, NumpyArray> blocks) throws IOException {
        NpzWriter out = new NpzWriter();
        if (about != null) {
            out.text("about", about);
        }
        blocks.forEach((name, array) -> out.array(name, NumpyArray.Type.FLOAT64, array));
        return Files.write(at("weights.npz"), out.bytes());
    }

    private static NumpyArray vector(double... values) {
        return new NumpyArray(List.of(values.length), values);
    }

    private static NumpyArray matrix(int rows, double... values) {
        return new NumpyArray(List.of(rows, values.length / rows), values);
    }

    /** Two units without connections, each with x = tanh(2x + u): three points each without input. */
    private static Map<String, NumpyArray> bistable() {
        return new TreeMap<>(Map.of(
                "W_in", matrix(2, 1, 1),
                "b_in", vector(0, 0),
                "W_rec", matrix(2, 2, 0, 0, 2),
                "b_rec", vector(0, 0),
                "W_out", matrix(1, 1, 1),
                "b_out", vector(0)));
    }

    /** The network of {@code RegionSearchTest}, with one fixed point and a 3-cycle that are known. */
    private static Map<String, NumpyArray> ring(double decay, double... weights) {
        return new TreeMap<>(Map.of(
                "A", vector(decay, decay, decay),
                "W", matrix(3, weights),
                "h", vector(-1, -1, -1),
                "W_out", matrix(1, 1, 1, 1),
                "b_out", vector(0)));
    }

    @Test
    void findsTheKnownPointsOfAFile() throws IOException {
        Cli run = points(file(LEAKY, bistable()), "--starts", "400", "--jitter", "1");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(run.out())
                .contains("leaky-rnn of 2 units", "4 stable, 5 saddles, 0 marginal, 0 ghosts", "looked from 400 starts")
                .contains("there may be more points than were found", "exists within");
        JsonNode found = json();
        assertThat(found.path("points")).hasSize(9);
        int starts = 0;
        int basins = 0;
        for (JsonNode point : found.path("points")) {
            assertThat(point.path("proved").asText()).isEqualTo("exists");
            assertThat(point.path("state")).hasSize(2);
            assertThat(point.path("eigenvalues_real")).hasSize(2);
            starts += point.path("starts").asInt();
            basins += point.path("basin").asInt();
        }
        assertThat(starts)
                .isEqualTo(400)
                .isEqualTo(found.path("search").path("ended_in_a_point").asInt());
        assertThat(basins)
                .isEqualTo(
                        found.path("search").path("settled_in_a_stable_point").asInt());
        List<String> rows = Files.readAllLines(at("out/points.csv"));
        assertThat(rows).hasSize(10);
        assertThat(rows.get(0))
                .startsWith("kind,q,speed,leading,unstable,marginal,proved,")
                .endsWith(",r0,r1");
        assertThat(at("out/points.svg")).content().contains("<svg", "stable fixed point", "saddle", "trajectory");
        // one input that is large enough leaves one point of each unit
        assertThat(points(file(LEAKY, bistable()), "--input", "2").out()).contains("1 stable, 0 saddles");
        assertThat(json().path("network").path("input").get(0).asDouble()).isEqualTo(2);
    }

    @Test
    void isTheSameWhateverTheThreads() throws IOException {
        Path weights = file(LEAKY, bistable());
        points(weights, "--jobs", "1");
        byte[] one = Files.readAllBytes(at("out/points.json"));
        byte[] figure = Files.readAllBytes(at("out/points.svg"));
        points(weights, "--jobs", "3");
        assertThat(at("out/points.json")).hasBinaryContent(one);
        assertThat(at("out/points.svg")).hasBinaryContent(figure);
    }

    @Test
    void goesThroughTheRegionsOfAPiecewiseLinearNetwork() throws IOException {
        Path ring = file(PIECEWISE, ring(0, 0, -2, 2, 2, 0, -2, -2, 2, 0));
        Cli run = points(ring, "--cycles", "3");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("period 1: 1 fixed points from the linear regions, complete: all 2^3 itineraries")
                .contains("period 3: 2 cycles from the linear regions, complete: all 2^9 itineraries");
        JsonNode three = json().path("regions").get(2);
        assertThat(three.path("complete").asBoolean()).isTrue();
        assertThat(three.path("cycles").get(0).path("states")).hasSize(3);
    }

    /** z ← z − 1 goes on for ever. */
    @Test
    void saysHowHardItLookedWhereItFoundNothing() throws IOException {
        Cli run = points(file(PIECEWISE, ring(1, new double[9])), "--starts", "50");
        assertThat(run.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(run.out())
                .contains("none found", "looked from 50 starts", "0 minimisations of q ended in a point")
                .contains("period 1: 0 fixed points from the linear regions, not complete");
        assertThat(json().path("points")).isEmpty();
    }

    @Test
    void trainsFirstWhereAnExperimentIsNamed() throws IOException {
        String[] small = {
            "--set",
            "neurons=6",
            "--set",
            "epochs=3epoch",
            "--starts",
            "30",
            "--store",
            at("store").toString(),
            "--quiet"
        };
        Cli run = points("lstm/delayed-cue", small);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(at("out/weights-final.npz")).exists();
        assertThat(json().path("search").path("trajectories").asInt()).isEqualTo(2);
        assertThat(json().path("network").path("state_size").asInt()).isEqualTo(12);
        // the same weights and states by their files
        byte[] trained = Files.readAllBytes(at("out/points.csv"));
        Cli again = points(
                at("out/weights-final.npz"),
                "--starts",
                "30",
                "--states",
                at("out/run-on.npz").toString());
        assertThat(again.err()).isEmpty();
        assertThat(at("out/points.csv")).hasBinaryContent(trained);
        assertThat(again.out()).contains("nothing");
    }

    /** Also where trajectories lie in few dimensions, or leave. */
    @Test
    void searchesNetworksOfEveryKind() throws IOException {
        for (String experiment :
                List.of("leaky-rnn/single-cue", "tanh-rnn/single-cue", "plrnn/delayed-cue", "rank-k-rnn/single-cue")) {
            Cli run = points(
                    experiment,
                    "--set",
                    "neurons=40",
                    "--set",
                    "epochs=2epoch",
                    "--starts",
                    "20",
                    "--store",
                    at("store").toString(),
                    "--quiet");
            assertThat(run.err()).as(experiment).isEmpty();
            assertThat(run.status()).as(experiment).isIn(ExitStatus.AS_EXPECTED, ExitStatus.UNDECIDED);
            assertThat(json().path("network").path("kind").asText())
                    .isEqualTo(experiment.split("/")[0]);
            assertThat(run.status() == ExitStatus.UNDECIDED)
                    .as(experiment)
                    .isEqualTo(json().path("points").isEmpty()
                            && json().path("regions").findValues("states").isEmpty());
        }
    }

    @Test
    void refusesFilesThatAreNoWeights() throws IOException {
        refuses(points(at("none.npz")), "none.npz: no such file");
        refuses(points(file(null, bistable())), "weights.npz: about: found none");
        refuses(points(file("weights", bistable())), "about: found no JSON");
        refuses(points(file(LEAKY.replace("\"weights\"", "\"batch\""), bistable())), "theoremeter: found 'batch'");
        refuses(points(file(LEAKY.replace("leaky-rnn", "leeky-rnn"), bistable())), "unknown network 'leeky-rnn'");
        refuses(points(file(LEAKY.replace("0.3", "3"), bistable())), "network: found α");
        refuses(points(file(LEAKY.replace("0.3", "\"x\""), bistable())), "alpha: found 'x', accepted: a number");
        refuses(points(file(LEAKY.replace("\"units\": 2", "\"units\": -2"), bistable())), "units: found '-2'");
        refuses(
                points(file(LEAKY.replace("\"units\": 2", "\"units\": 3"), bistable())),
                "W_in: found the shape (2, 1), accepted: (3, 1), as its entry about says");
        Map<String, NumpyArray> wrong = bistable();
        wrong.put("b_rec", vector(0, Double.NaN));
        refuses(points(file(LEAKY, wrong)), "b_rec: found NaN at [1]");
        wrong.remove("b_rec");
        refuses(points(file(LEAKY, wrong)), "found no b_rec");
        Path weights = file(LEAKY, bistable());
        refuses(points(weights, "--states", weights.toString()), "found no states");
        Path states = Files.write(
                at("states.npz"),
                new NpzWriter()
                        .array("states", NumpyArray.Type.FLOAT64, matrix(2, 1, 2, 3, 4, 5, 6))
                        .bytes());
        refuses(points(weights, "--states", states.toString()), "states of the shape (2, 3)", "(steps, 2)");
        assertThat(at("out")).doesNotExist();
    }

    @Test
    void refusesOptionsBeforeAnyWork() throws IOException {
        Path weights = file(LEAKY, bistable());
        refuses(points(weights, "--starts", "0"), "--starts: found 0");
        refuses(points(weights, "--jitter", "-1"), "--jitter: found -1.0");
        refuses(points(weights, "--jitter", "NaN"), "--jitter: found NaN");
        refuses(points(weights, "--input", "1,2"), "--input: found 2 numbers, accepted: 1");
        refuses(points(weights, "--input", "NaN"), "--input: found [NaN]");
        refuses(points(weights, "--cycles", "2"), "--cycles: found with a leaky-rnn");
        refuses(points(weights, "--cycles", "0"), "--cycles: found 0");
        refuses(points(weights, "--set", "neurons=3"), "--set: found with a file of weights");
        refuses(points("leaky-rnn/delayed-que"), "'leaky-rnn/delayed-que', did you mean 'leaky-rnn/delayed-cue'?");
        refuses(points("linear-rnn/gradient-flow"), "found linear-rnn/gradient-flow");
        refuses(points("lstm/delayed-cue", "--states", weights.toString()), "--states: found with an experiment");
        String[] store = {"--store", at("store").toString(), "--quiet", "--set", "epochs=100000epoch"};
        refuses(points("lstm/delayed-cue", with(store, "--input", "1")), "--input: found 1 numbers, accepted: 2");
        refuses(points("lstm/delayed-cue", with(store, "--cycles", "2")), "--cycles: found with a lstm");
        assertThat(at("out")).doesNotExist();
        Files.createDirectories(at("out"));
        Files.writeString(at("out/points.json"), "{\"mine\": 1}");
        refuses(points(weights), "points.json: exists and holds something else");
    }

    private static String[] with(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
