package org.theoremeter.simulate.experiment.nonlinear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.catalogue.Experiments;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Conditions;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.random.RandomStreams;

/** The rank-2 example of the STM paper, from its published initial network, against its published history. */
class PublishedCurveTest {

    /** Of an independent implementation in numpy, double precision, at epochs 0, 1, 10, 100, 1000. */
    private static final Map<Integer, Double> LOSSES =
            Map.of(0, 0.0526946770, 1, 0.0526893559, 10, 0.0526426610, 100, 0.0522766491, 1000, 0.0515178095);

    @Test
    void followsThePublishedLossAndGradient() throws Exception {
        Observation observation = train(Map.of("start", "published", "rate", 0.1, "epochs", 1901));
        double[] losses = series(observation, "loss");
        // the numbers above have ten digits
        LOSSES.forEach((epoch, loss) ->
                assertThat(losses[epoch]).as("epoch %s", epoch).isCloseTo(loss, Offset.offset(0.6e-10)));
        double[] norms = series(observation, "gradient-norm");
        int compared = 0;
        for (String line : published()) {
            String[] row = line.split(",");
            int epoch = Integer.parseInt(row[0]);
            if (epoch <= 1900) {
                double loss = Double.parseDouble(row[1]);
                double norm = Double.parseDouble(row[2]);
                // the published run is in single precision, and its rounding adds up along the way
                assertThat(losses[epoch]).as("loss of epoch %s", epoch).isCloseTo(loss, Offset.offset(1e-6 * loss));
                assertThat(norms[epoch]).as("gradient of epoch %s", epoch).isCloseTo(norm, Offset.offset(1e-3 * norm));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void endsWhenTheLossIsSmallEnough() {
        Observation observation = train(
                Map.of("start", "published", "rate", 1, "epochs", 100_000, "until", "loss", "loss-fraction", 0.5));
        double[] losses = series(observation, "loss");
        assertThat(losses[losses.length - 1]).isLessThan(0.5 * losses[0]);
        assertThat(losses[losses.length - 2]).isGreaterThanOrEqualTo(0.5 * losses[0]);
    }

    private static Observation train(Map<String, ?> given) {
        Experiment experiment = Experiments.named("rank-k-rnn/single-cue").orElseThrow();
        Arguments arguments = Arguments.of(experiment, given);
        assertThat(experiment.random(arguments)).isFalse();
        return experiment.run(arguments, RandomStreams.none(), Conditions.of(KernelChoice.AUTO));
    }

    private static double[] series(Observation observation, String name) {
        return ((Measurement.Series) observation.measurements().get(name)).values();
    }

    private static List<String> published() throws Exception {
        Path file = Path.of(PublishedCurveTest.class
                .getResource("stm-rank2-rate0.1-loss.csv")
                .toURI());
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("epoch"))
                    .toList();
        } catch (IOException failure) {
            throw new AssertionError("no published history", failure);
        }
    }
}
