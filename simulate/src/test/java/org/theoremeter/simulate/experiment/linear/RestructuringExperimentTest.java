package org.theoremeter.simulate.experiment.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.catalogue.Experiments;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;
import org.theoremeter.simulate.random.RandomStreams;

/** When eigenvalues meet and when the loss falls (theory 7.4), against the series of gradient flow of the same network. */
class RestructuringExperimentTest {

    private static final String NAME = "linear-rnn/restructuring";
    private static final double APART = 0.1;

    @Test
    void findsTheMeetingAndTheSteepestDescentOfTheSeries() {
        Observation found = run(NAME, Map.of("neurons", 5, "cstar", 0.4, "omegastar", 1.5, "gain", 0.1, "horizon", 60));
        Observation flow = run(
                "linear-rnn/gradient-flow",
                Map.of(
                        "target",
                        "oscillator",
                        "neurons",
                        5,
                        "cstar",
                        0.4,
                        "omegastar",
                        1.5,
                        "gain",
                        0.1,
                        "horizon",
                        60,
                        "samples",
                        600));
        Measurement.Series pair = Runs.series(flow, "pair-imaginary");
        int first = 0;
        while (pair.values()[first] == 0) {
            first++;
        }
        double meeting = Runs.scalar(found, "meeting");
        // between two samples
        assertThat(meeting).isBetween(pair.at()[first] - APART, pair.at()[first]);

        Measurement.Series loss = Runs.series(flow, "loss");
        int i = (int) Math.ceil(meeting / APART) + 1;
        while (fall(loss, i + 1) > fall(loss, i)) {
            i++;
        }
        // the steepest of the stretches between samples, which the maximum lies in or beside
        assertThat(Runs.scalar(found, "steepest")).isCloseTo(loss.at()[i] + APART / 2, within(APART));
        assertThat(Runs.scalar(found, "lead"))
                .isCloseTo(Runs.scalar(found, "steepest") - meeting, within(1e-9))
                .isGreaterThan(1);
        assertThat(Runs.scalar(found, "meeting-loss")).isBetween(0.8, 1.0);
        assertThat(found.measurements().get("meeting").error()).isLessThan(1e-2);
    }

    /** Runs an experiment from the network that both draw from the same streams; {@link Runs} has other streams for each experiment. */
    private static Observation run(String name, Map<String, ?> arguments) {
        Experiment experiment = Experiments.named(name).orElseThrow();
        return experiment.run(
                Arguments.of(experiment, arguments),
                RandomStreams.of(1).child("the same network").child(1));
    }

    private static double fall(Measurement.Series loss, int i) {
        return Math.log(loss.values()[i] / loss.values()[i + 1]);
    }

    @Test
    void refusesByName() {
        assertThatThrownBy(() -> Runs.run(NAME, 0, Map.of("gain", 0)))
                .hasMessageStartingWith("gain: found 0, accepted: more than 0");
    }
}
