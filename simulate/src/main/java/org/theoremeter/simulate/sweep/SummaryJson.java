package org.theoremeter.simulate.sweep;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;

/** Reads what a run is known for without its series and matrices, token by token, as tables of many runs are made of it. */
final class SummaryJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private SummaryJson() {}

    /**
     * Reads a summary.
     *
     * @throws ObservationJson.Damaged if the text is not exactly what {@link ObservationJson#summary} writes
     */
    static Observation read(String text) throws ObservationJson.Damaged {
        try (JsonParser parser = FACTORY.createParser(text)) {
            Observation observation = observation(parser);
            require(parser.nextToken() == null);
            return observation;
        } catch (IOException | IllegalArgumentException damaged) {
            throw new ObservationJson.Damaged("found a kept summary that is damaged");
        }
    }

    @FunctionalInterface
    private interface Field {
        void read(String name) throws IOException;
    }

    /** Reads an object whose fields are known one by one, and returns how many there were. */
    private static int fields(JsonParser parser, Field field) throws IOException {
        require(parser.currentToken() == JsonToken.START_OBJECT);
        int fields = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            field.read(name);
            fields++;
        }
        require(parser.currentToken() == JsonToken.END_OBJECT);
        return fields;
    }

    private static Observation observation(JsonParser parser) throws IOException {
        Map<String, Measurement> measurements = new TreeMap<>();
        Map<String, Double> events = new TreeMap<>();
        Map<String, Divergence> divergence = new HashMap<>();
        parser.nextToken();
        int fields = fields(parser, name -> {
            switch (name) {
                case "measurements" -> fields(parser, each -> measurements.put(each, scalar(parser)));
                case "events" -> fields(parser, each -> events.put(each, number(parser)));
                case "divergence" -> divergence.put(name, divergence(parser));
                default -> throw new IllegalArgumentException(name);
            }
        });
        require(fields == 2 + divergence.size());
        return new Observation(
                measurements, events, divergence.values().stream().findFirst());
    }

    private static Measurement scalar(JsonParser parser) throws IOException {
        double[] numbers = new double[2];
        int fields = fields(parser, name -> {
            require(name.equals("value") || name.equals("error"));
            numbers[name.equals("value") ? 0 : 1] = number(parser);
        });
        require(fields == 2);
        return new Measurement.Scalar(numbers[0], numbers[1]);
    }

    private static Divergence divergence(JsonParser parser) throws IOException {
        Map<String, String> texts = new HashMap<>();
        double[] at = new double[1];
        int fields = fields(parser, name -> {
            if (name.equals("at")) {
                at[0] = number(parser);
            } else {
                require(parser.currentToken() == JsonToken.VALUE_STRING);
                texts.put(name, parser.getText());
            }
        });
        require(fields == 3 && texts.keySet().equals(Set.of("axis", "reason")));
        return new Divergence(texts.get("axis"), at[0], texts.get("reason"));
    }

    private static double number(JsonParser parser) throws IOException {
        require(parser.currentToken().isNumeric());
        return parser.getDoubleValue();
    }

    private static void require(boolean held) {
        if (!held) {
            throw new IllegalArgumentException("of another shape");
        }
    }
}
