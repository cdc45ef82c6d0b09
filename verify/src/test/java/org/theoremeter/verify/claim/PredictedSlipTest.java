package org.theoremeter.verify.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.verify.catalogue.Selection;
import org.theoremeter.verify.claim.read.ClaimReader;
import org.theoremeter.verify.claim.read.Settings;
import org.theoremeter.verify.mutation.Slip;

class PredictedSlipTest {

    static Stream<Claim> claims() {
        return Selection.of(List.of(), new ClaimReader(Profile.QUICK, Settings.none())).claims().stream()
                .filter(claim -> claim.header().kind() != Kind.DERIVATION);
    }

    private static List<String> texts(Claim claim) {
        return PredictedSlip.of(claim).stream().map(each -> each.slip().text()).toList();
    }

    /** What is put into a claim is found again just there: the formula is the right one, and the others stay. */
    @ParameterizedTest
    @MethodSource("claims")
    void goesIntoItsOwnPlaceInTheClaim(Claim claim) {
        List<PredictedSlip> slips = PredictedSlip.of(claim);
        boolean orders = claim instanceof Claim.Comparison comparison
                && comparison.comparisons().stream()
                        .allMatch(pair -> pair.below().isEmpty());
        boolean conserved =
                claim instanceof Claim.Invariant invariant && invariant.orders().isEmpty();
        assertThat(slips.isEmpty())
                .as("only a claim that just orders two things, or that something stays, predicts no number")
                .isEqualTo(orders || conserved);
        for (int i = 0; i < slips.size(); i++) {
            Slip slip = slips.get(i).slip();
            if (slip.sort() == Slip.Sort.NUMBER && slip.text().matches("[1-9][0-9]*")) {
                List<String> expected = new ArrayList<>(texts(claim));
                expected.set(i, slip.text() + ".7");
                BigDecimal wrong =
                        new BigDecimal("0.7").divide(new BigDecimal(slip.text()), 30, java.math.RoundingMode.HALF_EVEN);
                Claim mutant = slips.get(i).in(claim, slip.scaled(wrong));
                List<String> found = texts(mutant).stream()
                        .map(text -> text.matches("[0-9]+\\.[0-9]{20,}")
                                ? new BigDecimal(text)
                                        .setScale(1, java.math.RoundingMode.HALF_EVEN)
                                        .toString()
                                : text)
                        .toList();
                assertThat(found).as(claim.id() + " " + slips.get(i).name()).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("claims")
    void isFoundByItsNameAndByNoOther(Claim claim) {
        List<PredictedSlip> slips = PredictedSlip.of(claim);
        assertThat(slips)
                .allSatisfy(each ->
                        assertThat(PredictedSlip.named(each.name(), slips)).isEqualTo(each));
        assertThat(slips).extracting(PredictedSlip::name).doesNotHaveDuplicates();
    }
}
