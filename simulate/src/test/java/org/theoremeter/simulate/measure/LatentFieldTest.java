package org.theoremeter.simulate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * One unit, F = −κ + 2 tanh(κ + b): it turns where tanh u = ∓1/√2, u = κ + b, at the height b − u ∓ √2, so that for b above
 * b_c = √2 − artanh(1/√2) two of three fixed points have met and left a ghost of speed b − b_c.
 */
class LatentFieldTest {

    private static final double TURN = Math.log(1 + Math.sqrt(2));
    private static final double CRITICAL = Math.sqrt(2) - TURN;

    private static LatentField unit(double b) {
        return new LatentField(new double[] {1}, new double[] {2}, new double[] {b});
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3, 0.1, 1})
    void aPairOfFixedPointsThatHasMetLeavesAGhost(double beyond) {
        LatentField field = unit(CRITICAL + beyond);
        assertThat(field.zeros().zeros()).hasSize(1);
        assertThat(field.zeros().undecided()).isZero();
        assertThat(field.ghosts().undecided()).isZero();
        assertThat(field.ghosts().zeros()).hasSize(1);
        double ghost = field.ghosts().zeros().get(0);
        // u = −artanh(1/√2); the zero of F′ is bisected to its last digit, F″ = 2√2/2
        assertThat(ghost).isCloseTo(-TURN - CRITICAL - beyond, within(1e-13));
        assertThat(field.value(ghost)).isCloseTo(beyond, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3, 0.1, 0.5})
    void beforeTheyMeetThereAreThreeAndNoGhost(double before) {
        LatentField field = unit(CRITICAL - before);
        assertThat(field.zeros().zeros())
                .hasSize(3)
                .allSatisfy(zero -> assertThat(field.value(zero)).isCloseTo(0, within(1e-14)));
        assertThat(field.zeros().undecided()).isZero();
        assertThat(field.ghosts().zeros()).isEmpty();
    }

    @Test
    void whereTheyMeetNothingIsDecided() {
        assertThat(unit(CRITICAL).zeros().undecided()).isPositive();
        assertThat(unit(CRITICAL).ghosts().undecided()).isPositive();
    }

    @Test
    void aFieldThatFallsThroughoutHasOneFixedPointAndNoGhost() {
        LatentField field = new LatentField(new double[] {0.5, -1}, new double[] {1, 2}, new double[] {0.3, -0.4});
        assertThat(field.zeros().zeros()).hasSize(1);
        assertThat(field.ghosts().zeros()).isEmpty();
        assertThat(field.ghosts().undecided()).isZero();
    }

    /** Second route: signs and minima on a grid of 50,000 points, which sees what is 1e-3 apart; all is farther in these fields. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithAFineGridOnRandomFields(long seed) {
        RandomStreams streams = RandomStreams.of(seed);
        int units = 12;
        double[] m = streams.gaussians("m", units);
        double[] n = streams.gaussians("n", units);
        double[] b = streams.gaussians("b", units);
        for (int i = 0; i < units; i++) {
            m[i] *= 3;
            b[i] *= 3;
        }
        LatentField field = new LatentField(m, n, b);
        int points = 50_000;
        double end = 1;
        for (double weight : n) {
            end += Math.abs(weight);
        }
        int zeros = 0;
        int ghosts = 0;
        double two = field.value(-end);
        double one = field.value(-end + 2 * end / points);
        for (int i = 2; i <= points; i++) {
            double now = field.value(-end + 2 * end * i / points);
            zeros += one * now < 0 ? 1 : 0;
            boolean sameSign = two * one > 0 && one * now > 0;
            ghosts += sameSign && Math.abs(one) < Math.abs(two) && Math.abs(one) <= Math.abs(now) ? 1 : 0;
            two = one;
            one = now;
        }
        assertThat(field.zeros().zeros()).hasSize(zeros);
        assertThat(field.ghosts().zeros()).hasSize(ghosts);
        assertThat(field.zeros().undecided() + field.ghosts().undecided()).isZero();
    }

    @Test
    void derivativesAreThoseOfDifferences() {
        LatentField field = new LatentField(new double[] {2, -1}, new double[] {1.5, 0.7}, new double[] {0.3, -0.4});
        double h = 1e-5;
        for (double latent = -2; latent <= 2; latent += 0.37) {
            // central differences: h² f‴/6 below 3e-9, rounding 1e-11
            double slope = (field.value(latent + h) - field.value(latent - h)) / (2 * h);
            assertThat(field.slope(latent)).isCloseTo(slope, within(3e-9));
            double curvature = (field.slope(latent + h) - field.slope(latent - h)) / (2 * h);
            assertThat(field.curvature(latent)).isCloseTo(curvature, within(3e-9));
        }
    }

    @Test
    void isThatOfANetworkOfRankOneAlone() {
        RankKRnn one = new RankKRnn(2, 1, 0, 1, 0.5, Readout.LOGISTIC);
        // m, n, b, W_out, b_out
        LatentField field = LatentField.of(one, new double[] {2, -1, 1.5, 0.7, 0.3, -0.4, 10, -10});
        assertThat(field.value(0.6)).isCloseTo(-0.6 + 1.5 * Math.tanh(1.5) + 0.7 * Math.tanh(-1.0), within(1e-15));
        RankKRnn two = new RankKRnn(2, 2, 0, 1, 0.5, Readout.LOGISTIC);
        assertThatThrownBy(() -> LatentField.of(two, new double[two.layout().size()]))
                .hasMessage("found rank 2, accepted: 1, a field on a line");
    }
}
