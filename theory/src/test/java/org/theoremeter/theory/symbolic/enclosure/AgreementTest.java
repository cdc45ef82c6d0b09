package org.theoremeter.theory.symbolic.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

class AgreementTest {
    private static final double RELATIVE = 1e-9;

    private static Agreement.Result of(String left, String right, String x, String y) {
        Region region = new Region(
                new TreeMap<>(Map.of("x", Domain.parse(x), "y", Domain.parse(y))), List.of(Condition.parse("y > 0")));
        return Agreement.of(Expression.parse(left), Expression.parse(right), region, RELATIVE, Agreement.BUDGET);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            sqrt(x^2);              abs(x);                 [1, 3]
            exp(x)*exp(-x/2);       exp(x/2);               [-1, 5]
            cosh(x);                (exp(x) + exp(-x))/2;   [-20, 20]
            2*sin(x)*cos(x) + 2;    sin(2*x) + 2;           [0, 10]
            tanh(x);                1 - 2/(exp(2*x) + 1);   [1, inf)
            pi;                     4*atan(1);              [0, 1]
            ln(1 + exp(x));         x + ln(1 + exp(-x));    [0, 700]
            piecewise(x < 1, x^2 + 1, 2*x);  piecewise(x < 1, 1 + x*x, x + x);  [0, 3]
            """)
    void whatIsEqualIsShownToAgree(String left, String right, String x) {
        assertThat(of(left, right, x, "[1, 1]")).isInstanceOf(Agreement.Result.Shown.class);
    }

    /** A bump of height 10⁻⁶ and width 10⁻⁷ is nowhere near any point that one would try. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            exp(x);                 exp(x)*(1 + 1e-6*exp(-((x - 0.7171)/1e-7)^2));    [0, 1]
            abs(x) + 1;             piecewise(x < 0.37, x, x < 0.3700001, x + 1e-8, x) + 1; [0, 1]
            pi;                     3.1415926;              [0, 1]
            x;                      x + x^2*1e-8;           [1, inf)
            """)
    void aNarrowDifferenceIsFound(String left, String right, String x) {
        assertThat(of(left, right, x, "[1, 1]")).isInstanceOf(Agreement.Result.Differ.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            x;                      x^2/x;                  [0, 1]
            ln(x);                  ln(x);                  [-1, 1]
            (1e17 + x) - 1e17;      x;                      [1, 2]
            """)
    void whatIsNotDecidedIsSaidToBeSo(String left, String right, String x) {
        assertThat(of(left, right, x, "[1, 1]")).isInstanceOf(Agreement.Result.Undecided.class);
    }
}
