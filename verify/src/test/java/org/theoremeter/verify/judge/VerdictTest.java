package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void one_failure_makes_the_claim_fail() {
        assertThat(Verdict.worst(List.of(Verdict.PASS, Verdict.ERROR, Verdict.FAIL, Verdict.INCONCLUSIVE)))
                .isEqualTo(Verdict.FAIL);
        assertThat(Verdict.worst(List.of(Verdict.PASS, Verdict.INCONCLUSIVE))).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Verdict.worst(List.of(Verdict.ERROR, Verdict.INCONCLUSIVE))).isEqualTo(Verdict.ERROR);
    }

    @Test
    void the_edge_of_the_margin_counts_as_inside() {
        assertThat(new Estimate("x", 1, 0.9, 1.1, 1, 0.9, 1.1, OptionalDouble.empty()).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(new Estimate("x", 1, 0.9, 1.1, 2, 1.1, 2.9, OptionalDouble.empty()).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }
}
