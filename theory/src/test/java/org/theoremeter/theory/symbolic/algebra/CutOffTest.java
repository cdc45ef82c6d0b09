package org.theoremeter.theory.symbolic.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.DefiniteIntegral;
import org.theoremeter.theory.symbolic.term.Term;

@Isolated("looks at the threads of all proofs")
class CutOffTest {

    @Test
    void isCutOffInTime() throws InterruptedException {
        Equality equality = Algebra.withDefaults()
                .with(Duration.ofMillis(1))
                .compare(
                        integral("exp(-c*t)/(1 + t)"),
                        integral("exp(-c*(1 - t))/(2 - t)"),
                        Region.of(Map.of("c", Domain.parse("(0, 1)"))),
                        64,
                        1e-10,
                        true);
        assertThat(equality)
                .isInstanceOfSatisfying(
                        Equality.Agreed.class,
                        agreed -> assertThat(agreed.whyNotProved()).isEqualTo("cut off after 1 ms"));
        // The thread looks at its interrupt; it is a daemon in any case.
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("theoremeter-algebra")) {
                assertThat(thread.isDaemon()).isTrue();
                thread.join(Duration.ofMinutes(1).toMillis());
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    private static Term integral(String integrand) {
        return DefiniteIntegral.of(Expression.parse(integrand), "t", "0", "1");
    }
}
