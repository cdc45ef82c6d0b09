package org.theoremeter.verify.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremeter.simulate.sweep.ObservationStore;
import org.theoremeter.simulate.sweep.Progress;
import org.theoremeter.simulate.sweep.Sweep;
import org.theoremeter.verify.Sample;
import org.theoremeter.verify.Verification;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Kind;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.read.ClaimReader;
import org.theoremeter.verify.claim.read.Settings;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.Sensitivity;

/** The built-in claims: as {@code ./theoremeter verify} runs them, and made wrong. */
@Order(1)
class CatalogueTest {

    /** Of how many simulated claims one is run, and of how many that can be made wrong one is, where not all are. */
    private static final int SIMULATED = 5;

    private static final int MADE_WRONG = 4;

    /** Observations, made once for all tests. */
    @TempDir
    static Path store;

    /** The claims of the quick catalogue that are judged, some with their sensitivity. */
    private static List<Claim> claims;

    private static List<ClaimResult> results;

    @BeforeAll
    static void judgeTheQuickCatalogue() {
        List<Claim> all = quick();
        Set<Claim> simulated = Set.copyOf(Sample.oneIn(
                SIMULATED, all.stream().filter(claim -> claim.runs() > 0).toList()));
        claims = all.stream()
                .filter(claim -> claim.runs() == 0 || simulated.contains(claim))
                .toList();
        List<Claim> wrong = Sample.oneIn(
                MADE_WRONG, claims.stream().filter(CatalogueTest::canBeWrong).toList());
        List<Claim> others =
                claims.stream().filter(claim -> !wrong.contains(claim)).toList();
        Sweep sweep = Sweep.of(2, ObservationStore.at(store), false, 1);
        results = Stream.concat(
                        new Verification(sweep, new Silent()).run(others).stream(),
                        new Verification(sweep, new Silent()).withSensitivity(2).run(wrong).stream())
                .toList();
    }

    private static List<Claim> quick() {
        return Selection.of(List.of(), new ClaimReader(Profile.QUICK, Settings.none()))
                .claims();
    }

    /** Slips in derivations have a test of their own. */
    private static boolean canBeWrong(Claim claim) {
        return claim.header().kind() != Kind.DERIVATION;
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void isWellFormedInEveryProfile(Profile profile) {
        Selection.Chosen chosen = Selection.of(List.of(), new ClaimReader(profile, Settings.none()));
        assertThat(chosen.faults()).isEmpty();
        assertThat(chosen.claims()).hasSizeGreaterThan(15);
        assertThat(chosen.claims()).allSatisfy(claim -> {
            assertThat(claim.header().falsified()).as(claim.id()).isNotBlank();
            assertThat(claim.header().source().theory()).as(claim.id()).isNotBlank();
        });
        assertThat(chosen.claims())
                .extracting(claim -> new Catalogue.Entry(
                        claim.id(),
                        claim.header().kind().text(),
                        claim.header().source().theory(),
                        claim.header().title()))
                .isEqualTo(Catalogue.entries());
    }

    @Test
    void comesOutAsExpected() {
        assertThat(results)
                .extracting(ClaimResult::id)
                .containsExactlyInAnyOrderElementsOf(
                        claims.stream().map(Claim::id).toList());
        assertThat(claims).hasSizeGreaterThanOrEqualTo(Sample.isWhole() ? quick().size() : 60);
        List<String> unexpected = results.stream()
                .filter(ClaimResult::ran)
                .filter(result -> result.verdict() != expected(result))
                .map(result -> result.id() + ": " + result.verdict() + " "
                        + result.conclusion().reason()
                        + result.comparisons().stream()
                                .map(ComparisonResult::message)
                                .toList())
                .toList();
        assertThat(unexpected).isEmpty();
        assertThat(results.stream().filter(ClaimResult::ran)).hasSizeGreaterThan(15);
    }

    /** An error of a tenth in a number is noticed, as are wrong exponents and signs. */
    @Test
    void noticesWrongPredictionsOrSaysWhyNot() {
        List<ClaimResult> analysed = results.stream()
                .filter(result -> result.evidence().sensitivity() != null
                        && result.evidence().sensitivity().note() == null)
                .toList();
        assertThat(analysed).hasSizeGreaterThan(Sample.isWhole() ? 60 : 4);
        assertThat(analysed)
                .filteredOn(result -> result.evidence().sensitivity().provesLittle()
                        || !result.evidence().sensitivity().survivors().isEmpty()
                        || result.evidence().sensitivity().exempt().stream().anyMatch(Sensitivity.Exempt::needless))
                .extracting(result ->
                        result.id() + ": " + result.evidence().sensitivity().line())
                .isEmpty();
    }

    private static Verdict expected(ClaimResult result) {
        return result.description().expected() == null
                ? Verdict.PASS
                : result.description().expected().verdict();
    }

    private static final class Silent implements Verification.Listener {
        @Override
        public void observed(Progress progress) {}

        @Override
        public void judged(int index, ClaimResult result) {}
    }
}
