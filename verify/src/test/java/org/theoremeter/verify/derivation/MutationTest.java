package org.theoremeter.verify.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.logging.LoggerFactory;
import org.theoremeter.theory.derivation.Derivation;
import org.theoremeter.theory.derivation.DerivationChecker;
import org.theoremeter.theory.derivation.Step;
import org.theoremeter.theory.derivation.StepReport;
import org.theoremeter.theory.derivation.justification.Cited;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.verify.Sample;
import org.theoremeter.verify.catalogue.Selection;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.read.ClaimReader;
import org.theoremeter.verify.claim.read.Settings;
import org.theoremeter.verify.evaluate.Derivations;
import org.theoremeter.verify.mutation.StepMutants;

/** Every slip in every step of the built-in derivations is found, unless the checker itself proves that it is none. */
class MutationTest {

    /** Of how many slips in a step one is made, where not all are. */
    private static final int SAMPLED = 6;

    /** What the check of a mutant came to. */
    private record Tried(String step, Step mutant, Grade grade, String how) {
        boolean survived() {
            return grade == Grade.PROVED || grade == Grade.AGREED || grade == Grade.CITED;
        }

        @Override
        public String toString() {
            return step + ": " + mutant.from() + " -> " + mutant.to() + ", "
                    + mutant.because().words() + " (" + grade + ": " + how + ")";
        }
    }

    private static List<Claim.Derivation> derivations() {
        return Selection.of(List.of(), new ClaimReader(Profile.QUICK, Settings.none())).claims().stream()
                .filter(Claim.Derivation.class::isInstance)
                .map(Claim.Derivation.class::cast)
                .toList();
    }

    private static Stream<Tried> tried(Claim.Derivation claim) {
        DerivationChecker checker = Derivations.checker(claim);
        Derivation before = Derivation.in(claim.chain().region());
        for (var definition : claim.chain().definitions()) {
            before = before.define(definition);
        }
        List<Tried> tried = new ArrayList<>();
        for (Step step : claim.chain().steps()) {
            for (Step mutant : Sample.oneIn(SAMPLED, StepMutants.of(step))) {
                tried.add(tried(claim.id() + ", step " + step.name(), before, mutant, checker));
            }
            before = before.then(step);
        }
        return tried.stream();
    }

    private static Tried tried(String name, Derivation before, Step mutant, DerivationChecker checker) {
        Derivation mutated;
        try {
            mutated = before.then(mutant);
        } catch (IllegalArgumentException refused) {
            return new Tried(name, mutant, Grade.UNDECIDED, "refused: " + refused.getMessage());
        }
        int last = mutated.steps().size() - 1;
        StepReport report = checker.check(mutated, last);
        return new Tried(name, mutant, report.grade(), report.how());
    }

    @Test
    void findsEverySlipThatIsOne() {
        List<Claim.Derivation> derivations = derivations();
        List<Tried> tried = IntStream.range(0, derivations.size())
                .parallel()
                .mapToObj(derivations::get)
                .flatMap(MutationTest::tried)
                .toList();
        List<Tried> survivors = tried.stream().filter(Tried::survived).toList();

        String report = "mutants caught: " + (tried.size() - survivors.size()) + " of " + tried.size()
                + "; proved equivalent: " + survivors.size();
        LoggerFactory.getLogger(MutationTest.class).info(() -> report);
        assertThat(survivors).as(report).allMatch(survivor -> survivor.grade() == Grade.PROVED);
        assertThat(survivors.size()).as(report + "\n" + survivors).isLessThanOrEqualTo(tried.size() / 50);
        // Every step has at least one slip, so that none escapes.
        assertThat(tried.stream().map(Tried::step).distinct().count())
                .isEqualTo(derivations.stream()
                        .flatMap(claim -> claim.chain().steps().stream())
                        .filter(step -> !(step.because() instanceof Cited))
                        .count());
    }
}
