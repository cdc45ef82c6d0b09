package org.theoremeter.theory.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.derivation.justification.Justification;
import org.theoremeter.theory.derivation.justification.Solved;
import org.theoremeter.theory.derivation.justification.Substituted;
import org.theoremeter.theory.evidence.Evidence;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/** What a statement must show beside the equality that it is about, and how false ones that look right are found out. */
class ObligationsTest {

    private static Region region(String domains) {
        SortedMap<String, Domain> sides = new TreeMap<>();
        for (String one : domains.split(",(?=\\s*[a-z]+ in )")) {
            String[] parts = one.strip().split(" in ");
            sides.put(parts[0], Domain.parse(parts[1]));
        }
        return Region.of(sides);
    }

    private static Evidence identity(String left, String right, String domains) {
        return IdentityChecker.withDefaults()
                .check(Term.formula(Expression.parse(left)), Term.formula(Expression.parse(right)), region(domains));
    }

    private static Evidence step(String from, String to, Justification because, String domains) {
        Derivation derivation = Derivation.in(region(domains))
                .define(new Definition("f_0", "", Matrix.of(Expression.parse(from)), ""))
                .then(new Step("s", "", Matrix.of(Expression.symbol("f_0")), Matrix.of(Expression.parse(to)), because));
        return DerivationChecker.withDefaults().check(derivation, 0).evidence();
    }

    /** True in all of the domain but a sliver, a point, a corner or a narrow peak: each is 10⁻³ of a side at most. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            sqrt(x^2);                               x;            x in (-1e-7, 5)
            sqrt((x - y)^2);                         x - y;        x in (0.5, 1), y in (0, 0.500001)
            abs(x);                                  x;            x in (-1e-9, 1)
            x + exp(-((x - 0.371)/1e-7)^2)/1000;     x;            x in (0, 1)
            x + 1/(1 + ((x - 0.371)/1e-7)^2)/1000;   x;            x in (0, 1)
            x + y + exp(-((x - 0.3)^2 + (y - 0.7)^2)/1e-12); x + y; x in (0, 1), y in (0, 1)
            x + piecewise(abs(x - 0.4) < 1e-8, 1e-3, 0); x;        x in (0, 1)
            x + max(0, 1e-6 - abs(x - 0.4));         x;            x in (0, 1)
            piecewise(x < 0.5, 1, 2);                piecewise(x < 0.50000001, 1, 2); x in (0, 1)
            atan(tan(x));                            x;            x in (0, 1.5708)
            asin(sin(x));                            x;            x in (0, 1.5708)
            ln(exp(x)) + piecewise(x > 2.999999, 1, 0); x;         x in (0, 3)
            max(x, max(y, z)); piecewise(x < y, piecewise(y < z, piecewise(x < 0.001, y, z), y), piecewise(x < z, z, x)); x in (0, 1), y in (0, 1), z in (0, 1)
            """)
    void differencesThatHideAreFound(String left, String right, String domains) {
        assertThat(identity(left, right, domains).grade()).isEqualTo(Grade.REFUTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            x*(1/x);                       1;                 x in [0, 1]
            (x^2 - 1)^2/(x - 1)^2;         (x + 1)^2;         x in (0, 3)
            (x^2 - 2)/(x - sqrt(2));       x + sqrt(2);       x in (0, 3)
            exp(ln(x));                    x;                 x in [0, 1]
            """)
    void whatIsNotDefinedEverywhereIsNoIdentity(String left, String right, String domains) {
        assertThat(identity(left, right, domains).grade()).isEqualTo(Grade.REFUTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            x*(1/x);                       1;                 x in (0, 1]
            1/(1 - tanh(x)^2);             cosh(x)^2;         x in (-inf, inf)
            1/(1 - 1/(1 + exp(-x)));       1 + exp(x);        x in (-inf, inf)
            sqrt(x^2);                     x;                 x in (0, 5)
            exp(ln(x));                    x;                 x in (0, inf)
            abs(x - y)*(x + y);            abs(x^2 - y^2);    x in (0, 1), y in (0, 1)
            """)
    void trueIdentitiesThatLookOddAreProved(String left, String right, String domains) {
        Evidence found = identity(left, right, domains);
        assertThat(found.grade()).as(found.weakest().how()).isEqualTo(Grade.PROVED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            (x - 1)*(x - 3);               1;       x in (0, 10)
            (x - 1)*(x - 3)^2;             1;       x in (0, 10)
            (x - a)*(x - 0.9999);          a;       x in (0, 1), a in (0.1, 0.9)
            (x - a)*(x - 1/2);             a;       x in (0, 1), a in (0.6, 0.9)
            x^2 - a^2;                     a;       x in (-inf, inf), a in (-inf, inf)
            sqrt(x/2) - x;                 1/2;     x in [0, inf)
            x*(1 - 2*x);                   1/2;     x in [0, 1]
            x - tanh(2*x);                 0;       x in (-inf, inf)
            x - x;                         5;       x in (-inf, inf)
            """)
    void anotherSolutionIsFound(String equation, String root, String domains) {
        Justification solved = new Solved("x", Expression.number(0));
        assertThat(step(equation, root, solved, domains).grade()).isEqualTo(Grade.REFUTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            x^2 - 1;                       1;       x in (0, inf)
            (x - a)*(x + 1/2);             a;       x in (0, 1), a in (0.6, 0.9)
            exp(-a*x) - 1/2;               ln(2)/a; x in (0, inf), a in (0.5, 2)
            x^3 + x - a^3 - a;             a;       x in (-inf, inf), a in (-3, 3)
            """)
    void theOnlySolutionIsProvedToBe(String equation, String root, String domains) {
        Evidence found = step(equation, root, new Solved("x", Expression.number(0)), domains);
        assertThat(found.grade()).as(found.weakest().how()).isEqualTo(Grade.PROVED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1.001*a; REFUTED
            a/2;     PROVED
            a^2;     PROVED
            a - 1e-9; REFUTED
            """)
    void whatIsSubstitutedKeepsToItsDomain(String value, Grade grade) {
        Justification substituted = new Substituted(Map.of("x", Expression.parse(value)));
        Evidence found = step("1 - x", "1 - (" + value + ")", substituted, "x in (0, 1), a in (0, 1)");
        assertThat(found.grade()).as(found.weakest().how()).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"tanh(20), 1", "pi, 3.141592653589793", "ln(1 + exp(50)), 50", "cosh(20), sinh(20)"})
    void constantsThatAgreeToDoublePrecisionAreNotProvedEqual(String left, String right) {
        Evidence found = IdentityChecker.withDefaults()
                .check(
                        Term.formula(Expression.parse(left)),
                        Term.formula(Expression.parse(right)),
                        Region.of(Map.of()));
        assertThat(found.grade()).as(found.weakest().how()).isEqualTo(Grade.ENCLOSED);
    }
}
