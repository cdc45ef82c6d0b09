package org.theoremeter.verify.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremeter.simulate.sweep.ObservationStore;
import org.theoremeter.simulate.sweep.Progress;
import org.theoremeter.simulate.sweep.Sweep;
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

class CatalogueTest {

    /** Observations that the tests share, whichever comes first. */
    @TempDir
    static Path store;

    @ParameterizedTest
    @EnumSource(Profile.class)
    void is_well_formed_in_every_profile(Profile profile) {
        Selection.Chosen chosen = Selection.of(List.of(), new ClaimReader(profile, Settings.none()));
        assertThat(chosen.faults()).isEmpty();
        assertThat(chosen.claims()).hasSizeGreaterThan(15);
        assertThat(chosen.claims()).allSatisfy(claim -> {
            assertThat(claim.header().falsified()).as(claim.id()).isNotBlank();
            assertThat(claim.header().source().theory()).as(claim.id()).isNotBlank();
        });
    }

    /** The whole quick catalogue, as {@code ./theoremeter verify} runs it. */
    @Test
    void comes_out_as_expected() {
        List<Claim> claims = Selection.of(List.of(), new ClaimReader(Profile.QUICK, Settings.none()))
                .claims();
        Sweep sweep = Sweep.of(2, ObservationStore.at(store), false, 1);
        List<ClaimResult> results = new Verification(sweep, new Silent()).run(claims);
        assertThat(results).hasSameSizeAs(claims);
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

    /** An error of a tenth in a number is noticed, as are wrong exponents and signs; slips in derivations have their own test. */
    @Test
    void notices_wrong_predictions_or_says_why_not() {
        List<Claim> claims = Selection.of(List.of(), new ClaimReader(Profile.QUICK, Settings.none())).claims().stream()
                .filter(claim -> claim.header().kind() != Kind.DERIVATION)
                .toList();
        Sweep sweep = Sweep.of(2, ObservationStore.at(store), false, 1);
        List<ClaimResult> results =
                new Verification(sweep, new Silent()).withSensitivity(2).run(claims);
        List<ClaimResult> analysed = results.stream()
                .filter(result -> result.evidence().sensitivity().note() == null)
                .toList();
        assertThat(analysed).hasSizeGreaterThan(15);
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
