package org.theoremeter.simulate.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;

/** Writes an observation with its key as JSON and reads it back, refusing whatever is not exactly that. */
final class ObservationJson {

    private static final int FORMAT = 1;
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ObservationJson() {}

    static String write(Observation observation, CellKey key) {
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
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT);
        ObjectNode made = root.putObject("key");
        key.parts().forEach(made::put);
        root.set("observation", content);
        // guards against a file cut short or edited: the content must still be what was written
        root.put("sha256", CodeFingerprint.sha256(content.toString()));
        return root.toPrettyString() + "\n";
    }

    /** Returns nothing when the text is damaged or was written for another key. */
    static Optional<Observation> read(String text, CellKey key) {
        try {
            JsonNode root = MAPPER.readTree(text);
            JsonNode content = root.path("observation");
            if (root.path("format").asInt() != FORMAT
                    || !key.parts().equals(texts(root.path("key")))
                    || !CodeFingerprint.sha256(content.toString())
                            .equals(root.path("sha256").asText())) {
                return Optional.empty();
            }
            return Optional.of(observation(content));
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Observation observation(JsonNode content) {
        Map<String, Measurement> measurements = new TreeMap<>();
        fields(content.path("measurements"))
                .forEachRemaining(entry -> measurements.put(entry.getKey(), measurement(entry.getValue())));
        Map<String, Double> events = new TreeMap<>();
        fields(content.path("events")).forEachRemaining(entry -> events.put(entry.getKey(), number(entry.getValue())));
        JsonNode end = content.path("divergence");
        Optional<Divergence> divergence = end.isObject()
                ? Optional.of(new Divergence(
                        end.path("axis").asText(),
                        number(end.path("at")),
                        end.path("reason").asText()))
                : Optional.empty();
        return new Observation(measurements, events, divergence);
    }

    private static Measurement measurement(JsonNode node) {
        double error = number(node.path("error"));
        if (node.has("value")) {
            return new Measurement.Scalar(number(node.path("value")), error);
        }
        if (node.has("rows")) {
            JsonNode rows = list(node.path("values"));
            double[][] values = new double[rows.size()][];
            for (int i = 0; i < values.length; i++) {
                values[i] = numbers(rows.get(i));
            }
            return new Measurement.Matrix(numbers(node.path("rows")), numbers(node.path("columns")), values, error);
        }
        return new Measurement.Series(numbers(node.path("at")), numbers(node.path("values")), error);
    }

    private static Iterator<Map.Entry<String, JsonNode>> fields(JsonNode node) {
        return node.properties().iterator();
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        fields(node)
                .forEachRemaining(
                        entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
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
            throw new IllegalArgumentException("not a list: " + node);
        }
        return node;
    }

    private static double number(JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("not a number: " + node);
        }
        return node.doubleValue();
    }
}
