package org.theoremeter.theory.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.Algebra;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

class GramianTest {
    private static final Matrix M = Samples.symbols("m", 2, 2);
    private static final Matrix U = Samples.symbols("u", 2, 1);

    /** Proves equality of the entries, for any numbers in place of the symbols. */
    private static void proves(Matrix left, Matrix right) {
        Map<String, Domain> domains = new HashMap<>();
        left.symbols().forEach(symbol -> domains.put(symbol, Domain.parse("(-2, 2)")));
        right.symbols().forEach(symbol -> domains.put(symbol, Domain.parse("(-2, 2)")));
        for (int i = 0; i < left.entries().size(); i++) {
            Equality equality = Algebra.withDefaults()
                    .with(Duration.ofMinutes(2))
                    .compare(
                            Term.formula(left.entries().get(i)),
                            Term.formula(right.entries().get(i)),
                            Region.of(domains),
                            64,
                            1e-9,
                            true);
            assertThat(equality).isInstanceOf(Equality.Proved.class);
        }
    }

    private static Matrix minus(Matrix matrix) {
        return Matrix.of(Expression.number(-1)).times(matrix);
    }

    @Test
    void solvesTheLyapunovEquationWhateverTheNumbers() {
        Gramian gramian = Gramian.of(M, U, M, U);
        Matrix left = M.times(gramian.own()).plus(gramian.own().times(M.transpose()));
        // multiplied by the divisor, which the proof need not divide by then
        proves(left, minus(Matrix.of(gramian.ownDivisor())).times(U.times(U.transpose())));
        proves(Matrix.of(gramian.ownDivisor()), Matrix.of(Expression.parse("-2*(m11 + m22)*(m11*m22 - m12*m21)")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void solvesTheSylvesterEquationWhateverTheNumbers(int size) {
        Matrix a = Samples.symbols("a", size, size);
        Matrix b = Samples.symbols("b", size, 1);
        Gramian gramian = Gramian.of(M, U, a, b);
        Matrix left = M.times(gramian.cross()).plus(gramian.cross().times(a.transpose()));
        proves(left, minus(Matrix.of(gramian.crossDivisor())).times(U.times(b.transpose())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void isTheIntegralOfTheProductOfResponses(int size) {
        Matrix a = Samples.symbols("a", size, size);
        Matrix b = Samples.symbols("b", size, 1);
        Gramian gramian = Gramian.of(M, U, a, b);
        Random random = new Random(size);
        for (int sample = 0; sample < 50; sample++) {
            RealMatrix m = Samples.stable(random, 2);
            RealMatrix u = Samples.gaussian(random, 2, 1);
            RealMatrix target = Samples.stable(random, size);
            RealMatrix input = Samples.gaussian(random, size, 1);
            Map<String, Double> values = Samples.values("m", m);
            Samples.put(values, "u", u);
            Samples.put(values, "a", target);
            Samples.put(values, "b", input);
            assertClose(Samples.evaluate(gramian.network(), values), Samples.integral(m, u, m, u));
            assertClose(Samples.evaluate(gramian.mixed(), values), Samples.integral(m, u, target, input));
        }
    }

    private static void assertClose(RealMatrix found, RealMatrix expected) {
        // quadrature is exact to rounding here: matrix exponentials good to 6e-15 add up over some panels, and the
        // formulas
        // cancel a digit or two
        double difference = found.subtract(expected).getFrobeniusNorm();
        assertThat(difference / expected.getFrobeniusNorm()).isCloseTo(0, within(1e-12));
    }

    @Test
    void sharesTheDivisorsOfItsDual() {
        Matrix a = Samples.symbols("a", 2, 2);
        Matrix b = Samples.symbols("b", 2, 1);
        Gramian primal = Gramian.of(M, U, a, b);
        Gramian dual = Gramian.of(M.transpose(), U, a.transpose(), b);
        proves(Matrix.of(primal.ownDivisor()), Matrix.of(dual.ownDivisor()));
        proves(Matrix.of(primal.crossDivisor()), Matrix.of(dual.crossDivisor()));
    }

    @Test
    void givesAlignedVectorsAGradientThatConservesTheAsymmetryOfTheWeights() {
        // u = v = e₁: d(w12² − w21²)/dτ = −2 (w12 G12 − w21 G21) vanishes, for each of the two parts of the gradient
        // and
        // so for any target; over the common divisor that is a statement about numerators
        Matrix first = Samples.column(Expression.number(1), Expression.number(0));
        LinearSystem target = LinearSystem.oscillator(Expression.symbol("cstar"), Expression.symbol("omegastar"));
        Gramian p = Gramian.of(M, first, target.dynamics(), target.input());
        Gramian q = Gramian.of(M.transpose(), first, target.dynamics().transpose(), minus(target.output()));
        for (Matrix gradient :
                new Matrix[] {q.own().times(p.own()), q.cross().times(p.cross().transpose())}) {
            Matrix above = Matrix.of(gradient.entry(0, 1)).times(Matrix.of(Expression.symbol("m12")));
            Matrix below = Matrix.of(gradient.entry(1, 0)).times(Matrix.of(Expression.symbol("m21")));
            proves(above, below);
        }
    }
}
