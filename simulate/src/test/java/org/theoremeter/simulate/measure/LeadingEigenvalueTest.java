package org.theoremeter.simulate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.Networks;
import org.theoremeter.simulate.network.LinearRnn;

class LeadingEigenvalueTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.3, 0.8})
    void agreesWithAllEigenvaluesWhileAnOutlierGrowsAndShrinks(double gain) {
        int size = 30;
        double[] random = Networks.random(size, gain, 6).weights();
        LeadingEigenvalue tracker = new LeadingEigenvalue(size);
        for (int step = 0; step <= 40; step++) {
            // from −1.5 through the bulk to 1.5
            double strength = (step - 20) * 0.075;
            double[] weights = random.clone();
            for (int i = 0; i < weights.length; i++) {
                weights[i] += strength / size;
            }
            LinearRnn network = LinearRnn.aligned(weights);
            double expected = Spectrum.of(network.rows()).leading();
            // a residual of 1e-14 times the condition number of the eigenvalue, here at most a hundred
            assertThat(tracker.of(network)).as("strength " + strength).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void findsTheEigenvalueThatHasOvertakenTheOldOne() {
        // diag(0.5, 0.001) turns into diag(0.5, 0.9): the old eigenvector is still exact, to the last bit
        LeadingEigenvalue tracker = new LeadingEigenvalue(2);
        assertThat(tracker.of(LinearRnn.aligned(new double[] {0.5, 0, 0, 0.001})))
                .isCloseTo(0.5, within(1e-13));
        assertThat(tracker.of(LinearRnn.aligned(new double[] {0.5, 0, 0, 0.9}))).isCloseTo(0.9, within(1e-13));
    }
}
