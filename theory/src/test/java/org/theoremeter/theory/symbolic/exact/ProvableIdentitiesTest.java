package org.theoremeter.theory.symbolic.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.Algebra;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/** True identities that must be proved, and near misses of them that must not. */
class ProvableIdentitiesTest {
    /** Long enough on a busy machine; no test depends on its length. */
    private static final Algebra ALGEBRA = Algebra.withDefaults().with(Duration.ofMinutes(2));

    private static final int POINTS = 24;
    private static final double RELATIVE = 1e-10;

    /** Reads "a (0, 1); b [0, inf)". */
    private static Region region(String text) {
        Map<String, Domain> domains = new HashMap<>();
        Stream.of(text.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(part -> {
                    int space = part.indexOf(' ');
                    domains.put(part.substring(0, space), Domain.parse(part.substring(space)));
                });
        return Region.of(domains);
    }

    private static Equality compare(String left, String right, String domains) {
        return ALGEBRA.compare(
                Term.formula(Expression.parse(left)),
                Term.formula(Expression.parse(right)),
                region(domains == null ? "" : domains),
                POINTS,
                RELATIVE,
                true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Exponentials and hyperbolic functions.
                "exp(x + 2*y)             | exp(x)*exp(y)^2                  | x (-2, 2); y (-2, 2)",
                "exp(2*x)                 | exp(x)^2                         | x (-2, 2)",
                "exp(x/2)^4               | exp(x)^2                         | x (-2, 2)",
                "cosh(x)^2 - sinh(x)^2    | 1                                | x (-3, 3)",
                "tanh(x)                  | 1 - 2/(exp(2*x) + 1)             | x (-inf, inf)",
                "sinh(2*x)                | 2*sinh(x)*cosh(x)                | x (-3, 3)",
                "tanh(x + y)              | (tanh(x) + tanh(y))/(1 + tanh(x)*tanh(y)) | x (-2, 2); y (-2, 2)",
                "1/(1 + exp(-x))          | (1 + tanh(x/2))/2                | x (-5, 5)",
                "sqrt(cosh(x)^2 - 1)      | sinh(x)                          | x (0, 3)",
                "sqrt(cosh(x)^2 - 1)      | abs(sinh(x))                     | x (-3, 3)",
                "exp(x/(x + y))*exp(y/(x + y)) | exp(1)                      | x (0, 1); y (0, 1)",
                "exp(1 - y/(x + y))       | exp(x/(x + y))                   | x (0, 1); y (0, 1)",
                "exp(-x^2)*exp((x - 1)^2) | exp(1 - 2*x)                     | x (-2, 2)",
                "exp(cos(x))^2            | exp(2*cos(x))                    | x (-2, 2)",
                // Factors that are no simple part of any other.
                "exp(-0.6963297*x)*exp(0.6963297*x) | 1                      | x (-2, 2)",
                "exp(-0.347*x)*exp(-0.694*x) | exp(-1.041*x)                 | x (-2, 2)",
                "(x - a)*exp(0.123457*x)  | x*exp(0.123457*x) - a*exp(0.123457*x) | x (0, 1); a (0, 1)",
                "sin(0.123457*x)^2 + cos(0.123457*x)^2 | 1                   | x (-inf, inf)",
                "sin(0.246914*x)          | 2*sin(0.123457*x)*cos(0.123457*x) | x (-inf, inf)",
                "exp(0.3468622)/exp(0.3468622) | 1                           |",
                // Circular functions.
                "sin(x)^2 + cos(x)^2 - 1  | 0                                | x (-inf, inf)",
                "sin(x + y)               | sin(x)*cos(y) + cos(x)*sin(y)    | x (-3, 3); y (-3, 3)",
                "cos(3*x)                 | 4*cos(x)^3 - 3*cos(x)            | x (-3, 3)",
                "cos(x)                   | 2*cos(x/2)^2 - 1                 | x (-3, 3)",
                "tan(x)                   | sin(2*x)/(1 + cos(2*x))          | x (-1, 1)",
                "1/cos(x)^2               | 1 + tan(x)^2                     | x (-1, 1)",
                "tan(2*x)                 | 2*tan(x)/(1 - tan(x)^2)          | x (-0.7, 0.7)",
                "sin(pi*x + pi/2)         | cos(pi*x)                        | x (-3, 3)",
                "cos(pi/6)                | sqrt(3)/2                        |",
                "sin(pi/12)               | (sqrt(6) - sqrt(2))/4            |",
                "4*cos(pi/8)^2            | 2 + sqrt(2)                      |",
                "cos(x - pi/4)            | (cos(x) + sin(x))/sqrt(2)        | x (-3, 3)",
                "cos(pi*k)^2              | 1                                | k integer [0, 20]",
                "cos(2*pi*k + x)          | cos(x)                           | k integer [0, 20]; x (-1, 1)",
                "sin(w*t)/w + t*cos(w*t)  | t*cos(-w*t) - sin(-(w*t))/w      | w (0.1, 2); t (0, 5)",
                "sqrt(1 - cos(x)^2)       | abs(sin(x))                      | x (-3, 3)",
                "sqrt(2 + 2*cos(x))       | 2*abs(cos(x/2))                  | x (-3, 3)",
                "sin(asin(x))             | x                                | x (-1, 1)",
                "cos(asin(x))             | sqrt(1 - x^2)                    | x (-1, 1)",
                "tan(atan(x))             | x                                | x (-9, 9)",
                "cos(atan(x))             | 1/sqrt(1 + x^2)                  | x (-9, 9)",
                "asin(x) + acos(x)        | pi/2                             | x (-1, 1)",
                "sin(2*atan(x))           | 2*x/(1 + x^2)                    | x (-9, 9)",
                "r + x*0 + r*tan(sqrt(r)*t)^2 | r/cos(sqrt(r)*t)^2           | r (0.1, 1); t (0, 1); x (0, 1)",
                // Logarithms.
                "ln(x*y)                  | ln(x) + ln(y)                    | x (0, inf); y (0, inf)",
                "ln((1-e)*s) - ln(s*e)    | ln(1-e) - ln(e)                  | e (0, 1); s (0, 4)",
                "ln(z*c - c)              | ln(c) + ln(z - 1)                | c (0, 1); z (1, 9)",
                "ln(x^2 - y^2)            | ln(x - y) + ln(x + y)            | x (2, 3); y (0, 1)",
                "ln(exp(x)*y^3)           | x + 3*ln(y)                      | x (-1, 1); y (0, 1)",
                "ln(sqrt(x))              | ln(x)/2                          | x (0, 5)",
                "ln(6)                    | ln(2) + ln(3)                    |",
                "ln(x^2)                  | 2*ln(-x)                         | x (-3, -1)",
                "exp(2*ln(x) - ln(y))     | x^2/y                            | x (0, 3); y (0, 3)",
                "exp(ln(x)/2)             | sqrt(x)                          | x (0, 3)",
                "ln(1 + exp(x)) - x       | ln(1 + exp(-x))                  | x (-4, 4)",
                // Powers.
                "x^(k + 1)                | x*x^k                            | x (0, 2); k (-2, 2)",
                "(x*y)^k                  | x^k*y^k                          | x (0, 2); y (0, 2); k (-2, 2)",
                "(x^k)^2                  | x^(2*k)                          | x (0, 2); k (-2, 2)",
                "2^(k + 3)                | 8*2^k                            | k integer [0, 9]",
                "2^k*3^k                  | 6^k                              | k (0, 3)",
                "(a^2)^1.5                | a^3                              | a (0, 2)",
                // Roots and constants.
                "sqrt(x^2)                | abs(x)                           | x (-3, 3)",
                "sqrt(x^2)                | -x                               | x (-3, 0)",
                "sqrt(x*y)                | sqrt(x)*sqrt(y)                  | x [0, 2); y [0, 2)",
                "sqrt(a^2 + 2*a*b + b^2)  | a + b                            | a (0, 1); b (0, 1)",
                "1/(sqrt(x) + 1)          | (sqrt(x) - 1)/(x - 1)            | x (2, 3)",
                "sqrt(8)                  | 2*sqrt(2)                        |",
                "sqrt(2) + sqrt(3)        | sqrt(5 + 2*sqrt(6))              |",
                "sqrt(9+4*sqrt(5)) - sqrt(9-4*sqrt(5)) | 4                   |",
                "x*(sqrt(2) + sqrt(3))    | x*sqrt(5 + 2*sqrt(6))            | x (0, 1)",
                "(2 + sqrt(5))^(1/3) - (sqrt(5) - 2)^(1/3) | 1               |",
                "sqrt(pi^2/(4*t^2))       | pi/(2*t)                         | t (0, 5)",
                "pi*sqrt(2)               | 2*pi/sqrt(2)                     |",
                // Cases.
                "max(x, y) + min(x, y)    | x + y                            | x (-1, 1); y (-1, 1)",
                "max(a, b)                | (a + b + abs(a - b))/2           | a (-1, 1); b (-1, 1)",
                "min(x, max(y, z))        | max(min(x, y), min(x, z))        | x (-1, 1); y (-1, 1); z (-1, 1)",
                "abs(c - s)*(c + s)       | abs(c^2 - s^2)                   | c (0, 1); s (0, 1)",
                "piecewise(x < 0, -x, x)  | abs(x)                           | x (-1, 1)",
                "piecewise(x == 0, 0, x)  | x                                | x (-1, 1)",
                "piecewise(x < y, x, x == y, y, x > y, y, 7) | min(x, y)     | x (-1, 1); y (-1, 1)",
                "x*sign(x)                | abs(x)                           | x (-1, 1)",
                "abs(abs(x) - 1)          | max(abs(x) - 1, 1 - abs(x))      | x (-3, 3)",
                "abs(x*y)                 | abs(x)*abs(y)                    | x (-1, 1); y (-1, 1)",
            })
    void provesWhatIsTrue(String left, String right, String domains) {
        assertThat(compare(left, right, domains)).isInstanceOf(Equality.Proved.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Equal to double precision.
                "pi                       | 3.141592653589793                |",
                "tanh(20)                 | 1                                |",
                "ln(1 + exp(50))          | 50                               |",
                "cosh(20)                 | sinh(20)                         |",
                "1/(1 + exp(-40))         | 1                                |",
                "1 + 10^-20               | 1                                |",
                "exp(-0.5671432904097838) | 0.5671432904097838               |",
                "x*pi                     | x*3.141592653589793              | x (0, 1)",
                "x^pi                     | x^3.141592653589793              | x (0, 1)",
                "x + tanh(20)             | x + 1                            | x (0, 1)",
                "cos(pi*cos(pi*cos(ln(pi+20)))) | -1                         |",
                "exp(pi*sqrt(163))        | 262537412640768744               |",
                "sin(3.141592653589793)   | 0                                |",
                "sqrt(2)                  | 1.4142135623730951               |",
                "sqrt(2) + sqrt(3)        | 3.1462643699419726               |",
                "exp(1)                   | 2.718281828459045                |",
                "ln(2)                    | 0.6931471805599453               |",
                "atan(1)*4                | 3.141592653589793                |",
                "sqrt(x^2 + 1e-20)        | x                                | x (1, 2)",
                "x + exp(-50)             | x                                | x (1, 2)",
                "exp(-x^2)*(1 + 1e-30)    | exp(-x^2)                        | x (30, 1000)",
                "sqrt(1000001) - sqrt(1000000) | 1/(2000*sqrt(1.0000005))    |",
                // False on a sliver of the domain.
                "sqrt(x^2)                | x                                | x (-1e-7, 5)",
                "abs(x)                   | x                                | x (-1e-7, 5)",
                "sqrt((x - 1)^2)          | x - 1                            | x (0.9999999, 5)",
                "sqrt(x^2*y)              | x*sqrt(y)                        | x (-1e-7, 5); y (0, 1)",
                "max(x, 1e-7)             | x                                | x (0, 5)",
                "min(x, y)                | x                                | x (0, 1); y (0.9999999, 2)",
                "piecewise(x < 1e-7, 0, x) | x                               | x (0, 5)",
                "sign(x)                  | 1                                | x (-1e-7, 5)",
                "abs(x - y)               | x - y                            | x (1, 2); y (0, 1.0000001)",
                "(x^2)^0.5                | x                                | x (-1e-8, 2)",
                "(x^2)^1.5                | x^3                              | x (-1e-8, 2)",
                "(x^4)^0.25               | x                                | x (-1e-8, 2)",
                "sqrt(exp(2*x) - 2*exp(x) + 1) | exp(x) - 1                  | x (-1e-8, 2)",
                "sqrt(cosh(x)^2 - 1)      | sinh(x)                          | x (-1e-8, 3)",
                "sqrt(1 - cos(x)^2)       | sin(x)                           | x (-1e-8, 3)",
                "abs(c - s)*(c + s)       | c^2 - s^2                        | c (0.9999999, 2); s (0, 1)",
                "abs(x) + abs(y)          | abs(x + y)                       | x (-1e-8, 1); y (0, 1)",
                "sqrt(1 - sin(x)^2)       | cos(x)                           | x (-1, 1.5707964)",
                "asin(sin(x))             | x                                | x (-1, 1.5707964)",
                "acos(cos(x))             | x                                | x (-1e-8, 1)",
                "atan(tan(x))             | x                                | x (-1, 1.5707964)",
                // False in the last digit of a factor.
                "exp(-0.347*x)*exp(-0.694*x) | exp(-1.0411*x)                | x (-2, 2)",
                "exp(-0.6963297*x)*exp(0.6963298*x) | 1                      | x (0, 1e-6)",
                "sin(0.246915*x)          | 2*sin(0.123457*x)*cos(0.123457*x) | x (0, 1)",
                // Plainly false.
                "exp(x + y)               | exp(x) + exp(y)                  | x (0, 1); y (0, 1)",
                "ln(x + y)                | ln(x)*ln(y)                      | x (1, 2); y (1, 2)",
                "sin(2*x)                 | 2*sin(x)                         | x (0, 1)",
                "cos(x + y)               | cos(x)*cos(y) + sin(x)*sin(y)    | x (0, 1); y (0, 1)",
                "tan(x/2)                 | sin(x)/(1 - cos(x))              | x (0.1, 1)",
                "cos(pi*k)                | 1                                | k integer [0, 20]",
                "cos(pi*x)^2              | 1                                | x (0, 1)",
                "sinh(x)^2 + cosh(x)^2    | 1                                | x (0, 1)",
                "sqrt(x + y)              | sqrt(x) + sqrt(y)                | x (0, 1); y (0, 1)",
                "2^(k + 1)                | 2^k + 1                          | k (0, 3)",
                "sqrt(2) + sqrt(5)        | sqrt(7 + 2*sqrt(11))             |",
                "sqrt(9+4*sqrt(5)) + sqrt(9-4*sqrt(5)) | 4                   |",
                "cos(pi/7)                | cos(pi/6)                        |",
                "max(x, y)                | x + y - max(x, y)                | x (0, 1); y (0, 1)",
                "min(x, max(y, z))        | min(max(x, y), max(x, z))        | x (0, 1); y (0, 1); z (0, 1)",
                "exp(x)^y                 | exp(x + y)                       | x (0, 1); y (0, 1)",
                "ln(x)^2                  | ln(x^2)                          | x (0, 1)",
                "(1 + x)^k                | 1 + k*x                          | x (0, 1); k (2, 3)",
                "(-1)^k                   | 1                                | k integer [0, 9]",
            })
    void doesNotProveWhatIsFalse(String left, String right, String domains) {
        assertThat(compare(left, right, domains)).isNotInstanceOf(Equality.Proved.class);
    }
}
