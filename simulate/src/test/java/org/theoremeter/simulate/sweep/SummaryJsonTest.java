package org.theoremeter.simulate.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;

class SummaryJsonTest {

    /** Numbers of random bits, subnormal ones among them: records compare them bit for bit. */
    @Test
    void whatIsWrittenIsReadBitForBit() throws ObservationJson.Damaged {
        Random random = new Random(3);
        Map<String, Measurement> scalars = new TreeMap<>();
        Map<String, Double> events = new TreeMap<>();
        for (int i = 0; i < 5000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                scalars.put("s" + i, new Measurement.Scalar(value, Math.abs(value) * 1e-300));
                events.put("\"größe\" " + i, value);
            }
        }
        scalars.put("zero", new Measurement.Scalar(-0.0, Double.MIN_VALUE));
        for (Optional<Divergence> divergence :
                List.of(Optional.<Divergence>empty(), Optional.of(new Divergence("τ", 0.1 + 0.2, "a \\ ⋆")))) {
            Observation whole = new Observation(scalars, events, divergence);
            assertThat(SummaryJson.read(ObservationJson.summary(whole))).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "null",
                "{\"measurements\":{}}",
                "{\"measurements\":{},\"events\":{}} 1",
                "{\"measurements\":{},\"events\":{}",
                "{\"measurements\":{},\"events\":{},\"more\":{}}",
                "{\"measurements\":{},\"events\":{},\"events\":{}}",
                "{\"measurements\":{},\"events\":{\"a\":\"1\"}}",
                "{\"measurements\":{},\"events\":{\"a\":1e999}}",
                "{\"measurements\":{\"a\":1},\"events\":{}}",
                "{\"measurements\":{\"a\":{\"value\":1}},\"events\":{}}",
                "{\"measurements\":{\"a\":{\"value\":1,\"error\":-1}},\"events\":{}}",
                "{\"measurements\":{\"a\":{\"value\":1,\"error\":0,\"at\":[]}},\"events\":{}}",
                "{\"measurements\":{},\"events\":{},\"divergence\":{\"axis\":\"a\",\"reason\":\"b\",\"c\":\"d\"}}",
                "{\"measurements\":{},\"events\":{},\"divergence\":{\"axis\":\"a\",\"at\":0}}",
                "{\"measurements\":{},\"events\":{},\"divergence\":{\"axis\":1,\"at\":0,\"reason\":\"b\"}}",
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> SummaryJson.read(text))
                .isInstanceOf(ObservationJson.Damaged.class)
                .hasMessage("found a kept summary that is damaged");
    }
}
