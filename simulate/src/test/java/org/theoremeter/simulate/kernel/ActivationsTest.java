package org.theoremeter.simulate.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.dfp.DfpMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremeter.simulate.random.RandomStreams;

/** tanh and the logistic function against forty digits. */
class ActivationsTest {

    private static final double TANH_ULPS = 3;
    private static final double LOGISTIC_ULPS = 4;
    private static final DfpField FIELD = new DfpField(40);

    @ParameterizedTest
    @EnumSource(Precision.class)
    void tanhIsRightToThreeUnitsInTheLastPlace(Precision precision) {
        List<Double> points = points(precision);
        double[] found = apply(KernelChoice.PLAIN, precision, points, true);
        for (int i = 0; i < found.length; i++) {
            double x = points.get(i);
            assertThat(ulps(precision, found[i], tanh(x))).as("tanh %s", x).isLessThanOrEqualTo(TANH_ULPS);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void logisticIsRightToFourUnitsInTheLastPlace(Precision precision) {
        double lowest = precision == Precision.DOUBLE ? -700 : -87;
        List<Double> points = points(precision);
        double[] found = apply(KernelChoice.PLAIN, precision, points, false);
        for (int i = 0; i < found.length; i++) {
            double x = points.get(i);
            // below it stays what it is there
            assertThat(ulps(precision, found[i], logistic(Math.max(x, lowest))))
                    .as("logistic %s", x)
                    .isLessThanOrEqualTo(LOGISTIC_ULPS);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void endsAndZerosAreExact(Precision precision) {
        List<Double> points =
                List.of(0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 1e30, -1e30);
        for (KernelChoice choice : List.of(KernelChoice.PLAIN, KernelChoice.VECTOR)) {
            assertThat(apply(choice, precision, points, true)).containsExactly(0.0, -0.0, 1, -1, Double.NaN, 1, -1);
            double[] logistic = apply(choice, precision, points, false);
            double least = logistic[3];
            assertThat(logistic).containsExactly(0.5, 0.5, 1, least, Double.NaN, 1, least);
            // as documented
            assertThat(least).isPositive().isLessThan(precision == Precision.DOUBLE ? 1e-304 : 1e-37);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void vectorsGiveTheSameBits(Precision precision) {
        List<Double> points = new ArrayList<>(points(precision));
        points.addAll(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        for (boolean tanh : new boolean[] {true, false}) {
            assertThat(apply(KernelChoice.VECTOR, precision, points, tanh))
                    .isEqualTo(apply(KernelChoice.PLAIN, precision, points, tanh));
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void touchesNothingBesideItsNumbers(Precision precision) {
        for (KernelChoice choice : List.of(KernelChoice.PLAIN, KernelChoice.VECTOR)) {
            Kernel kernel = choice.kernel(precision);
            Store store = kernel.allocate(2 * Kernel.LANES);
            double[] numbers = new double[store.length()];
            Arrays.fill(numbers, 0.25);
            store.set(0, numbers);
            kernel.activations().tanh(store, 7, Kernel.LANES);
            for (int i = 0; i < numbers.length; i++) {
                assertThat(store.get(i) == 0.25).isEqualTo(i < 7 || i >= 7 + Kernel.LANES);
            }
            kernel.activations().logistic(store, 7, Kernel.LANES);
            assertThat(store.get(6)).isEqualTo(0.25);
            assertThat(store.get(7 + Kernel.LANES)).isEqualTo(0.25);
        }
    }

    @Test
    void countsUnitsInTheLastPlace() {
        // of the measure itself: one unit off at 1 and at the smallest number
        assertThat(ulps(Precision.DOUBLE, Math.nextUp(1.0), FIELD.getOne())).isEqualTo(1);
        assertThat(ulps(Precision.DOUBLE, 2 * Double.MIN_VALUE, exact(Double.MIN_VALUE)))
                .isEqualTo(1);
        assertThat(ulps(Precision.FLOAT, Math.nextUp(1.0f), FIELD.getOne())).isEqualTo(1);
    }

    /** Returns points of every magnitude of a precision, the interesting ones denser, and where the methods change over. */
    private static List<Double> points(Precision precision) {
        UniformRandomProvider source = RandomStreams.of(2).stream("points");
        boolean wide = precision == Precision.DOUBLE;
        int least = wide ? Double.MIN_EXPONENT - 52 : Float.MIN_EXPONENT - 23;
        int most = wide ? Double.MAX_EXPONENT : Float.MAX_EXPONENT;
        double saturated = wide ? 20 : 10;
        double smallest = wide ? 700 : 87;
        List<Double> magnitudes = new ArrayList<>();
        for (int exponent = least; exponent <= most; exponent += exponent < -60 || exponent > 12 ? 7 : 1) {
            magnitudes.add(Math.scalb(1 + source.nextDouble(), exponent));
        }
        for (int i = 0; i < 700; i++) {
            magnitudes.add(source.nextDouble());
            magnitudes.add(source.nextDouble() * 1.2 * saturated);
            magnitudes.add(source.nextDouble() * 1.05 * smallest);
        }
        for (int k = 1; k < 60; k++) {
            // where the nearest multiple of ln 2 changes, for e^2x and for e^x, and the numbers beside
            for (double halves = 1; halves <= 2; halves++) {
                double change = (k - 0.5) * Math.log(2) / halves;
                magnitudes.add(Held.round(precision, change));
                magnitudes.add(wide ? Math.nextUp(change) : Math.nextUp((float) change));
                magnitudes.add(wide ? Math.nextDown(change) : Math.nextDown((float) change));
            }
        }
        magnitudes.addAll(List.of(
                wide ? Double.MIN_VALUE : Float.MIN_VALUE,
                wide ? Double.MIN_NORMAL : Float.MIN_NORMAL,
                wide ? Double.MAX_VALUE : Float.MAX_VALUE,
                saturated,
                smallest));
        List<Double> points = new ArrayList<>();
        for (double magnitude : magnitudes) {
            points.add(Held.round(precision, magnitude));
            points.add(-Held.round(precision, magnitude));
        }
        return points;
    }

    private static double[] apply(KernelChoice choice, Precision precision, List<Double> points, boolean tanh) {
        Kernel kernel = choice.kernel(precision);
        int offset = 3;
        int count = Kernel.padded(points.size());
        Store store = kernel.allocate(count + offset);
        for (int i = 0; i < points.size(); i++) {
            store.set(offset + i, points.get(i));
        }
        if (tanh) {
            kernel.activations().tanh(store, offset, count);
        } else {
            kernel.activations().logistic(store, offset, count);
        }
        return store.copy(offset, points.size());
    }

    /** Returns how many units in the last place of the exact value a number is off. */
    private static double ulps(Precision precision, double found, Dfp exact) {
        double unit = precision == Precision.DOUBLE ? Math.ulp(exact.toDouble()) : Math.ulp((float) exact.toDouble());
        return exact(found).subtract(exact).abs().divide(exact(unit)).toDouble();
    }

    /** Returns sinh/cosh of the magnitude; where it is small, the first terms of the series, whose rest is below 1e-60. */
    private static Dfp tanh(double x) {
        Dfp y = exact(Math.min(Math.abs(x), 50));
        Dfp value;
        if (Math.abs(x) < 1e-10) {
            Dfp square = y.multiply(y);
            value = y.subtract(y.multiply(square).divide(3))
                    .add(y.multiply(square).multiply(square).multiply(2).divide(15));
        } else {
            Dfp e = DfpMath.exp(y.multiply(2));
            value = e.subtract(1).divide(e.add(1));
        }
        return x < 0 ? value.negate() : value;
    }

    private static Dfp logistic(double x) {
        return FIELD.getOne().divide(DfpMath.exp(exact(Math.max(-x, -1000))).add(1));
    }

    private static Dfp exact(double x) {
        return FIELD.newDfp(new BigDecimal(x).round(new MathContext(60)).toString());
    }
}
