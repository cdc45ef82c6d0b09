package org.theoremeter.verify.calibration.formulas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.theory.evidence.Evidence;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.statistics.Proportion;

/** The checkers stand up to the adversary: no false statement is proved or enclosed, and no true one is refuted. */
class AdversaryTest {

    private static final int COUNT = 8;
    private static final long SEED = 14;
    private static final Adversary ADVERSARY =
            new Adversary(SEED, Runtime.getRuntime().availableProcessors(), Duration.ofMillis(100));

    /** Where agreement is enough 1 % may pass wrongly: of 8 two or more then do with a probability of 0.3 %. */
    private static final int AGREED = 1;

    static List<Falsehood> kinds() {
        return Falsehood.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void falseStatementsDoNotPass(Falsehood kind) {
        Tally tally = ADVERSARY.of(kind, false, COUNT);
        assertThat(tally.survivors(Grade.PROVED)).isEmpty();
        assertThat(tally.survivors(Grade.ENCLOSED)).isEmpty();
        assertThat(tally.survivors(Grade.AGREED)).hasSizeLessThanOrEqualTo(AGREED);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void trueStatementsDoNotFail(Falsehood kind) {
        Tally tally = ADVERSARY.of(kind, true, COUNT);
        assertThat(tally.survivors(Grade.AGREED)).isEmpty();
    }

    @Test
    void kindsHaveNamesOfTheirOwn() {
        assertThat(Falsehood.all()).extracting(Falsehood::name).doesNotHaveDuplicates();
        assertThat(Falsehood.all()).hasSameSizeAs(Falsehood.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aStatementDependsOnSeedKindTruthAndNumberOnly(Falsehood kind) {
        Statement once = kind.statement(SEED, false, 3);
        LongStream.range(0, 3).forEach(number -> kind.statement(SEED, true, number));
        assertThat(kind.statement(SEED, false, 3)).isEqualTo(once);
        assertThat(kind.statement(SEED + 1, false, 3).body()).isNotEqualTo(once.body());
        assertThat(kind.statement(SEED, false, 4).body()).isNotEqualTo(once.body());
        assertThat(kind.statement(SEED, true, 3).body()).isNotEqualTo(once.body());
    }

    @Test
    void resultsDoNotDependOnThreads() {
        Tally one = new Adversary(SEED, 1, Duration.ofSeconds(10)).of(new ExtraRoot(), false, 6);
        Tally four = new Adversary(SEED, 4, Duration.ofSeconds(10)).of(new ExtraRoot(), false, 6);
        assertThat(four.trials()).extracting(Tally.Tried::checked).isEqualTo(checked(one));
    }

    private static List<Checked> checked(Tally tally) {
        return tally.trials().stream().map(Tally.Tried::checked).toList();
    }

    /** Statements of one kind differ: nearly all of them, as constants can be written in so many ways only. */
    @ParameterizedTest
    @MethodSource("kinds")
    void statementsAreMany(Falsehood kind) {
        long different = IntStream.range(0, 100)
                .mapToObj(number -> kind.statement(SEED, false, number).body())
                .distinct()
                .count();
        assertThat(different).isGreaterThan(90);
    }

    @Test
    void aVerdictIsWrongAsTheTruthMakesIt() {
        Checked enclosed = Checked.of(Evidence.of(List.of(Obligation.enclosed("equal", "to 1e-10"))));
        assertThat(enclosed.passes(Grade.PROVED)).isFalse();
        assertThat(enclosed.passes(Grade.ENCLOSED)).isTrue();
        assertThat(enclosed.passes(Grade.AGREED)).isTrue();
        assertThat(enclosed.wrongPass(Truth.FALSE, Grade.ENCLOSED)).isTrue();
        assertThat(enclosed.wrongPass(Truth.FALSE, Grade.PROVED)).isFalse();
        assertThat(enclosed.wrongPass(Truth.TRUE, Grade.ENCLOSED)).isFalse();
        assertThat(enclosed.wrongPass(Truth.CLOSE, Grade.ENCLOSED)).isFalse();
        Checked proved = Checked.of(Evidence.of(List.of(Obligation.proved("equal", "exactly"))));
        assertThat(proved.wrongPass(Truth.CLOSE, Grade.PROVED)).isTrue();
        assertThat(proved.wrongPass(Truth.CLOSE, Grade.AGREED)).isFalse();
        Checked refuted = Checked.of(Evidence.of(List.of(Obligation.refuted("equal", "at 0"))));
        assertThat(refuted.wrongFail(Truth.TRUE)).isTrue();
        assertThat(refuted.wrongFail(Truth.FALSE)).isFalse();
        assertThat(Checked.refused("divides by 0").passes(Grade.AGREED)).isFalse();
    }

    @Test
    void aTallyCountsWhatCameOut() {
        Statement statement = new Bump().statement(SEED, false, 0);
        Checked pass = Checked.of(Verdict.PASS, "");
        Checked open = Checked.of(Verdict.INCONCLUSIVE, "");
        Tally tally = new Tally(
                new Bump(),
                false,
                List.of(
                        new Tally.Tried(statement, pass, 0),
                        new Tally.Tried(statement, open, 0),
                        new Tally.Tried(statement, Checked.refused(""), 0)));
        assertThat(tally.wrongPasses(Grade.PROVED)).isEqualTo(new Proportion(1, 3));
        assertThat(tally.judged(Verdict.INCONCLUSIVE)).isEqualTo(new Proportion(1, 3));
        assertThat(tally.refused()).isEqualTo(new Proportion(1, 3));
        assertThat(tally.survivors(Grade.AGREED)).hasSize(1);
        assertThat(tally.wrongFails()).isEqualTo(new Proportion(0, 3));
    }

    @Test
    void aStatementIsAClaimFileForEveryRequirement() {
        Statement statement = new Sliver().statement(SEED, false, 1);
        assertThat(statement.text(Grade.ENCLOSED))
                .startsWith("claim: 1\nid: adversary.sliver.false-1\n")
                .endsWith("judge: {require: enclosed}\n");
        assertThat(new Statement("a.b", "t", Truth.TRUE, "identity", "", Map.of(), Witness.at(Map.of("x", "1")))
                        .witness()
                        .equal("x", "1")
                        .text())
                .isEqualTo("x is 1 at {x=1}");
    }
}
