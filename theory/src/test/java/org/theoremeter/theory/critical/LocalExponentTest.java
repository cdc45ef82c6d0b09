package org.theoremeter.theory.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

class LocalExponentTest {
    private static LocalExponent of(String rate, String parameter, Map<String, String> domains) {
        Map<String, Domain> region = new TreeMap<>();
        domains.forEach((name, domain) -> region.put(name, Domain.parse(domain)));
        return LocalExponent.of(Expression.parse(rate), parameter, Region.of(region));
    }

    @Test
    void isTheExponentOfAPowerLaw() {
        LocalExponent exponent = of("8*c^3/w^(1/2)", "c", Map.of("c", "(0, 1)", "w", "positive"));
        assertThat(exponent.formula().formula()).isEqualTo(Expression.parse("3"));
        assertThat(exponent.limits()).isEmpty();
    }

    /** d ln(p/(1 + p))/d ln p = 1/(1 + p). */
    @Test
    void goesToItsLimitsAtTheEndsOfTheDomain() {
        LocalExponent exponent = of("p/(1 + p)", "p", Map.of("p", "positive"));
        assertThat(exponent.formula().formula()).isEqualTo(Expression.parse("1/(1 + p)"));
        assertThat(exponent.limits())
                .containsExactly(
                        new LocalExponent.AtEnd(0, Map.of(), OptionalDouble.of(1)),
                        new LocalExponent.AtEnd(Double.POSITIVE_INFINITY, Map.of(), OptionalDouble.of(0)));
    }

    /** d ln(p/(q + p))/d ln p = q/(q + p): at p = 1 it depends on q, at 0 it does not. */
    @Test
    void namesTheOtherParametersWhereALimitDependsOnThem() {
        LocalExponent exponent = of("p/(q + p)", "p", Map.of("p", "(0, 1)", "q", "(0, 1)"));
        LocalExponent.AtEnd lower = exponent.limits().get(0);
        LocalExponent.AtEnd upper = exponent.limits().get(1);
        assertThat(lower.others()).isEmpty();
        assertThat(lower.value()).hasValue(1);
        double q = upper.others().get("q");
        // evaluated 1e-16 before the end, where the slope is below 1/q
        assertThat(upper.value().getAsDouble()).isCloseTo(q / (q + 1), within(1e-14));
        assertThat(upper.others()).containsOnlyKeys("q");
    }

    /** d ln(2 + sin(1/p))/d ln p oscillates ever faster. */
    @Test
    void hasNoLimitWhereItOscillates() {
        LocalExponent exponent = of("2 + sin(1/p)", "p", Map.of("p", "(0, 1)"));
        assertThat(exponent.limits().get(0).value()).isEmpty();
    }

    /** Near 0 the differences 1 − cos and the like lose 16 digits and more. */
    @Test
    void survivesCancellation() {
        // 1 − cos p ~ p²/2
        assertThat(of("1 - cos(p)", "p", Map.of("p", "(0, 1)")).limits().get(0).value())
                .hasValue(2);
    }

    @Test
    void leavesLimitsOutWhereAnAssumptionTiesTheParameter() {
        Region region = Region.of(Map.of("p", Domain.parse("(0, 1)"), "q", Domain.parse("(0, 1)")))
                .assuming(Condition.parse("p < q"));
        assertThat(LocalExponent.of(Expression.parse("p/(q + p)"), "p", region).limits())
                .isEmpty();
    }
}
