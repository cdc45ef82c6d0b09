package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.theoremeter.theory.symbolic.algebra.Equality;

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

    @Test
    void agreement_is_a_proof_only_where_no_proof_is_required() {
        Equality agreed = new Equality.Agreed(64, 1e-13, "no proof found", false, Optional.empty(), Optional.empty());
        assertThat(new IdentityJudge(true).judge(agreed).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(new IdentityJudge(false).judge(agreed).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_refutation_names_its_witness() {
        Judgement judgement = new IdentityJudge(false).judge(new Equality.Refuted(Map.of("c", 0.5), 1.0, 2.0));
        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.message()).contains("c = 0.5").contains("1.0 is not 2.0");
    }

    @Test
    void what_could_not_be_decided_is_an_error() {
        assertThat(new IdentityJudge(false)
                        .judge(new Equality.Undecided("cut off"))
                        .verdict())
                .isEqualTo(Verdict.ERROR);
    }
}
