package org.theoremeter.simulate.experiment.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Runs;

class GradientFlowExperimentTest {

    private static final String NAME = "linear-rnn/gradient-flow";

    @Test
    void theFullNetworkFollowsTheScalarOde() {
        Observation run = Runs.run(NAME, 0, Map.of("neurons", 100, "cstar", 0.1));
        assertThat(run.divergence()).isEmpty();
        assertThat(Runs.scalar(run, "initial-decay")).isEqualTo(1);
        Measurement.Series outlier = Runs.series(run, "outlier");
        double[] at = outlier.at();
        // 61 points from 0 to 3, less those at which the eigenvalue is at most 0.05
        assertThat(at.length).isBetween(57, 60);
        assertThat(run.events().get("emergence")).isEqualTo(at[0]).isLessThan(0.11);
        double c = 1;
        double tau = 0;
        for (int i = 0; i < at.length; i++) {
            c = outlierOde(c, tau, at[i], 0.1);
            tau = at[i];
            assertThat(outlier.values()[i]).isCloseTo(1 - c, within(outlier.error()));
        }
        // the margin of the issue is 1e-6; the declared error alone must not spend it
        assertThat(outlier.error()).isLessThan(1e-7);
    }

    @Test
    void learningTimeIsThatOfTheClosedForm() {
        double cstar = 0.2;
        for (double within : new double[] {0.5, 0.01}) {
            Observation run = Runs.run(NAME, 0, Map.of("neurons", 10, "cstar", cstar, "within", within, "horizon", 2));
            Measurement time = run.measurements().get("learning-time");
            // theory 1.3
            double expected = closedForm(cstar * (1 + within), cstar) - closedForm(1, cstar);
            assertThat(((Measurement.Scalar) time).value()).isCloseTo(expected, within(time.error()));
            assertThat(time.error()).isLessThan(1e-6);
        }
    }

    @Test
    void stopsWhereItHasLearned() {
        Observation run =
                Runs.run(NAME, 0, Map.of("neurons", 10, "cstar", 0.2, "horizon", 2, "samples", 10, "stop", "learned"));
        double[] at = Runs.series(run, "loss").at();
        double learned = Runs.scalar(run, "learning-time");
        assertThat(at[at.length - 1]).isEqualTo(learned);
        assertThat(at).hasSize((int) (learned / 0.2) + 2);
        // the last point lies on the edge of the band, to the accuracy with which it is located
        assertThat(Runs.scalar(run, "final-outlier")).isCloseTo(1 - 0.2 * 1.01, within(1e-12));
    }

    @Test
    void findsTheLearningTimeEvenWhenAStepLeapsOverTheBand() {
        // with gain 0.3 the outlier overshoots (theory 1.8b) and crosses the band within a thousandth of τ
        Observation run =
                Runs.run(NAME, 0, Map.of("neurons", 20, "cstar", 0.1, "gain", 0.3, "horizon", 1, "within", 1e-4));
        double learned = Runs.scalar(run, "learning-time");
        Measurement.Series leading = Runs.series(run, "leading-eigenvalue");
        for (int i = 0; i < leading.at().length; i++) {
            assertThat(leading.values()[i] >= 0.9 - 1e-5).isEqualTo(leading.at()[i] >= learned);
        }
    }

    @Test
    void smallRandomWeightsShiftTheStartAndLeaveTheBulk() {
        Observation run = Runs.run(NAME, 3, Map.of("neurons", 60, "cstar", 0.1, "gain", 0.1, "horizon", 1));
        // theory 1.8a: standard deviation g/√N; five of them
        assertThat(Runs.scalar(run, "initial-decay")).isNotEqualTo(1).isCloseTo(1, within(5 * 0.1 / Math.sqrt(60)));
        // theory 1.8c
        for (double radius : Runs.series(run, "bulk-radius").values()) {
            assertThat(radius).isLessThan(1.2 * 0.1);
        }
        // theory 1.8b: the outlier exceeds 1 − c⋆ by about 0.6 g² just after it has converged, at τ = 0.7, and by less
        // later
        assertThat(Runs.scalar(run, "final-outlier") - 0.9).isBetween(0.2 * 0.01, 0.7 * 0.01);
    }

    @Test
    void oneSeedGivesOnePatternAtEveryGain() {
        double weak = 1 - Runs.scalar(small(4, 0.1), "initial-decay");
        double strong = 1 - Runs.scalar(small(4, 0.2), "initial-decay");
        double other = 1 - Runs.scalar(small(5, 0.1), "initial-decay");
        // scaling by 2 is exact, subtracting from 1 is not
        assertThat(strong).isCloseTo(2 * weak, within(1e-15));
        assertThat(other).isNotCloseTo(weak, within(1e-6));
    }

    @Test
    void discreteTimeTendsToContinuousTime() {
        double continuous = Runs.scalar(small(1, 0.2), "final-outlier");
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            errors[i] = Math.abs(Runs.scalar(
                            Runs.run(
                                    NAME,
                                    1,
                                    Map.of(
                                            "neurons",
                                            8,
                                            "cstar",
                                            0.3,
                                            "gain",
                                            0.2,
                                            "horizon",
                                            1,
                                            "gradient",
                                            "discrete",
                                            "dt",
                                            0.04 / (1 << i))),
                            "final-outlier")
                    - continuous);
        }
        // order 1, the next order contributes relative 2 %
        assertThat(errors[0] / errors[1]).isCloseTo(2, within(0.1));
    }

    @Test
    void drawsUnstableWeightsAnewAndCountsThem() {
        // N = 2 at gain 0.99: about a fifth of the draws have an eigenvalue beyond 1
        double redrawn = 0;
        int seeds = 60;
        for (long seed = 0; seed < seeds; seed++) {
            Observation run = Runs.run(NAME, seed, Map.of("neurons", 2, "gain", 0.99, "horizon", 1e-6));
            assertThat(run.divergence()).isEmpty();
            redrawn += Runs.scalar(run, "redrawn");
        }
        assertThat(redrawn).isGreaterThan(0).isLessThan(seeds);
    }

    @Test
    void anUnstableStartIsADivergenceWithItsTime() {
        Observation run = Runs.run(NAME, 0, Map.of("neurons", 4, "start-w11", 2));
        assertThat(run.divergence()).hasValueSatisfying(divergence -> {
            assertThat(divergence.axis()).isEqualTo("tau");
            assertThat(divergence.at()).isZero();
            assertThat(divergence.reason()).contains("unstable at the start");
        });
        assertThat(run.measurements().keySet()).doesNotContain("loss", "outlier", "final-loss");
    }

    @Test
    void refusesATargetCutShort() {
        assertThatThrownBy(() -> Runs.run(NAME, 0, Map.of("gradient", "discrete", "steps", 10)))
                .hasMessageContaining("steps: found 10, accepted: at least 920");
        assertThatThrownBy(() -> Runs.run(NAME, 0, Map.of("gradient", "discrete", "neurons", 2000, "cstar", 1e-3)))
                .hasMessageContaining("neurons times steps");
        assertThatThrownBy(() -> Runs.run(NAME, 0, Map.of("gain", -1))).hasMessageContaining("[0, 1)");
        assertThatThrownBy(() -> Runs.run(NAME, 0, Map.of("cstar", 1))).hasMessageContaining("(0, 1)");
    }

    private static Observation small(long seed, double gain) {
        return Runs.run(NAME, seed, Map.of("neurons", 8, "cstar", 0.3, "gain", gain, "horizon", 1));
    }

    /** dc/dτ = 1/(4c²) − 1/(c + c⋆)², written out here and nowhere else in this module's code. */
    private static double outlierOde(double c, double from, double to, double cstar) {
        if (to == from) {
            return c;
        }
        OrdinaryDifferentialEquation field = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 1;
            }

            @Override
            public double[] computeDerivatives(double t, double[] x) {
                return new double[] {1 / (4 * x[0] * x[0]) - 1 / ((x[0] + cstar) * (x[0] + cstar))};
            }
        };
        return new DormandPrince853Integrator(1e-12, 1, 1e-13, 1e-13)
                .integrate(field, new ODEState(from, new double[] {c}), to)
                .getPrimaryState()[0];
    }

    private static double closedForm(double c, double cstar) {
        return -4 * Math.pow(c, 3) / 9
                - 16 * cstar * c * c / 9
                - 112 * cstar * cstar * c / 27
                - 4 * Math.pow(cstar, 3) * Math.log(c - cstar)
                + 4 * Math.pow(cstar, 3) / 81 * Math.log(c + cstar / 3);
    }
}
