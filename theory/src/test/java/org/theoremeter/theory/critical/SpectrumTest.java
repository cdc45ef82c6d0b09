package org.theoremeter.theory.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.algebra.numeric.SamplePoints;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

class SpectrumTest {
    private static Matrix matrix(String... rows) {
        return new Matrix(Arrays.stream(rows)
                .map(row -> Arrays.stream(row.split(",")).map(Expression::parse).toList())
                .toList());
    }

    private static Optional<Spectrum> spectrum(Matrix matrix) {
        Map<String, Domain> domains = new TreeMap<>();
        matrix.symbols().forEach(symbol -> domains.put(symbol, Domain.parse("(0, 2)")));
        Region region = Region.of(domains);
        return Spectrum.of(matrix, region, new SamplePoints(region).inside(16));
    }

    private static void assertProved(Matrix matrix, Map<String, Double> point, double... eigenvalues) {
        Spectrum found = spectrum(matrix).orElseThrow();
        assertThat(found.equality()).isInstanceOf(Equality.Proved.class);
        double[] values = found.eigenvalues().stream()
                .mapToDouble(value -> value.evaluate(point))
                .sorted()
                .toArray();
        // the formulas are short: rounding of a few operations
        assertThat(values).containsExactly(eigenvalues, within(1e-13));
    }

    @Test
    void readsADiagonalOff() {
        Spectrum found = spectrum(matrix("a,0", "0,1/a")).orElseThrow();
        assertThat(found.eigenvalues()).containsExactlyInAnyOrder(Expression.parse("a"), Expression.parse("1/a"));
    }

    /** [[a, b], [b, a]] has (1, 1) with a + b and (1, −1) with a − b. */
    @Test
    void solvesTwoRows() {
        assertProved(matrix("a,b", "b,a"), Map.of("a", 1.5, "b", 0.25), 1.25, 1.75);
    }

    /** v vᵀ with v = (a, b, 1) has the eigenvalue a² + b² + 1, and twice 0. */
    @Test
    void findsZerosOfARankOneMatrix() {
        Matrix rankOne = matrix("a^2,a*b,a", "a*b,b^2,b", "a,b,1");
        assertProved(rankOne, Map.of("a", 0.5, "b", 2.0), 0, 0, 5.25);
        assertThat(spectrum(rankOne).orElseThrow().eigenvalues())
                .filteredOn(value -> value.equals(Expression.number(0)))
                .hasSize(2);
    }

    /** (a − b) I + b (1, 1, 1)ᵀ(1, 1, 1): a − b twice, and a + 2b. */
    @Test
    void countsARootAsOftenAsItOccurs() {
        assertProved(matrix("a,b,b", "b,a,b", "b,b,a"), Map.of("a", 1.5, "b", 0.25), 1.25, 1.25, 2);
    }

    /** Rows 1 and 3, and row 2 and row 4, do not touch. */
    @Test
    void takesBlocksApart() {
        assertProved(
                matrix("a,0,b,0", "0,a*b,0,0", "b,0,a,0", "0,0,0,7"),
                Map.of("a", 1.5, "b", 0.25),
                0.375,
                1.25,
                1.75,
                7);
    }

    @Test
    void givesUpOnACubicWithoutSimpleRoots() {
        assertThat(spectrum(matrix("a,1,b", "1,2,1", "b,1,3"))).isEmpty();
    }

    @Test
    void comparesWithNumbersThatAMistakeWouldNotMeet() {
        double[] numerical = Spectrum.numerical(matrix("a,b", "b,3*a"), Map.of("a", 1.0, "b", 0.0));
        assertThat(numerical).containsExactly(new double[] {3, 1}, within(1e-15));
        assertThat(Spectrum.numerical(matrix("1/a,0", "0,1"), Map.of("a", 0.0))).containsOnly(Double.NaN);
    }

    @Test
    void doesNotConfuseTheUnknownWithASymbol() {
        Matrix taken = matrix("lambda,1,1", "1,lambda,1", "1,1,lambda");
        assertThat(spectrum(taken).orElseThrow().eigenvalues())
                .containsExactly(
                        Expression.parse("2 + lambda"), Expression.parse("lambda - 1"), Expression.parse("lambda - 1"));
    }
}
