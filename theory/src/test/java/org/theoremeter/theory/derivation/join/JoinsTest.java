package org.theoremeter.theory.derivation.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

class JoinsTest {
    private static Region region(String domain) {
        return Region.of(Map.of("x", Domain.parse(domain), "a", Domain.parse("[1, 2]")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            x^2;                                (-inf, inf); PROVED
            2/3*atan(tan(x/2)/3);               (-3, 3);     PROVED
            2/3*atan(tan(x/2)/3);               (0, 5);      REFUTED
            piecewise(x < 1, x, 2*x);           (0, 3);      REFUTED
            piecewise(x < 1, x, 2*x - 1);       (0, 3);      PROVED
            piecewise(x < 1, x, 2*x);           (2, 3);      PROVED
            piecewise(x < 1, a*x, a*(2*x - 1)); (0, 3);      PROVED
            piecewise(x < a, x, 2*x - a);       (0, 3);      AGREED
            piecewise(x < a, x, 2*x - 1);       (0, 3);      REFUTED
            piecewise(x < 0, 0, x < 2, x, 2);   (-inf, inf); PROVED
            piecewise(x == 1, 5, x);            (0, 3);      REFUTED
            abs(x - 1)*x;                       (0, 3);      PROVED
            tanh(1e9*(x - 1));                  (0, 3);      PROVED
            sign(x - 1)*abs(x - 1);             (0, 3);      AGREED
            1/x;                                (-1, 1);     UNDECIDED
            sin(x)/x;                           (-1, 1);     UNDECIDED
            ln(x);                              (0, 1);      PROVED
            piecewise(x < 1.000001, x, x + 1e-7); (0, 3);    REFUTED
            """)
    void continuityIsGraded(String formula, String domain, Grade grade) {
        Obligation obligation = Joins.continuous(Expression.parse(formula), "x", region(domain));
        assertThat(obligation.grade()).as(obligation.how()).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            piecewise(x < 1, x^2, 2*x);      1; REFUTED
            piecewise(x < 1, x^2, 2*x - 1);  1; PROVED
            piecewise(x < 1, x^2, 2*x - 1);  2; UNDECIDED
            abs(x - 1);                      1; UNDECIDED
            exp(a*x);                        3; PROVED
            piecewise(x < 1, x, 2*x - 1);    1; UNDECIDED
            """)
    void smoothnessIsGraded(String formula, int order, Grade grade) {
        Obligation obligation = Joins.differentiable(Expression.parse(formula), "x", order, region("(0, 3)"));
        assertThat(obligation.grade()).as(obligation.how()).isEqualTo(grade);
    }

    @Test
    void aJumpIsShownWithItsPlaceAndBothValues() {
        Obligation obligation = Joins.continuous(Expression.parse("piecewise(x < 1, x, 2*x)"), "x", region("(0, 3)"));
        assertThat(obligation.how()).contains("x = 1.0").contains("before").contains("after");
    }
}
