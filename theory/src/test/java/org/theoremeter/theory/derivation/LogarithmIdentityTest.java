package org.theoremeter.theory.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/** The logarithm of a product is the sum of the logarithms of its factors where all of them are positive, and nowhere else. */
class LogarithmIdentityTest {

    private static Grade grade(String left, String right, String e, String s) {
        Region region = new Region(new TreeMap<>(Map.of("e", Domain.parse(e), "s", Domain.parse(s))), List.of());
        return IdentityChecker.withDefaults()
                .check(Term.formula(Expression.parse(left)), Term.formula(Expression.parse(right)), region)
                .grade();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ln((1 - e)*s) - ln(s*e)              | ln(1 - e) - ln(e)       | (0, 1)  | (0, inf)",
                "ln((1 - e)*s/(1 + s)) - ln(s*e/(1+s))| ln((1 - e)/e)           | (0, 1)  | (0, inf)",
                "ln(s*exp(-e)*(1 - e))                | ln(s) - e + ln(1 - e)   | (0, 1)  | (0, inf)",
                "ln((1 + e)*(1 + s)) - ln(1 + s)      | ln(1 + e)               | (-1, 1) | (-1, 1)",
                "ln(sqrt(s)*e^3)                      | ln(s)/2 + 3*ln(e)       | (0, 1)  | (0, inf)",
                // negative factors, whose signs cancel
                "ln(e*s^2)                            | ln(e) + 2*ln(-s)        | (0, 1)  | (-inf, 0)",
                "ln((e - 1)*s) - ln(-s*e)             | ln(1 - e) - ln(e)       | (0, 1)  | (-inf, 0)",
            })
    void isProvedForPositiveFactors(String left, String right, String e, String s) {
        assertThat(grade(left, right, e, s)).isEqualTo(Grade.PROVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a negative factor: a side is undefined, in complex numbers off by 2πi
                "ln((1 - e)*s)                        | ln(1 - e) + ln(s)       | (0, 1)  | (-inf, 0)",
                "ln(e*s^2)                            | ln(e) + 2*ln(s)         | (0, 1)  | (-inf, 0)",
                // both of either sign
                "ln(e*s)                              | ln(e) + ln(s)           | (-1, 1) | (-1, 1)",
                "ln((e*s)^2)                          | 2*ln(e*s)               | (-1, 1) | (-1, 1)",
                // zero at an edge
                "ln(e*s)                              | ln(e) + ln(s)           | [0, 1]  | [0, 1]",
                // look like it
                "ln((1 - e)*s) - ln(s*e)              | ln(1 - e) + ln(e)       | (0, 1)  | (0, inf)",
                "ln((1 - e) + s)                      | ln(1 - e) + ln(s)       | (0, 1)  | (0, inf)",
                "ln((1 - e)*s)                        | ln(1 - e)*ln(s)         | (0, 1)  | (0, inf)",
                "ln(e*s) - ln(s*e)                    | ln(1 - e) - ln(e)       | (0, 1)  | (0, inf)",
            })
    void isRefutedForOthers(String left, String right, String e, String s) {
        assertThat(grade(left, right, e, s)).isEqualTo(Grade.REFUTED);
    }
}
