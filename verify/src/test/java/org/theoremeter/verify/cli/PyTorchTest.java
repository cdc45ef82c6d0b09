package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/**
 * Saved weights, batches and gradients against PyTorch, which knows the networks from {@code check_in_torch.py} and nothing of
 * ours; and the example in the README. Without PyTorch it is skipped, unless {@code -Dtheoremeter.torch=required}.
 */
class PyTorchTest {

    private static final String CHECK = "check_in_torch.py";
    private static final long PATIENCE_SECONDS = 600;

    /** Rounding of some thousand operations in another order; 3e-14 is usual. */
    private static final double ROUNDING = 1e-12;

    /** The same in single precision, of numbers that cancel in part. */
    private static final double FLOAT_ROUNDING = 1e-4;

    @TempDir
    private Path folder;

    /** Every network, task, read-out, optimiser and kind of noise at least once; 18 trials are a tile of 16 and a part of one. */
    private static Map<String, List<String>> settings() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("leaky", List.of("leaky-rnn/delayed-cue", "batch=18", "decay=0.01", "delay=20ms"));
        all.put(
                "leaky-tcr",
                List.of("leaky-rnn/delayed-cue", "batch=18", "tcr=0.7", "post-response=20ms", "delay=20ms"));
        all.put(
                "leaky-hold",
                List.of("leaky-rnn/delayed-cue", "batch=4", "variant=hold", "delay=0ms", "readout=linear"));
        all.put(
                "leaky-noisy",
                List.of("leaky-rnn/evidence", "batch=18", "input-noise=0.3", "state-noise=0.2", "tcr=0.1"));
        all.put("leaky-float", List.of("leaky-rnn/flip-flop", "batch=18", "precision=float", "input-noise=0.3"));
        all.put("tanh", List.of("tanh-rnn/flip-flop", "batch=18", "signal=0.7", "alpha=0.3"));
        all.put("tanh-still", List.of("tanh-rnn/single-cue", "optimiser=sgd", "momentum=0.5", "rate=0.3", "tcr=0.4"));
        all.put("tanh-noisy", List.of("tanh-rnn/addition", "batch=18", "state-noise=0.1", "input-noise=0.1"));
        all.put("plrnn", List.of("plrnn/addition", "batch=18", "decay=0.1", "initial-noise=0.5"));
        all.put("plrnn-noisy", List.of("plrnn/flip-flop", "batch=5", "state-noise=0.2", "tcr=0.3", "optimiser=sgd"));
        all.put("plrnn-cue", List.of("plrnn/delayed-cue", "batch=2", "initial-noise=0.3", "delay=10ms"));
        all.put("lstm", List.of("lstm/addition", "batch=18"));
        all.put("lstm-noisy", List.of("lstm/evidence", "batch=18", "state-noise=0.3", "input-noise=0.2", "tcr=0.5"));
        all.put("lstm-cue", List.of("lstm/single-cue", "batch=3", "initial-noise=0.5", "clip=0.001", "optimiser=sgd"));
        all.put("rank", List.of("rank-k-rnn/single-cue", "momentum=0.9", "decay=0.01"));
        all.put(
                "rank-noisy",
                List.of("rank-k-rnn/flip-flop", "batch=5", "rank=3", "input-noise=0.2", "state-noise=0.1"));
        all.put(
                "rank-tcr",
                List.of("rank-k-rnn/delayed-cue", "batch=4", "tcr=0.6", "initial-noise=0.4", "optimiser=adam"));
        all.put("rank-clipped", List.of("rank-k-rnn/evidence", "batch=18", "clip=0.01", "schedule=cosine"));
        return all;
    }

    @Test
    void agreesOnLossGradientAndUpdate() throws Exception {
        Optional<String> python = python();
        if (!"required".equals(System.getProperty("theoremeter.torch"))) {
            assumeTrue(
                    python.isPresent(), "no Python with torch and numpy here (Debian: apt-get install python3-torch)");
        }
        assertThat(python)
                .as("a Python with torch and numpy, which is required here")
                .isPresent();
        Map<String, List<String>> settings = settings();
        List<String> command = new ArrayList<>(List.of(python.get(), script().toString(), readme().toString()));
        for (Map.Entry<String, List<String>> each : settings.entrySet()) {
            command.add(trained(each.getKey(), each.getValue(), "every=1,final").toString());
        }
        trained("f", List.of("leaky-rnn/delayed-cue"), "initial");
        List<JsonNode> found = lines(command);
        assertThat(found).hasSize(settings.size() + 1);
        int at = 0;
        for (String name : settings.keySet()) {
            JsonNode one = found.get(at++);
            double bound = name.endsWith("float") ? FLOAT_ROUNDING : ROUNDING;
            assertThat(one.get("folder").asText()).isEqualTo(name);
            for (String what : List.of("loss", "task_loss", "gradient", "parameters")) {
                assertThat(one.get(what).asDouble()).as("%s of %s", what, name).isLessThan(bound);
            }
        }
        JsonNode example = found.get(at);
        assertThat(example.get("lines").asInt()).isLessThanOrEqualTo(12);
        assertThat(Double.parseDouble(example.get("printed").get(0).asText())).isLessThan(1e-14);
        assertThat(Math.abs(Double.parseDouble(example.get("printed").get(1).asText())))
                .isLessThan(1e-14);
    }

    private Path trained(String name, List<String> words, String when) {
        List<String> arguments = new ArrayList<>(List.of("simulate", words.get(0)));
        List<String> set = new ArrayList<>(words.subList(1, words.size()));
        set.add("epochs=2epoch");
        if (!set.isEmpty() && !name.equals("f")) {
            set.add("neurons=19");
        }
        set.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        Path out = folder.resolve(name);
        arguments.addAll(List.of("--save-weights", when, "--save-batches", "--out", out.toString(), "--quiet"));
        arguments.addAll(List.of("--store", folder.resolve("store").toString()));
        Cli run = Cli.run(arguments.toArray());
        assertThat(run.err()).as(name).isEmpty();
        assertThat(run.status()).as(name).isEqualTo(ExitStatus.AS_EXPECTED);
        return out;
    }

    private Path script() throws IOException {
        Path script = folder.resolve(CHECK);
        try (InputStream in = PyTorchTest.class.getResourceAsStream(CHECK)) {
            Files.write(script, in.readAllBytes());
        }
        return script;
    }

    private static Path readme() {
        return Path.of("..", "README.md").toAbsolutePath().normalize();
    }

    private static List<JsonNode> lines(List<String> command) throws Exception {
        Path out = Path.of(command.get(1)).resolveSibling("out");
        Path err = out.resolveSibling("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(out, StandardCharsets.UTF_8)) {
            nodes.add(new ObjectMapper().readTree(line));
        }
        return nodes;
    }

    private static Optional<String> python() throws InterruptedException {
        for (String name : List.of("/usr/bin/python3", "python3")) {
            try {
                Process process = new ProcessBuilder(name, "-c", "import numpy, torch")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                    return Optional.of(name);
                }
            } catch (IOException none) {
                continue;
            }
        }
        return Optional.empty();
    }
}
