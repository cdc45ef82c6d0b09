package org.theoremeter.theory.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;

class LinearSystemTest {
    private static final Map<String, Double> VALUES = Map.of("cstar", 0.3, "omegastar", 1.7);

    private static double response(LinearSystem system, double t) {
        RealMatrix a = Samples.evaluate(system.dynamics(), VALUES);
        RealMatrix b = Samples.evaluate(system.input(), VALUES);
        RealMatrix k = Samples.evaluate(system.output(), VALUES);
        RealMatrix state = MatrixUtils.matrixExponential(a.scalarMultiply(t)).multiply(b);
        return k.transposeMultiply(state).getEntry(0, 0);
    }

    @Test
    void respondsAsItsNameSays() {
        LinearSystem integrator = LinearSystem.integrator(Expression.symbol("cstar"));
        LinearSystem oscillator = LinearSystem.oscillator(Expression.symbol("cstar"), Expression.symbol("omegastar"));
        for (double t : new double[] {0, 0.4, 2.3}) {
            // rounding of the matrix exponential
            assertThat(response(integrator, t)).isCloseTo(Math.exp(-0.3 * t), within(1e-14));
            assertThat(response(oscillator, t)).isCloseTo(Math.exp(-0.3 * t) * Math.cos(1.7 * t), within(1e-14));
        }
    }

    @Test
    void hasADualOfTheSameResponse() {
        LinearSystem skew =
                new LinearSystem(Samples.symbols("a", 2, 2), Samples.symbols("b", 2, 1), Samples.symbols("k", 2, 1));
        assertThat(skew.dual().dynamics()).hasToString("[[a11, a21], [a12, a22]]");
        assertThat(skew.dual().input()).isEqualTo(skew.output());
        assertThat(skew.dual().output()).isEqualTo(skew.input());
        assertThat(skew.dual().dual()).isEqualTo(skew);
    }

    @Test
    void refusesWhatDoesNotFit() {
        Matrix square = Samples.symbols("a", 2, 2);
        Matrix column = Samples.symbols("b", 2, 1);
        assertThatThrownBy(() -> new LinearSystem(Samples.symbols("a", 2, 3), column, column))
                .hasMessageContaining("2 × 3");
        assertThatThrownBy(() -> new LinearSystem(square, Samples.symbols("b", 1, 2), column))
                .hasMessageContaining("1 × 2");
        assertThatThrownBy(() -> new LinearSystem(square, square, column)).hasMessageContaining("accepted");
        assertThatThrownBy(() -> new LinearSystem(square, column, Samples.symbols("k", 3, 1)))
                .hasMessageContaining("3 × 1");
    }
}
