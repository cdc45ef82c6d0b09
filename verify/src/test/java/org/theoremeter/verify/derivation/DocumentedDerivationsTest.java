package org.theoremeter.verify.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.theoremeter.theory.derivation.Definition;
import org.theoremeter.theory.derivation.Step;
import org.theoremeter.verify.catalogue.Selection;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.read.ClaimReader;
import org.theoremeter.verify.claim.read.Settings;
import org.theoremeter.verify.evaluate.DerivationText;

/**
 * docs/theory.md shows every derivation of the catalogue, with the formulas of the derivation file itself.
 *
 * <p>Run with {@code -Dtheoremeter.docs=write}, this test brings the page up to date: it fills the space between the lines {@code
 * <!-- derivation ID -->} and {@code <!-- end -->}, which are written by hand.
 */
class DocumentedDerivationsTest {

    private static final Path PAGE = Path.of("").toAbsolutePath().getParent().resolve("docs/theory.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)<!-- derivation (\\S+) -->\\n(.*?)<!-- end -->");

    private static List<Claim.Derivation> derivations() {
        return Selection.of(List.of(), new ClaimReader(Profile.QUICK, Settings.none())).claims().stream()
                .filter(Claim.Derivation.class::isInstance)
                .map(Claim.Derivation.class::cast)
                .toList();
    }

    @Test
    void theTheoryPageShowsTheFormulasOfTheFiles() throws IOException {
        List<Claim.Derivation> derivations = derivations();
        String page = Files.readString(PAGE);
        String current = BLOCK.matcher(page)
                .replaceAll(block -> Matcher.quoteReplacement("<!-- derivation " + block.group(1) + " -->\n"
                        + block(derivations, block.group(1)) + "<!-- end -->"));
        if ("write".equals(System.getProperty("theoremeter.docs"))) {
            Files.writeString(PAGE, current);
        } else {
            assertThat(page)
                    .as("docs/theory.md is behind the derivation files: run this test with -Dtheoremeter.docs=write")
                    .isEqualTo(current);
        }
        assertThat(BLOCK.matcher(page).results().map(block -> block.group(1)))
                .as("derivations with their two lines <!-- derivation ID --> and <!-- end --> in docs/theory.md")
                .containsExactlyInAnyOrderElementsOf(
                        derivations.stream().map(Claim::id).toList());
    }

    private static String block(List<Claim.Derivation> derivations, String id) {
        return derivations.stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .map(DocumentedDerivationsTest::block)
                .orElse("(no such derivation)\n");
    }

    private static String block(Claim.Derivation claim) {
        StringBuilder out = new StringBuilder();
        for (Definition definition : claim.chain().definitions()) {
            String origin = definition.source().isEmpty() ? "" : " (from `" + definition.source() + "`)";
            String means = definition.means().isEmpty() ? "" : ", " + definition.means();
            out.append("- $")
                    .append(DerivationText.of(definition).tex())
                    .append("$")
                    .append(means)
                    .append(origin)
                    .append("\n");
        }
        out.append("\n");
        int number = 0;
        for (Step step : claim.chain().steps()) {
            number++;
            String says = step.says().isEmpty() ? "" : step.says() + ": ";
            out.append(number)
                    .append(". ")
                    .append(says)
                    .append("$")
                    .append(DerivationText.of(step).tex())
                    .append("$ — ")
                    .append(step.because().words())
                    .append("\n");
        }
        return out.append("\n").toString();
    }
}
