package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    @Test
    void oneFailureMakesTheClaimFail() {
        assertThat(Verdict.worst(List.of(Verdict.PASS, Verdict.ERROR, Verdict.FAIL, Verdict.INCONCLUSIVE)))
                .isEqualTo(Verdict.FAIL);
        assertThat(Verdict.worst(List.of(Verdict.PASS, Verdict.INCONCLUSIVE))).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Verdict.worst(List.of(Verdict.ERROR, Verdict.INCONCLUSIVE))).isEqualTo(Verdict.ERROR);
    }

    @Test
    void theEdgeOfTheMarginCountsAsInside() {
        assertThat(new Estimate("x", 1, 0.9, 1.1, 1, 0.9, 1.1, OptionalDouble.empty()).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(new Estimate("x", 1, 0.9, 1.1, 2, 1.1, 2.9, OptionalDouble.empty()).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void everyVerdictIsReadFromItsTextAndFromNoOther(Verdict verdict) {
        assertThat(Verdict.of(verdict.text())).isEqualTo(verdict);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verdict.of(verdict.name()))
                .withMessage("found the verdict '" + verdict.name()
                        + "', accepted: pass, inconclusive, error, fail, not-run");
    }

    @Test
    void whatWasNotRunIsWrittenWithAHyphenAndShownWithASpace() {
        assertThat(Verdict.NOT_RUN.text()).isEqualTo("not-run");
        assertThat(Verdict.NOT_RUN.label()).isEqualTo("NOT RUN");
    }
}
