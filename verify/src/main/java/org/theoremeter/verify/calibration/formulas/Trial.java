package org.theoremeter.verify.calibration.formulas;

import java.io.StringReader;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.theoremeter.theory.derivation.DerivationChecker;
import org.theoremeter.theory.derivation.IdentityChecker;
import org.theoremeter.theory.derivation.StepReport;
import org.theoremeter.theory.evidence.Evidence;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.csv.DataFiles;
import org.theoremeter.verify.claim.csv.Table;
import org.theoremeter.verify.claim.read.ClaimReader;
import org.theoremeter.verify.claim.read.Settings;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.YamlReader;
import org.theoremeter.verify.evaluate.Evaluation;
import org.theoremeter.verify.evaluate.Finding;
import org.theoremeter.verify.evaluate.Observations;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.Verdict;

/** Reads a statement as a user's claim file is read, has it checked once, and judges it under every requirement. */
final class Trial {

    private final IdentityChecker identities;
    private final DerivationChecker derivations;

    Trial(Duration limit) {
        this.identities = IdentityChecker.withDefaults().with(limit);
        this.derivations = DerivationChecker.withDefaults().with(limit);
    }

    Checked of(Statement statement) {
        try {
            return checked(read(statement));
        } catch (ClaimException refused) {
            return Checked.refused(refused.getMessage());
        } catch (RuntimeException fault) {
            return Checked.of(Verdict.ERROR, "could not be evaluated: " + fault);
        }
    }

    /**
     * Reads a statement.
     *
     * @throws ClaimException if it is refused
     */
    static Claim read(Statement statement) {
        DataFiles files = file ->
                Table.of(file.text(), new StringReader(statement.tables().get(file.text())));
        return new ClaimReader(Profile.STANDARD, Settings.none())
                .among(id -> Optional.empty(), files)
                .read(YamlReader.read(statement.id(), statement.text(Grade.AGREED))
                        .get(0));
    }

    private Checked checked(Claim claim) {
        if (claim instanceof Claim.Identity identity) {
            return Checked.of(identities.check(
                    identity.left(), identity.right(), identity.header().given().region()));
        }
        if (claim instanceof Claim.Derivation derivation) {
            return Checked.of(derivations.check(derivation.chain()).stream()
                    .map(StepReport::evidence)
                    .reduce(Evidence::and)
                    .orElseThrow());
        }
        return observed(claim);
    }

    /** A claim about data passes or not, whatever grade is required of formulas. */
    private static Checked observed(Claim claim) {
        Map<String, Observations> sources = new TreeMap<>();
        claim.observed().forEach((name, observe) -> sources.put(name, Observations.recorded(observe)));
        Judgement worst = Evaluation.of(claim, sources).stream()
                .map(Finding::judgement)
                .max(Comparator.comparing(Judgement::verdict))
                .orElseThrow();
        return Checked.of(worst.verdict(), worst.message());
    }
}
