package org.theoremeter.theory.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A whole is shown as well as its weakest part. */
class GradeTest {
    private static final Evidence THREE = new Evidence(
            List.of(
                    Obligation.proved("a", "exactly"),
                    Obligation.agreed("b", "at points"),
                    Obligation.agreed("c", "at other points")),
            64,
            1e-14);

    @ParameterizedTest
    @EnumSource
    void readsBackItsName(Grade grade) {
        assertThat(Grade.of(grade.text())).isEqualTo(grade);
        assertThat(grade.reaches(grade)).isTrue();
        assertThat(grade.reaches(Grade.REFUTED)).isTrue();
        assertThat(Grade.PROVED.reaches(grade)).isTrue();
    }

    @Test
    void doesNotReachABetterOne() {
        assertThat(Grade.AGREED.reaches(Grade.ENCLOSED)).isFalse();
        assertThat(Grade.CITED.reaches(Grade.AGREED)).isFalse();
        assertThatThrownBy(() -> Grade.of("sure")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofAWholeIsThatOfTheFirstOfItsWeakestParts() {
        assertThat(THREE.grade()).isEqualTo(Grade.AGREED);
        assertThat(THREE.weakest().statement()).isEqualTo("b");
        assertThat(THREE.counts()).isEqualTo("1 proved, 2 agreed");
        assertThat(THREE.with(Obligation.undecided("d", "cut off")).weakest().statement())
                .isEqualTo("d");
    }

    @Test
    void ofTwoPiecesTakesTheWorseNumbersAndAddsThePoints() {
        Evidence both = THREE.and(new Evidence(List.of(Obligation.refuted("e", "at x = 1")), 8, 1e-3));
        assertThat(both.grade()).isEqualTo(Grade.REFUTED);
        assertThat(both.points()).isEqualTo(64 + 8);
        assertThat(both.worst()).isEqualTo(1e-3);
        assertThat(both.counts()).isEqualTo("1 proved, 2 agreed, 1 refuted");
    }

    @Test
    void isNotGivenForNothing() {
        assertThatThrownBy(() -> Evidence.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shows nothing");
    }
}
