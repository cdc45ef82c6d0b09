package org.theoremeter.theory.symbolic.algebra.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.RandomExpressions;
import org.theoremeter.theory.symbolic.numeric.FieldEvaluation;

class ReadableFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // what an algebra system returns
                "(-1/4)*c^(-2) + (c + d)^(-2) ; 1/(c + d)^2 - 1/(4*c^2)",
                "(1/4)*c^-3 ; 1/(4*c^3)",
                "2^-1*x ; x/2",
                "-1*x*(-1)*y ; x*y",
                "x^(1/2)*x^(1/2) ; x",
                "x^(3/2) ; x^(3/2)",
                "(x + y)^(-1/2) ; 1/sqrt(x + y)",
                // numbers
                "0.5*x ; x/2",
                "(4*x + 2*y)/2 ; 2*x + y",
                "(x + 2*y)/4 ; (x + 2*y)/4",
                "sqrt(8/9) ; 2*sqrt(2)/3",
                "sqrt(2)*sqrt(2) ; 2",
                "sqrt(0) ; 0",
                "x - x ; 0",
                "1 - (1 - x) ; x",
                // signs
                "b - a ; b - a",
                "(b - a)/(a - b) ; -1",
                "-(a - b)*c ; c*(b - a)",
                "-(a + b) ; -(a + b)",
                "x*(b - a)/2 - x*(a - b) ; 3*x*(b - a)/2",
                "(d + c)^2/(c + d) ; c + d",
                // the root of an odd power is defined only where the base is positive, that of an even one is not
                "sqrt(4*x^3) ; 2*x^(3/2)",
                "sqrt(x^2) ; sqrt(x^2)",
                "sqrt(x*y) ; sqrt(x*y)",
                // what is undefined or enormous stays
                "x/0 ; x/0",
                "x/(y - y) ; x/(y - y)",
                "9^9^9 ; 9^387420489",
                "(-8)^(1/3) ; (-8)^(1/3)",
            })
    void laysOut(String text, String expected) {
        assertThat(ReadableForm.of(Expression.parse(text))).isEqualTo(Expression.parse(expected));
    }

    /** Wherever the original is defined, and its layout is the same in 60 digits. */
    @Test
    void keepsTheValueOfRandomFormulas() {
        RandomExpressions expressions = new RandomExpressions(21, true);
        Dfp one = new DfpField(60).getOne();
        Map<String, Dfp> values =
                Map.of("x", one.multiply(7).divide(10), "y", one.multiply(13).divide(10));
        int compared = 0;
        for (int i = 0; i < 2000; i++) {
            Expression expression = expressions.next(4);
            Dfp value = FieldEvaluation.of(expression, values, one);
            double size = value.abs().getReal();
            if (Double.isFinite(size) && size > 1e-200 && size < 1e200) {
                compared++;
                Expression laidOut = ReadableForm.of(expression);
                assertThat(FieldEvaluation.of(laidOut, values, one)
                                .subtract(value)
                                .divide(value)
                                .abs()
                                .getReal())
                        .as("%s as %s", expression, laidOut)
                        // 60 digits leave room for what cancels and for sines of large numbers
                        .isLessThan(1e-20);
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    @Test
    void hasOneLayoutForTermsAndFactorsInAnyOrder() {
        assertThat(ReadableForm.of(Expression.parse("(y^2 + x^2)*b*a - sqrt(1 + x)")))
                .isEqualTo(ReadableForm.of(Expression.parse("-sqrt(x + 1) + a*b*(x^2 + y^2)")));
    }

    @Test
    void refusesANumberThatNoFormulaCanHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReadableForm.of(Expression.parse("1e300*1e300")))
                .withMessageContaining("range");
    }
}
