package org.theoremeter.theory.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.theory.symbolic.matrix.Matrix;

class AdjugateTest {
    private static Matrix symbols(int height, int width) {
        return new Matrix(IntStream.range(0, height)
                .mapToObj(i -> IntStream.range(0, width)
                        .mapToObj(j -> Expression.symbol("m" + i + j))
                        .toList())
                .toList());
    }

    @Test
    void swapsTheDiagonalOfTwoByTwo() {
        assertThat(symbols(2, 2).adjugate()).hasToString("[[m11, -m01], [-m10, m00]]");
        assertThat(symbols(1, 1).adjugate()).hasToString("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void givesTheDeterminantInAProduct(int size) {
        Matrix matrix = symbols(size, size);
        Random random = new Random(size);
        Map<String, Double> values = new HashMap<>();
        matrix.symbols().forEach(symbol -> values.put(symbol, random.nextGaussian()));
        Matrix product = matrix.times(matrix.adjugate());
        double determinant = matrix.determinant().evaluate(values);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                // sums of at most 5·4! products of normal numbers: some hundred roundings
                assertThat(product.entry(i, j).evaluate(values)).isCloseTo(i == j ? determinant : 0, within(1e-12));
            }
        }
    }

    @Test
    void existsWhereTheInverseDoesNot() {
        Matrix singular = symbols(2, 2).substitute(Map.of("m11", Expression.parse("m01*m10/m00")));
        Map<String, Double> values = Map.of("m00", 2.0, "m01", 3.0, "m10", 5.0);
        assertThat(singular.determinant().evaluate(values)).isZero();
        assertThat(singular.adjugate().entry(0, 0).evaluate(values)).isEqualTo(7.5);
    }

    @Test
    void needsASquareMatrix() {
        assertThatThrownBy(() -> symbols(2, 3).adjugate())
                .hasMessageContaining("adjugate")
                .hasMessageContaining("2 × 3");
    }
}
