package org.theoremeter.simulate.sweep;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;

/** Writes an observation with its key as JSON and reads it back, refusing whatever is not exactly that. */
final class ObservationJson {

    private static final int FORMAT = 1;
    private static final int LONGEST_SHOWN = 20;
    private static final Set<String> ROOT = Set.of("format", "key", "observation", "sha256");
    private static final Set<String> WHOLE = Set.of("measurements", "events");
    private static final Set<String> ENDED = Set.of("measurements", "events", "divergence");
    private static final Set<String> DIVERGENCE = Set.of("axis", "at", "reason");
    private static final Set<String> SCALAR = Set.of("value", "error");
    private static final Set<String> SERIES = Set.of("at", "values", "error");
    private static final Set<String> MATRIX = Set.of("rows", "columns", "values", "error");
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ObservationJson() {}

    /** Writes what a run is known for without its series and matrices: scalars with errors, events, and how it diverged; read by {@link SummaryJson}. */
    static String summary(Observation observation) {
        Map<String, Measurement> scalars = new TreeMap<>(observation.measurements());
        scalars.values().removeIf(measurement -> !(measurement instanceof Measurement.Scalar));
        return content(new Observation(scalars, observation.events(), observation.divergence()))
                .toString();
    }

    /** Writes what made an observation. */
    static String key(RunKey key) {
        ObjectNode made = MAPPER.createObjectNode();
        key.parts().forEach(made::put);
        return made.toString();
    }

    static String write(Observation observation, RunKey key) {
        ObjectNode content = content(observation);
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT);
        ObjectNode made = root.putObject("key");
        key.parts().forEach(made::put);
        root.set("observation", content);
        // guards against a file that was edited: the content must still be what was written
        root.put("sha256", CodeFingerprint.sha256(content.toString()));
        return root.toString();
    }

    private static ObjectNode content(Observation observation) {
        ObjectNode content = MAPPER.createObjectNode();
        ObjectNode measurements = content.putObject("measurements");
        observation.measurements().forEach((name, measurement) -> {
            ObjectNode node = measurements.putObject(name);
            if (measurement instanceof Measurement.Scalar scalar) {
                node.put("value", scalar.value());
            } else if (measurement instanceof Measurement.Series series) {
                array(node.putArray("at"), series.at());
                array(node.putArray("values"), series.values());
            } else if (measurement instanceof Measurement.Matrix matrix) {
                array(node.putArray("rows"), matrix.rows());
                array(node.putArray("columns"), matrix.columns());
                ArrayNode values = node.putArray("values");
                for (double[] row : matrix.values()) {
                    array(values.addArray(), row);
                }
            }
            node.put("error", measurement.error());
        });
        ObjectNode events = content.putObject("events");
        observation.events().forEach(events::put);
        observation
                .divergence()
                .ifPresent(divergence -> content.putObject("divergence")
                        .put("axis", divergence.axis())
                        .put("at", divergence.at())
                        .put("reason", divergence.reason()));
        return content;
    }

    /** Says that a text is no observation that was kept for a key. */
    static final class Damaged extends Exception {

        private static final long serialVersionUID = 1L;

        Damaged(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Reads an observation.
     *
     * @throws Damaged if the text is not exactly what was written for this key
     */
    static Observation read(String text, RunKey key) throws Damaged {
        try {
            JsonNode root = MAPPER.readTree(text);
            JsonNode format = root.path("format");
            if (format.isIntegralNumber() && !format.bigIntegerValue().equals(BigInteger.valueOf(FORMAT))) {
                throw new Damaged("found a kept observation of format " + shown(format) + ", accepted: " + FORMAT);
            }
            requireKeys(root, ROOT);
            JsonNode content = root.path("observation");
            if (!format.isIntegralNumber()
                    || !key.parts().equals(texts(root.path("key")))
                    || !CodeFingerprint.sha256(content.toString()).equals(text(root.path("sha256")))) {
                throw new IllegalArgumentException("of another run, or edited");
            }
            return observation(content);
        } catch (JsonProcessingException | IllegalArgumentException | ArithmeticException damaged) {
            throw new Damaged("found a kept observation that is damaged or of another run");
        }
    }

    private static String shown(JsonNode format) {
        String text = format.asText();
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    private static void requireKeys(JsonNode node, Set<String> names) {
        Set<String> found = new TreeSet<>();
        fields(node).forEachRemaining(entry -> found.add(entry.getKey()));
        if (!found.equals(names)) {
            throw new IllegalArgumentException("keys " + found);
        }
    }

    private static Observation observation(JsonNode content) {
        boolean ended = content.has("divergence");
        requireKeys(content, ended ? ENDED : WHOLE);
        Map<String, Measurement> measurements = new TreeMap<>();
        fields(content.path("measurements"))
                .forEachRemaining(entry -> measurements.put(entry.getKey(), measurement(entry.getValue())));
        Map<String, Double> events = new TreeMap<>();
        fields(content.path("events")).forEachRemaining(entry -> events.put(entry.getKey(), number(entry.getValue())));
        return new Observation(
                measurements, events, ended ? Optional.of(divergence(content.path("divergence"))) : Optional.empty());
    }

    private static Divergence divergence(JsonNode node) {
        requireKeys(node, DIVERGENCE);
        return new Divergence(text(node.path("axis")), number(node.path("at")), text(node.path("reason")));
    }

    private static Measurement measurement(JsonNode node) {
        double error = number(node.path("error"));
        if (node.has("at")) {
            requireKeys(node, SERIES);
            return new Measurement.Series(numbers(node.path("at")), numbers(node.path("values")), error);
        }
        if (node.has("rows")) {
            requireKeys(node, MATRIX);
            JsonNode rows = list(node.path("values"));
            double[][] values = new double[rows.size()][];
            for (int i = 0; i < values.length; i++) {
                values[i] = numbers(rows.get(i));
            }
            return new Measurement.Matrix(numbers(node.path("rows")), numbers(node.path("columns")), values, error);
        }
        requireKeys(node, SCALAR);
        return new Measurement.Scalar(number(node.path("value")), error);
    }

    private static Iterator<Map.Entry<String, JsonNode>> fields(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("not an object");
        }
        return node.properties().iterator();
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        fields(node).forEachRemaining(entry -> texts.put(entry.getKey(), text(entry.getValue())));
        return texts;
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("not a text");
        }
        return node.textValue();
    }

    private static void array(ArrayNode node, double[] numbers) {
        for (double number : numbers) {
            node.add(number);
        }
    }

    private static double[] numbers(JsonNode node) {
        double[] numbers = new double[list(node).size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(node.get(i));
        }
        return numbers;
    }

    private static JsonNode list(JsonNode node) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("not a list");
        }
        return node;
    }

    private static double number(JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("not a number");
        }
        return node.doubleValue();
    }
}
