package org.theoremeter.simulate.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Stub;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.sweep.database.Database;
import org.theoremeter.simulate.sweep.database.KeptRun;

class ObservationStoreTest {

    /** Numbers that a careless text form would change. */
    private static final double[] AWKWARD = {
        -0.0, Double.MIN_VALUE, 1e-310, 0.1, 1.0 / 3, Math.nextUp(1.0), 2e16 + 4, Double.MAX_VALUE
    };

    private static final Observation OBSERVATION = new Observation(
            Map.of(
                    "series",
                    new Measurement.Series(
                            new double[] {-1, 0, 0.1, 0.2, 0.30000000000000004, 1, 2, 3}, AWKWARD, 1e-300),
                    "empty",
                    new Measurement.Series(new double[0], new double[0], 0),
                    "matrix",
                    new Measurement.Matrix(
                            new double[] {0.1, 1.0 / 3},
                            new double[] {-2e-310, -0.0, Double.MIN_VALUE, 1, 2, 3, 4, 5},
                            new double[][] {AWKWARD, {1, 2, 3, 4, 5, 6, 7, -0.0}},
                            1e-300),
                    "narrow",
                    new Measurement.Matrix(new double[] {1, 2}, new double[0], new double[2][0], 0),
                    "scalar",
                    new Measurement.Scalar(-0.0, 0)),
            Map.of("event", 1e-5),
            Optional.of(new Divergence("tau", 0.1 + 0.2, "a \"reason\" with ⋆")));

    private final Stub stub = new Stub();
    private final RunKey key = key(Map.of(), 0, 1);

    @TempDir
    Path folder;

    @Test
    void whatIsKeptComesBackBitForBit() {
        ObservationStore store = ObservationStore.at(folder.resolve("new/folder"));
        assertThat(store.find(key, any -> true)).isEmpty();
        store.keep(key, OBSERVATION, 0);
        // records compare doubles by their bits, so −0.0 is told from 0.0
        assertThat(store.find(key, any -> true)).contains(OBSERVATION);
        assertThat(OBSERVATION.measurements().get("scalar")).isNotEqualTo(new Measurement.Scalar(0.0, 0));
    }

    @Test
    void onlyTheDatabaseIsInTheFolderAfterwards() throws IOException {
        try (ObservationStore store = ObservationStore.at(folder)) {
            store.keep(key, OBSERVATION, 0);
            store.keep(key, OBSERVATION, 0);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly(ObservationStore.FILE);
        }
    }

    @Test
    void filesFromBeforeThereWasADatabaseAreLeftAlone() throws IOException {
        Path old = Files.writeString(folder.resolve(key.hash() + ".json"), "{}");
        List<String> warnings = new ArrayList<>();
        ObservationStore store = ObservationStore.at(folder, warnings::add);
        assertThat(store.find(key, any -> true)).isEmpty();
        store.keep(key, OBSERVATION, 0);
        assertThat(old).hasContent("{}");
        assertThat(warnings).isEmpty();
    }

    @Test
    void aSummaryHasScalarsEventsAndDivergenceOnly() {
        ObservationStore store = ObservationStore.at(folder);
        assertThat(store.summary(key)).isEmpty();
        store.keep(key, OBSERVATION, 0);
        assertThat(store.summary(key))
                .contains(new Observation(
                        Map.of("scalar", new Measurement.Scalar(-0.0, 0)),
                        OBSERVATION.events(),
                        OBSERVATION.divergence()));
    }

    @Test
    void aDamagedOrForeignFileCountsAsAbsent() throws IOException {
        ObservationStore store = ObservationStore.at(folder);
        store.keep(key, OBSERVATION, 0);
        String good = content();
        String foreign = good.replace("\"seed\":\"0\"", "\"seed\":\"1\"");
        String edited = good.replace("0.1,", "0.2,");
        assertThat(foreign).isNotEqualTo(good);
        assertThat(edited).isNotEqualTo(good);
        for (String damaged : List.of(
                "",
                "{}",
                "[1, 2]",
                "null",
                good.substring(0, good.length() / 2),
                good + "x",
                good.replace("\"format\":1", "\"format\":2"),
                foreign,
                edited)) {
            setContent(damaged.getBytes(StandardCharsets.UTF_8));
            assertThat(store.find(key, any -> true)).as(damaged).isEmpty();
        }
        store.keep(key, OBSERVATION, 0);
        assertThat(store.find(key, any -> true)).contains(OBSERVATION);
    }

    /** The hash is right in all of these, so that only what is read can refuse them. */
    @Test
    void aMatrixThatIsNoneCountsAsAbsent() throws IOException {
        String good = "{\"rows\":[1.0,2.0],\"columns\":[0.0],\"values\":[[3.0],[4.0]],\"error\":0.0}";
        assertThat(found(good))
                .contains(Observation.of(Map.of(
                        "m",
                        new Measurement.Matrix(new double[] {1, 2}, new double[] {0}, new double[][] {{3}, {4}}, 0))));
        for (String damaged : List.of(
                good.replace("[[3.0],[4.0]]", "[[3.0]]"),
                good.replace("[[3.0],[4.0]]", "[[3.0],[4.0,5.0]]"),
                good.replace("[[3.0],[4.0]]", "[[3.0],4.0]"),
                good.replace("[[3.0],[4.0]]", "[3.0,4.0]"),
                good.replace("[[3.0],[4.0]]", "[[3.0],[\"4.0\"]]"),
                good.replace("[[3.0],[4.0]]", "null"),
                good.replace("[1.0,2.0]", "[2.0,1.0]"),
                good.replace("[1.0,2.0]", "{}"),
                good.replace("\"columns\":[0.0],", ""),
                good.replace(",\"error\":0.0", ""),
                "{\"error\":0.0}")) {
            assertThat(damaged).isNotEqualTo(good);
            assertThat(found(damaged)).as(damaged).isEmpty();
        }
    }

    private Optional<Observation> found(String measurement) throws IOException {
        String content = "{\"measurements\":{\"m\":" + measurement + "},\"events\":{}}";
        String parts = key.parts().entrySet().stream()
                .map(part -> "\"" + part.getKey() + "\":\"" + part.getValue() + "\"")
                .collect(Collectors.joining(","));
        ObservationStore.at(folder).keep(key, OBSERVATION, 0);
        setContent(("{\"format\":1,\"key\":{" + parts + "},\"observation\":" + content + ",\"sha256\":\""
                        + CodeFingerprint.sha256(content) + "\"}")
                .getBytes(StandardCharsets.UTF_8));
        return ObservationStore.at(folder).find(key, any -> true);
    }

    /** Half of them with a hash that is right, so that only what is read can refuse them. */
    @Test
    void mutatedFilesComeBackAsTheyAreOrNotAtAll() throws IOException {
        ObservationStore store = ObservationStore.at(folder);
        store.keep(key, OBSERVATION, 0);
        byte[] whole = content().getBytes(StandardCharsets.UTF_8);
        ObjectMapper mapper = new ObjectMapper();
        Random random = new Random(4);
        int found = 0;
        for (int i = 0; i < 200; i++) {
            ObjectNode root = (ObjectNode) mapper.readTree(whole);
            byte[] mutated;
            if (i % 4 == 0) {
                mutated = Arrays.copyOf(whole, random.nextInt(whole.length));
            } else if (i % 4 == 1) {
                mutated = whole.clone();
                mutated[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            } else {
                mutate(root.path("observation"), random);
                if (i % 4 == 2) {
                    root.put(
                            "sha256",
                            CodeFingerprint.sha256(root.path("observation").toString()));
                }
                mutated = mapper.writeValueAsBytes(root);
            }
            setContent(mutated);
            // a fresh one each time, which has not warned yet
            List<String> told = new ArrayList<>();
            Optional<Observation> kept = ObservationStore.at(folder, told::add).find(key, any -> true);
            if (kept.isPresent()) {
                found++;
                assertThat(told).isEmpty();
                // what was changed is what is found, or nothing was changed
                store.keep(key, kept.orElseThrow(), 0);
                assertThat(numbers(mapper.readTree(content()).path("observation")))
                        .as("mutation " + i)
                        .isEqualTo(numbers(mapper.readTree(mutated).path("observation")));
            } else {
                assertThat(told).as("mutation " + i).singleElement().asString().contains(key.hash());
            }
        }
        assertThat(found).isBetween(1, 60);
    }

    private static void mutate(JsonNode node, Random random) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        List<JsonNode> values = List.of(
                nodes.nullNode(),
                nodes.textNode("NaN"),
                nodes.textNode("1"),
                nodes.numberNode(-1),
                nodes.numberNode(new BigDecimal("1e999")),
                nodes.arrayNode(),
                nodes.objectNode(),
                nodes.booleanNode(true));
        JsonNode value = values.get(random.nextInt(values.size()));
        List<ContainerNode<?>> places = new ArrayList<>();
        containers(node, places);
        ContainerNode<?> place = places.get(random.nextInt(places.size()));
        if (place instanceof ArrayNode array) {
            array.insert(random.nextInt(array.size() + 1), value);
        } else if (place instanceof ObjectNode object) {
            List<String> keys = new ArrayList<>(List.of("surplus"));
            object.fieldNames().forEachRemaining(keys::add);
            String key = keys.get(random.nextInt(keys.size()));
            if (random.nextBoolean()) {
                object.set(key, value);
            } else {
                object.remove(key);
            }
        }
    }

    private static void containers(JsonNode node, List<ContainerNode<?>> places) {
        if (node instanceof ContainerNode<?> container) {
            places.add(container);
            node.forEach(child -> containers(child, places));
        }
    }

    /** Returns all that is in a tree as text, whole numbers as doubles. */
    private static String numbers(JsonNode node) {
        if (node.isNumber()) {
            return Double.toString(node.doubleValue());
        }
        StringBuilder text = new StringBuilder();
        new TreeMap<>(node.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .forEach((name, child) -> text.append(name).append(':').append(numbers(child)));
        if (node.isArray()) {
            node.forEach(child -> text.append(numbers(child)).append(','));
        }
        return node.isContainerNode() ? "(" + text + ")" : node.asText();
    }

    @Test
    void everythingThatMadeItIsInTheKey() {
        Map<String, String> parts = key.parts();
        assertThat(parts)
                .containsEntry("experiment", "test/stub")
                .containsEntry("version", "1")
                .containsEntry("kernel", "plain")
                .containsEntry("root-seed", "1")
                .containsEntry("seed", "0")
                .containsEntry("argument.shift", "0.0")
                .containsKey("code");
        assertThat(key(Map.of(), 0, 1)).isEqualTo(key);
        assertThat(Stream.of(
                                key(Map.of("shift", Math.nextUp(0.0)), 0, 1),
                                key(Map.of("count", 4), 0, 1),
                                key(Map.of(), 1, 1),
                                key(Map.of(), 0, 2),
                                key)
                        .map(RunKey::hash)
                        .distinct())
                .hasSize(5);
        // what draws nothing does not depend on seeds
        assertThat(key(Map.of("mode", "still"), 1, 1)).isEqualTo(key(Map.of("mode", "still"), 2, 3));
    }

    @Test
    void hashesOfDifferentPartsDiffer() {
        // without lengths these would read alike
        assertThat(new RunKey(new TreeMap<>(Map.of("a", "bc"))).hash())
                .isNotEqualTo(new RunKey(new TreeMap<>(Map.of("ab", "c"))).hash());
    }

    @Test
    void changedCodeHasAnotherFingerprint() throws IOException {
        Path code = folder.resolve("code/org/x");
        Files.createDirectories(code);
        Files.writeString(code.resolve("A.class"), "one");
        Files.writeString(code.resolve("B.class"), "two");
        String before = CodeFingerprint.of(folder.resolve("code"));
        assertThat(CodeFingerprint.of(folder.resolve("code"))).isEqualTo(before).hasSize(64);
        Files.writeString(code.resolve("B.class"), "tw0");
        String changed = CodeFingerprint.of(folder.resolve("code"));
        Files.writeString(code.resolve("B.class"), "two");
        Files.move(code.resolve("B.class"), code.resolve("C.class"));
        String renamed = CodeFingerprint.of(folder.resolve("code"));
        assertThat(Stream.of(before, changed, renamed).distinct()).hasSize(3);
        // an experiment from elsewhere (these test classes) adds its own code
        assertThat(CodeFingerprint.of(Stub.class)).startsWith(CodeFingerprint.of(Sweep.class) + "+");
    }

    @Test
    void aFolderThatCannotBeWrittenIsAWarningAndNoFault() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        List<String> warnings = new ArrayList<>();
        Result result = Sweep.of(1, ObservationStore.at(file, warnings::add), false, 1)
                .run(List.of(Run.of(stub, Arguments.of(stub, Map.of()), 0)), progress -> {})
                .get(0);
        assertThat(result.failure()).isEmpty();
        assertThat(result.observation()).isPresent();
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("warning: " + file.resolve(ObservationStore.FILE) + ": ");
    }

    @Test
    void warningsAreCountedAndEnd() throws Exception {
        List<String> warnings = new ArrayList<>();
        ObservationStore store = ObservationStore.at(folder, warnings::add);
        store.keep(key, OBSERVATION, 0);
        setContent(new byte[] {1, 2, 3});
        for (int i = 0; i < 30; i++) {
            assertThat(store.find(key, any -> true)).isEmpty();
        }
        assertThat(warnings).hasSize(21).last().asString().contains("and more");
    }

    @Test
    void whatTheExperimentDoesNotObserveIsObservedAnew() {
        ObservationStore store = ObservationStore.at(folder);
        store.keep(key, OBSERVATION, 0);
        List<String> warnings = new ArrayList<>();
        Result result = Sweep.of(1, ObservationStore.at(folder, warnings::add), false, 1)
                .run(List.of(Run.of(stub, Arguments.of(stub, Map.of()), 0)), progress -> {})
                .get(0);
        assertThat(result.reused()).isFalse();
        assertThat(warnings).singleElement().asString().contains(key.hash(), "does not observe");
    }

    /** Returns what is kept under the key, as text. */
    private String content() throws IOException {
        try (Database database = Database.open(folder.resolve(ObservationStore.FILE));
                InputStream in = new InflaterInputStream(
                        new ByteArrayInputStream(database.content(key.hash()).orElseThrow()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Puts a text in its place, past the store. */
    private void setContent(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text);
        }
        try (Database database = Database.open(folder.resolve(ObservationStore.FILE))) {
            database.keep(new KeptRun(key.hash(), "{}", false, "{}", bytes.toByteArray(), 0));
        }
    }

    @Test
    void noneKeepsNothing() {
        assertThat(ObservationStore.none().keep(key, OBSERVATION, 0)).isFalse();
        assertThat(ObservationStore.none().find(key, any -> true)).isEmpty();
    }

    private RunKey key(Map<String, ?> given, long seed, long root) {
        return RunKey.of(Run.of(stub, Arguments.of(stub, given), seed), root, KernelChoice.PLAIN);
    }
}
