package org.theoremeter.theory.symbolic.enclosure.integral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;

class IntegralEnclosureTest {
    /** No integral is enclosed more finely than is asked for, 2⁻⁴¹ of the shares' sizes to either side; they add up. */
    private static final double WANTED = 0x1p-38;

    private static IntegralEnclosure.Result of(String formula, String from, String to) {
        return IntegralEnclosure.of(
                Expression.parse(formula),
                "x",
                Endpoint.parse(from),
                Endpoint.parse(to),
                Map.of("a", 0.75, "w", 5e-7, "m", 0.3),
                IntegralEnclosure.BUDGET);
    }

    /** Each with its value in closed form; the last column bounds the width of the enclosure relative to it. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            x^2;                                   0;     3;      9;                    2e-13
            exp(-x^2);                             -inf;  inf;    sqrt(pi);             2e-13
            exp(-((x - 1000000)/1)^2);             -inf;  inf;    sqrt(pi);             2e-13
            exp(-(x - 600)^2/50)/sqrt(50*pi);      0;     inf;    1;                    2e-13
            exp(-(x-m)^2/(2*(1e-4)^2))/(1e-4*sqrt(2*pi)); -inf; inf; 1;                 1e-12
            1+exp(-((x-0.37)/1e-05)^2);            0;     10;     10 + 1e-5*sqrt(pi);   2e-13
            exp(-((x - m)/1e-12)^2);               0;     1;      1e-12*sqrt(pi);       1e-11
            piecewise(x < m, 0, x < m + w, 1, 0);  0;     1;      w;                    1e-9
            abs(cos(x));                           -pi/2; 0;      1;                    2e-13
            abs(sin(x)*cos(x));                    0;     2*pi;   2;                    2e-13
            (x^2 - 1/4)^2*sqrt(1 - x^2);           -1;    1;      pi/32;                2e-13
            (x^2 + m)^(-3/2);                      -a/2;  a/2;    a/(m*sqrt(m + a^2/4)); 2e-13
            1/(2+sin(x));                          0;     2*pi;   2*pi/sqrt(3);         2e-13
            x*asin(x);                             0;     1;      pi/8;                 2e-13
            x^2*sqrt(1 - x);                       0;     1;      16/105;               2e-13
            exp(-a*x)*cos(3*x);                    0;     inf;    a/(a^2 + 9);          1e-12
            x^2*exp(x)*exp(-2*x);                  0;     inf;    2;                    2e-13
            x*exp(-(x-800)^2/2)/sqrt(2*pi);        -inf;  inf;    800;                  2e-13
            1/(1 + x^2);                           -inf;  inf;    pi;                   2e-13
            1/cosh(x)^2;                           -inf;  inf;    2;                    2e-13
            1/sqrt(x);                             0;     4;      4;                    2e-13
            1/sqrt(1 - x^2);                       -1;    1;      pi;                   2e-13
            ln(x);                                 0;     1;      -1;                   2e-13
            1/sqrt(abs(x));                        -1;    1;      4;                    2e-13
            (x*(1 - x))^(-1/2);                    0;     1;      pi;                   2e-13
            sin(x)/x*exp(-x);                      0;     inf;    pi/4;                 2e-13
            exp(-x)*ln(x)*x;                       0;     inf;    1 - 0.57721566490153286; 1e-12
            x^(-x)*0 + exp(-x);                    1;     inf;    exp(-1);              2e-13
            x;                                     2;     -1;     -1.5;                 2e-13
            1/x^2;                                 5;     inf;    0.2;                  2e-13
            tanh(x);                               -3;    3;      0;                    5e-13
            x^3*exp(-x^2/2);                       0;     inf;    2;                    2e-13
            """)
    void anIntegralLiesInItsEnclosure(String formula, String from, String to, String value, double width) {
        IntegralEnclosure.Result result = of(formula, from, to);
        double exact = Expression.parse(value).evaluate(Map.of("a", 0.75, "w", 5e-7, "m", 0.3));
        assertThat(result).isInstanceOfSatisfying(IntegralEnclosure.Result.Enclosed.class, enclosed -> {
            double slack = 4 * Math.ulp(exact);
            assertThat(exact)
                    .isBetween(
                            enclosed.values().lower() - slack, enclosed.values().upper() + slack);
            double scale = exact == 0 ? 1 : Math.abs(exact);
            assertThat(enclosed.values().width()).isLessThanOrEqualTo(Math.max(width, WANTED) * Math.max(1, scale));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1/x^2;        -1;   1
            1/x;          -1;   2
            1/x;          0;    1
            1/(1 - x);    0;    3
            1/(x - m);    0;    1
            1/x;          1;    inf
            exp(x);       0;    inf
            1;            -inf; 0
            1/(1 - x^2);  0;    1
            x/(1 + x^2);  0;    inf
            sqrt(x);      -1;   1
            """)
    void whatIsNotIntegrableIsSaidToBeSo(String formula, String from, String to) {
        assertThat(of(formula, from, to)).isInstanceOf(IntegralEnclosure.Result.Absent.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            sin(x)/x;     0;    inf
            sin(x^2);     0;    inf
            tan(x);       0;    pi
            1/(x^2 - 2);  0;    2
            sin(1/x)/x;   0;    1
            """)
    void whatIsNotShownIsUndecided(String formula, String from, String to) {
        IntegralEnclosure.Result result = of(formula, from, to);
        assertThat(result).isInstanceOf(IntegralEnclosure.Result.Undecided.class);
    }
}
