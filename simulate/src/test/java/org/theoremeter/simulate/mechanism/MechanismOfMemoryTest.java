package org.theoremeter.simulate.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.mechanism.MechanismOfMemory.Answer;
import org.theoremeter.simulate.mechanism.MechanismOfMemory.Reason;
import org.theoremeter.simulate.mechanism.MechanismOfMemory.Summary;

/** Maps whose fate is known in closed form, or from the literature. */
class MechanismOfMemoryTest {

    private static final MechanismSettings SETTINGS = MechanismSettings.withDefaults();

    private static MechanismOfMemory of(Function<Gradient[], Gradient[]> map, double... start) {
        return MechanismOfMemory.of(TestMaps.of(start.length, map), start, SETTINGS);
    }

    /** Turns by 2π/period and stretches by 1 + rate (1 − ρ²): drawn to the unit circle. */
    private static Function<Gradient[], Gradient[]> rotor(double period, double rate) {
        return z -> {
            Gradient stretch =
                    TestMaps.squares(z).negate().add(1).multiply(rate).add(1);
            return TestMaps.turned(z, stretch, z[0].multiply(0).add(2 * Math.PI / period));
        };
    }

    /** The derivative of ρ (1 + rate (1 − ρ²)) at ρ = 1 is 1 − 2 rate, in every step. */
    @ParameterizedTest
    @ValueSource(doubles = {12.34, 37.3, 211.7, 1234.5})
    void aLimitCycleHasItsPeriodAndItsMultiplier(double period) {
        double rate = 1 / period;
        MechanismOfMemory found = of(rotor(period, rate), 0.4, 0);
        assertThat(found.answer()).isEqualTo(Answer.PERIODIC_ORBIT);
        assertThat(found.summary()).isEqualTo(Summary.LIMIT_CYCLE);
        assertThat(found.period().getAsDouble()).isCloseTo(period, within(1e-4 * period)); // interpolation
        double expected = Math.pow(1 - 2 * rate, period);
        // the exponent is taken after a run that has come as near as the tolerance, 2e-3, in which it varies as much
        assertThat(found.multiplier().getAsDouble()).isCloseTo(expected, within(0.01 * expected));
    }

    /** Turns that take few steps are seen through a lag; what comes back is then a whole number of steps later. */
    @ParameterizedTest
    @ValueSource(doubles = {2.618, 3.3, 4.2, 5.7, 7.1})
    void soHasOneThatTurnsInAFewSteps(double period) {
        MechanismOfMemory found = of(rotor(period, 0.1), 0.4, 0);
        assertThat(found.answer()).isEqualTo(Answer.PERIODIC_ORBIT);
        double turns = found.period().getAsDouble() / period;
        assertThat(turns).isCloseTo(Math.rint(turns), within(0.15)); // back within 0.8 of the radius, as the lag allows
    }

    /** On the circle, φ ← φ + w (1 + r − cos φ), which takes 2π/(w √(2r + r²)) steps, nearly all of them near φ = 0. */
    @ParameterizedTest
    @CsvSource({"0.1, -0.5", "0.01, 1", "0.001, -0.5", "1e-4, -0.5", "1e-4, 1"})
    void aCycleThatHardlyPassesItsGhostIsOne(double r, double phase) {
        double w = 0.2;
        MechanismOfMemory found = of(
                z -> {
                    Gradient square = TestMaps.squares(z);
                    Gradient turn =
                            z[0].divide(square.sqrt()).negate().add(1 + r).multiply(w);
                    return TestMaps.turned(
                            z, square.negate().add(1).multiply(0.2).add(1), turn);
                },
                1.2 * Math.cos(phase),
                1.2 * Math.sin(phase));
        assertThat(found.answer()).isEqualTo(Answer.PERIODIC_ORBIT);
        double flow = 2 * Math.PI / (w * Math.sqrt(2 * r + r * r));
        // steps in place of a flow: of first order in w
        assertThat(found.period().getAsDouble()).isCloseTo(flow, within(w * w * flow));
    }

    /** With r < 0 there are a saddle and a node on the circle, side by side: away from the one, once round, to the other. */
    @Test
    void aSaddleIsASlowPointHoweverNearTheEnd() {
        double node = Math.acos(1 - 0.002);
        MechanismOfMemory found = of(
                z -> {
                    Gradient square = TestMaps.squares(z);
                    Gradient turn =
                            z[0].divide(square.sqrt()).negate().add(1 - 0.002).multiply(0.2);
                    return TestMaps.turned(
                            z, square.negate().add(1).multiply(0.2).add(1), turn);
                },
                Math.cos(node + 1e-3),
                Math.sin(node + 1e-3));
        assertThat(found.answer()).isEqualTo(Answer.SLOW_POINT);
        assertThat(found.passage().orElseThrow().isFixed()).isTrue();
        // the slopes of w (1 + r − cos φ) at saddle and node are ± w sin φ
        assertThat(found.passage().orElseThrow().spectralRadius()).isCloseTo(1 + 0.2 * Math.sin(node), within(1e-6));
        assertThat(found.multiplier().getAsDouble()).isCloseTo(1 - 0.2 * Math.sin(node), within(1e-6));
    }

    /** x ← −(1 + e) x + x³ has the 2-cycle ±√e, and (3e − 1 − e)² is the multiplier. */
    @Test
    void aTwoCycleIsAPeriodicOrbitOfTwoSteps() {
        double e = 0.3;
        MechanismOfMemory found = of(
                z -> new Gradient[] {z[0].multiply(z[0].multiply(z[0]).subtract(1 + e)), z[1].multiply(0.2)}, 0.2, 1);
        assertThat(found.answer()).isEqualTo(Answer.PERIODIC_ORBIT);
        assertThat(found.period().getAsDouble()).isEqualTo(2);
        assertThat(found.multiplier().getAsDouble()).isCloseTo(Math.pow(1 - 2 * e, 2), within(1e-10));
    }

    /** The logistic map is periodic with 3 at 3.83 and chaotic at 4 and 3.7. */
    @Test
    void theLogisticMapIsWhatItIsKnownFor() {
        assertThat(of(z -> new Gradient[] {z[0].multiply(z[0].negate().add(1)).multiply(3.83)}, 0.3)
                        .period())
                .hasValue(3);
        assertThat(of(z -> new Gradient[] {z[0].multiply(z[0].negate().add(1)).multiply(3.7)}, 0.3))
                .satisfies(found -> {
                    assertThat(found.answer()).isEqualTo(Answer.NEITHER);
                    assertThat(found.reason()).isEqualTo(Reason.CHAOS);
                    assertThat(found.summary()).isEqualTo(Summary.UNDECIDED);
                });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.99, 0.999, 0.9999})
    void aSpiralEndsInItsFixedPointHoweverWeaklyDamped(double decay) {
        MechanismOfMemory found = of(
                z -> TestMaps.turned(
                        z,
                        TestMaps.squares(z).multiply(-0.05 * (1 - decay)).add(decay),
                        z[0].multiply(0).add(0.1)),
                1,
                0);
        assertThat(found.answer()).isEqualTo(Answer.FIXED_POINT);
        assertThat(found.summary()).isEqualTo(Summary.SLOW_POINT);
        assertThat(found.multiplier().getAsDouble()).isCloseTo(decay, within(1e-10));
        assertThat(found.passage()).isEmpty();
    }

    /** One that takes ten times as long as the run to come e times nearer is left open, never called a limit cycle. */
    @ParameterizedTest
    @ValueSource(doubles = {0.99999, 0.999999, 0.9999999, 0.99999999})
    void aSpiralThatHardlyDecaysIsLeftOpen(double decay) {
        MechanismOfMemory found = of(
                z -> TestMaps.turned(
                        z, z[0].multiply(0).add(decay), z[0].multiply(0).add(0.1)),
                1,
                0);
        assertThat(found.answer()).isEqualTo(Answer.NEITHER);
    }

    /** Neighbours of an orbit round a centre stay on orbits of their own. */
    @Test
    void aCentreIsNoLimitCycle() {
        MechanismOfMemory found = of(
                z -> TestMaps.turned(
                        z, z[0].multiply(0).add(1), z[0].multiply(0).add(0.1)),
                1,
                0);
        assertThat(found.answer()).isEqualTo(Answer.NEITHER);
        assertThat(found.reason()).isEqualTo(Reason.NEUTRAL);
    }

    /** v = r + x² − x⁴/4 is even, so that its least value r lies at 0, where DF = 1; it rests just above 2. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 1e-3, 0.02})
    void aSlowPointIsPassed(double r) {
        double h = 0.1;
        MechanismOfMemory found = of(
                z -> {
                    Gradient square = z[0].multiply(z[0]);
                    Gradient v = square.subtract(square.multiply(square).multiply(0.25))
                            .add(r);
                    return new Gradient[] {
                        z[0].add(v.multiply(h)), z[1].multiply(-0.5).add(z[0].multiply(0.2))
                    };
                },
                -0.4,
                1);
        assertThat(found.answer()).isEqualTo(Answer.SLOW_POINT);
        assertThat(found.summary()).isEqualTo(Summary.SLOW_POINT);
        SlowPassage passage = found.passage().orElseThrow();
        assertThat(passage.isFixed()).isFalse();
        // y moves with x, by 0.2/1.5 of it or nearly: the way is longer by that
        assertThat(passage.speed()).isCloseTo(h * r, within(0.02 * h * r));
        // less than twice as slow for |x| < √r: π/(2 h √r) steps, as long as a step is short in comparison
        double stay = Math.PI / (2 * h * Math.sqrt(r));
        assertThat((double) passage.dwell()).isCloseTo(stay, within(2 + 0.1 * stay));
        assertThat(passage.spectralRadius()).isCloseTo(1, within(1e-3));
        assertThat(passage.contrast()).isGreaterThan(10);
    }

    /** Released beside the ridge between two wells, the orbit lingers at a saddle: q is 0 there, DF = 1 + h. */
    @Test
    void aSaddleIsASlowPointThatIsFixed() {
        MechanismOfMemory found = of(
                z -> new Gradient[] {z[0].add(z[0].subtract(z[0].pow(3)).multiply(0.1)), z[1].multiply(0.5)},
                1e-4,
                0.5);
        assertThat(found.answer()).isEqualTo(Answer.SLOW_POINT);
        assertThat(found.passage().orElseThrow().isFixed()).isTrue();
        assertThat(found.passage().orElseThrow().spectralRadius()).isCloseTo(1.1, within(1e-9));
    }

    /** Exactly on the ridge it comes to the saddle and stays: a fixed point, but no place where anything would rest. */
    @Test
    void aSaddleIsNoEnd() {
        MechanismOfMemory found =
                of(z -> new Gradient[] {z[0].add(z[0].subtract(z[0].pow(3)).multiply(0.1)), z[1].multiply(0.5)}, 0, 1);
        assertThat(found.answer()).isEqualTo(Answer.NEITHER);
    }

    /**
     * s = 1 − k (ρ² − 1)(ρ² − 0.04)/(1 + ρ²)²: from outside the orbit comes nearer and nearer, but to the circle ρ = 1, not to
     * the stable fixed point within, which would draw it at another rate.
     */
    @ParameterizedTest
    @ValueSource(doubles = {3e-4, 1e-3, 3e-3})
    void comingNearerIsNotEnough(double k) {
        MechanismOfMemory found = of(
                z -> {
                    Gradient q = TestMaps.squares(z);
                    Gradient pull = q.subtract(1)
                            .multiply(q.subtract(0.04))
                            .divide(q.add(1).multiply(q.add(1)));
                    return TestMaps.turned(
                            z, pull.multiply(-k).add(1), z[0].multiply(0).add(0.15));
                },
                6,
                0);
        assertThat(found.answer()).isNotEqualTo(Answer.FIXED_POINT);
        assertThat(found.summary()).isNotEqualTo(Summary.SLOW_POINT);
    }

    /** Near either well nothing is passed. */
    @Test
    void aWellIsAFixedPoint() {
        MechanismOfMemory found = of(
                z -> new Gradient[] {z[0].add(z[0].subtract(z[0].pow(3)).multiply(0.1)), z[1].multiply(0.5)}, 0.6, 0.5);
        assertThat(found.answer()).isEqualTo(Answer.FIXED_POINT);
        assertThat(found.multiplier().getAsDouble()).isCloseTo(0.8, within(1e-9));
    }

    /** Onto the ring at once, and along it for a hundred runs: no minimum of speed, no return. */
    @Test
    void aDriftAlongARingIsNeither() {
        MechanismOfMemory found = of(rotor(1.6e6, 0.1), 0.4, 0);
        assertThat(found.answer()).isEqualTo(Answer.NEITHER);
        assertThat(found.reason()).isEqualTo(Reason.DRIFT);
    }

    @Test
    void whatDivergesIsNeither() {
        MechanismOfMemory found = of(z -> new Gradient[] {z[0].multiply(1.5)}, 1);
        assertThat(found.answer()).isEqualTo(Answer.NEITHER);
        assertThat(found.reason()).isEqualTo(Reason.DIVERGED);
        assertThat(found.steps()).isLessThanOrEqualTo(SETTINGS.longest());
    }

    /** Two angles without a common measure: a torus, on which nothing comes back to a few places. */
    @Test
    void aTorusIsNeither() {
        Function<Gradient[], Gradient[]> map = z -> {
            Gradient[] slow = rotor(33.3, 0.1).apply(new Gradient[] {z[0], z[1]});
            Gradient[] fast = rotor(33.3 / Math.sqrt(2), 0.1).apply(new Gradient[] {z[2], z[3]});
            return new Gradient[] {slow[0], slow[1], fast[0], fast[1]};
        };
        assertThat(of(map, 0.4, 0, 1, 0.3).answer()).isEqualTo(Answer.NEITHER);
    }

    /** Delayed logistic map x ← a x (1 − y), y ← x: beyond a = 2 a closed curve of about six steps a turn. */
    @ParameterizedTest
    @ValueSource(doubles = {2.02, 2.05, 2.1})
    void theDelayedLogisticMapGoesRoundItsClosedCurve(double a) {
        MechanismOfMemory found =
                of(z -> new Gradient[] {z[0].multiply(z[1].negate().add(1)).multiply(a), z[0]}, 0.4, 0.4);
        assertThat(found.answer()).isEqualTo(Answer.PERIODIC_ORBIT);
    }

    @Test
    void andBelowComesToRest() {
        MechanismOfMemory found =
                of(z -> new Gradient[] {z[0].multiply(z[1].negate().add(1)).multiply(1.98), z[0]}, 0.4, 0.4);
        assertThat(found.answer()).isEqualTo(Answer.FIXED_POINT);
        // x = y = 1 − 1/a; eigenvalues of [[1, −a x], [1, 0]] have the product a x = a − 1
        assertThat(found.multiplier().getAsDouble()).isCloseTo(Math.sqrt(0.98), within(1e-9));
    }

    @Test
    void refusesAStartOfAnotherLengthOrNotFinite() {
        AutonomousSystem system = TestMaps.of(1, z -> z);
        assertThatThrownBy(() -> MechanismOfMemory.of(system, new double[2], SETTINGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("accepted: 1");
        assertThatThrownBy(() -> MechanismOfMemory.of(system, new double[] {Double.NaN}, SETTINGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> SETTINGS.withLongest(10)).isInstanceOf(IllegalArgumentException.class);
    }
}
