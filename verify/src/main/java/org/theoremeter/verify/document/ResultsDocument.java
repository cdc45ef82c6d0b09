package org.theoremeter.verify.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.theoremeter.reports.document.Check;
import org.theoremeter.reports.document.Document;
import org.theoremeter.reports.document.Fact;
import org.theoremeter.reports.document.Section;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.Provenance;
import org.theoremeter.verify.results.Results;
import org.theoremeter.verify.results.Summary;

/** Makes the document of a run. */
public final class ResultsDocument {

    private ResultsDocument() {}

    /** Returns the document of a run: counts, a table of all claims, a section a claim, provenance. */
    public static Document of(Results results) {
        List<Section> sections = new ArrayList<>();
        sections.add(ComparisonsSection.of(results));
        SensitivityBlocks.section(results).ifPresent(sections::add);
        List<Check> checks = new ArrayList<>();
        for (ClaimResult claim : results.claims()) {
            sections.add(ClaimSection.of(claim));
            checks.addAll(checks(claim));
        }
        return new Document(
                "Theoremeter report",
                "Predictions held against simulation: a claim passes only when the whole interval of what was measured"
                        + " lies inside the margin it declares.",
                headline(results.summary()),
                sections,
                checks,
                provenance(results.provenance()));
    }

    private static List<Fact> headline(Summary summary) {
        return List.of(
                new Fact("passed", Integer.toString(summary.pass())),
                new Fact("failed", Integer.toString(summary.fail())),
                new Fact("inconclusive", Integer.toString(summary.inconclusive())),
                new Fact("error", Integer.toString(summary.error())),
                new Fact("known disagreements", Integer.toString(summary.expected())),
                new Fact("not run", Integer.toString(summary.notRun())));
    }

    private static List<Check> checks(ClaimResult claim) {
        if (!claim.ran() || claim.comparisons().isEmpty()) {
            return List.of(new Check(
                    claim.id(),
                    claim.title(),
                    claim.ran() ? unanswered(claim.verdict()) : Check.Status.SKIPPED,
                    claim.conclusion().reason(),
                    ""));
        }
        return claim.comparisons().stream()
                .map(comparison -> new Check(
                        claim.id(),
                        comparison.name(),
                        status(claim, comparison),
                        comparison.message(),
                        claim.title() + "\n" + claim.description().falsified()))
                .toList();
    }

    private static Check.Status status(ClaimResult claim, ComparisonResult comparison) {
        if (claim.disagreesAsExpected() && comparison.verdict() != Verdict.PASS) {
            return Check.Status.SKIPPED;
        }
        return switch (comparison.verdict()) {
            case PASS -> claim.passesUnexpectedly() ? Check.Status.FAILED : Check.Status.PASSED;
            case FAIL -> Check.Status.FAILED;
            default -> unanswered(comparison.verdict());
        };
    }

    private static Check.Status unanswered(Verdict verdict) {
        return verdict == Verdict.INCONCLUSIVE ? Check.Status.INCONCLUSIVE : Check.Status.ERROR;
    }

    private static List<Fact> provenance(Provenance provenance) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Theoremeter", provenance.version()));
        facts.add(new Fact("commit", provenance.commit()));
        facts.add(new Fact("root seed", Long.toString(provenance.seed())));
        facts.add(new Fact("profile", provenance.profile()));
        facts.add(new Fact("kernel", kernel(provenance.kernel())));
        provenance.settings().forEach((name, value) -> facts.add(new Fact("set " + name, value)));
        facts.add(new Fact("Java", provenance.jdk()));
        provenance.libraries().forEach((name, version) -> facts.add(new Fact(name, version)));
        Provenance.Run run = provenance.run();
        facts.add(new Fact("started", run.started()));
        facts.add(new Fact("took", String.format(Locale.ROOT, "%.1f s", run.seconds())));
        facts.add(new Fact("machine", run.host()));
        facts.add(new Fact("threads", Integer.toString(run.threads())));
        facts.add(new Fact("observations", run.computed() + " computed, " + run.reused() + " reused"));
        return facts;
    }

    /** Says of plain Java, once, what would be faster. */
    private static String kernel(String name) {
        return name.equals("plain")
                ? "plain (vectors give the same bits sooner where Java has --add-modules jdk.incubator.vector)"
                : name;
    }
}
