package org.theoremeter.verify.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.verify.results.PhaseCounts;

/** Counts that are a function of rate · delay / 2 alone, 1/(1 + (rate · delay/2)⁻⁶), so that the critical rate is 2/delay. */
class ScalingCollapseTest {

    private static final double[] DELAYS = {20, 40, 80};
    private static final double[] RATES = {0, 0.02, 0.05, 0.1, 0.2};
    private static final int RUNS = 1000;

    private static double share(double ratio) {
        return 1 / (1 + Math.pow(ratio, -6));
    }

    private static PhaseCounts counts(int runsAtTheFirstRate) {
        int[][] fulfilled = new int[RATES.length][DELAYS.length];
        int[][] runs = new int[RATES.length][DELAYS.length];
        for (int i = 0; i < RATES.length; i++) {
            for (int j = 0; j < DELAYS.length; j++) {
                runs[i][j] = i == 1 ? runsAtTheFirstRate : RUNS;
                fulfilled[i][j] = (int) Math.round(runs[i][j] * share(RATES[i] * DELAYS[j] / 2));
            }
        }
        return new PhaseCounts("lost", "delay", "rate", false, false, DELAYS, RATES, fulfilled, runs);
    }

    @Test
    void linesOfALawThatIsAllThereIsLieOnOneAnother() {
        Figure figure = ScalingCollapse.of("c", "lost", counts(RUNS), delay -> 2 / delay)
                .orElseThrow();
        List<Figure.Curve> lines = figure.curves().subList(0, DELAYS.length);
        for (Figure.Curve line : lines) {
            // a rate of 0 has no place on a logarithmic axis
            assertThat(line.x()).hasSize(RATES.length - 1);
            for (int i = 0; i < line.x().length; i++) {
                assertThat(line.y()[i]).isCloseTo(share(line.x()[i]), within(0.5 / RUNS));
            }
        }
        assertThat(lines.get(0).x()[0]).isCloseTo(0.2, within(1e-12));
        assertThat(lines.get(2).x()[3]).isCloseTo(8, within(1e-12));
        assertThat(figure.x().label()).isEqualTo("rate / fitted rate");
    }

    @Test
    void linesOfAnotherLawDoNot() {
        Figure figure =
                ScalingCollapse.of("c", "lost", counts(RUNS), delay -> 0.05).orElseThrow();
        Figure.Curve shortest = figure.curves().get(0);
        Figure.Curve longest = figure.curves().get(2);
        assertThat(shortest.x()).isEqualTo(longest.x());
        assertThat(longest.y()[1]).isGreaterThan(shortest.y()[1] + 0.9);
    }

    @Test
    void whatTheLawOrTheCountsDoNotCoverIsLeftOut() {
        Figure figure = ScalingCollapse.of("c", "lost", counts(0), delay -> delay > 50 ? Double.NaN : 2 / delay)
                .orElseThrow();
        assertThat(figure.curves()).hasSize(3);
        assertThat(figure.curves().get(0).x()).hasSize(RATES.length - 2);
        assertThat(ScalingCollapse.of("c", "lost", counts(RUNS), delay -> delay > 30 ? Double.NaN : 2 / delay))
                .isEmpty();
    }
}
