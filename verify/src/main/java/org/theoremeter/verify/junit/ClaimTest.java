package org.theoremeter.verify.junit;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.theoremeter.simulate.sweep.Progress;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.Verification;
import org.theoremeter.verify.catalogue.Selection;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.csv.DataFiles;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimResult;

/**
 * Reads a claim, simulates what it asks for, and judges it.
 *
 * @param document the claim
 * @param beside all claims of its file, for derivations that start from another's result
 * @param settings how it is run
 */
record ClaimTest(YamlNode document, List<YamlNode> beside, RunSettings settings) implements Executable {

    private static final int LONGEST_TITLE = 300;

    /** Hears everything and says nothing. */
    private static final class Silent implements Verification.Listener {
        @Override
        public void observed(Progress progress) {}

        @Override
        public void judged(int index, ClaimResult result) {}
    }

    /** Returns the claim's name, if it has one; it may be wrong in any other way. */
    Optional<String> id() {
        return text("id");
    }

    /** Returns {@code id — title}, or the place of a claim that has neither. */
    String title() {
        return id().filter(id -> !id.isBlank())
                .map(id -> id + text("title").map(title -> " — " + title).orElse(""))
                .map(name -> Quotation.start(name, LONGEST_TITLE))
                .orElse("line " + document.position().line());
    }

    private Optional<String> text(String key) {
        return document instanceof YamlNode.Mapping mapping
                        && mapping.entries().get(key) instanceof YamlNode.Scalar scalar
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    /**
     * Returns if the claim passes, or disagrees as expected.
     *
     * @throws AssertionFailedError if it does not, or cannot be read
     * @throws TestAbortedException if the profile leaves it out
     */
    @Override
    public void execute() {
        Claim claim;
        try {
            claim = settings.reader()
                    .among(Selection.library(beside), DataFiles.besideTheClaim())
                    .read(document);
        } catch (ClaimException fault) {
            throw Failure.of(fault.getMessage());
        }
        if (claim.header().skipped()) {
            throw new TestAbortedException(claim.id() + " is left out of the profile "
                    + settings.profile().text() + ", " + claim.header().position());
        }
        ClaimResult result = new Verification(settings.sweep(), new Silent())
                .run(List.of(claim))
                .get(0);
        boolean asExpected = result.verdict() == Verdict.PASS && !result.passesUnexpectedly();
        if (!asExpected && !result.disagreesAsExpected()) {
            throw new Failure(result, Places.of((YamlNode.Mapping) document, settings.profile()), settings).error();
        }
    }
}
