package org.theoremeter.verify.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.theoremeter.reports.document.Badge;
import org.theoremeter.reports.document.Block;
import org.theoremeter.reports.document.Cell;
import org.theoremeter.reports.document.Fact;
import org.theoremeter.reports.document.Section;
import org.theoremeter.reports.document.Table;
import org.theoremeter.reports.document.Tone;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.Results;
import org.theoremeter.verify.results.Sensitivity;

/** Shows how wrong predictions could be without their claims noticing, where a run asked for that. */
final class SensitivityBlocks {

    private SensitivityBlocks() {}

    /** Returns what one claim would notice: in one line, then number by number. */
    static List<Block> of(ClaimResult claim) {
        Sensitivity sensitivity = claim.evidence().sensitivity();
        if (sensitivity == null) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        sensitivity
                .constants()
                .forEach(constant ->
                        facts.add(new Fact("error noticed in " + constant.name(), error(constant.noticed()))));
        sensitivity
                .exempt()
                .forEach(each -> facts.add(new Fact(
                        "exempt is " + each.name(),
                        each.reason() + (each.needless() ? " (without need: the claim would notice)" : ""))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph("What this claim would notice: " + sensitivity.line() + "."));
        if (!facts.isEmpty()) {
            blocks.add(new Block.Facts(facts));
        }
        return blocks;
    }

    private static String error(Double noticed) {
        return noticed == null ? "none" : Sensitivity.error(noticed);
    }

    /** Returns the table of all claims, or nothing if the run did not ask. */
    static Optional<Section> section(Results results) {
        List<ClaimResult> analysed = results.claims().stream()
                .filter(claim -> claim.evidence().sensitivity() != null
                        && claim.evidence().sensitivity().note() == null)
                .toList();
        if (analysed.isEmpty()) {
            return Optional.empty();
        }
        Table table = new Table(
                "sensitivity",
                "What each claim that passes would notice: the smallest relative error that is noticed like all larger ones, in"
                        + " the number of its prediction that it guards least; and how many exponents wrong by a half, signs,"
                        + " and slips in steps of derivations it catches",
                List.of(
                        new Table.Column("Claim", Table.Align.LEFT),
                        new Table.Column("Error noticed", Table.Align.RIGHT),
                        new Table.Column("In", Table.Align.LEFT),
                        new Table.Column("Caught", Table.Align.RIGHT),
                        new Table.Column("Exempt", Table.Align.RIGHT)),
                analysed.stream().map(SensitivityBlocks::row).toList());
        long little = analysed.stream()
                .filter(claim -> claim.evidence().sensitivity().provesLittle())
                .count();
        Badge badge = little == 0
                ? new Badge("ALL NOTICE 10 %", Tone.GOOD)
                : new Badge(little + " PROVE LITTLE", Tone.UNDECIDED);
        return Optional.of(new Section("what_is_noticed", "What the claims would notice", "", badge, List.of(table)));
    }

    private static List<Cell> row(ClaimResult claim) {
        Sensitivity sensitivity = claim.evidence().sensitivity();
        boolean number = sensitivity.constant() != null;
        return List.of(
                new Cell.Text(claim.id()),
                number ? new Cell.Text(error(sensitivity.noticed())) : new Cell.Empty(),
                number ? new Cell.Text(sensitivity.constant()) : new Cell.Empty(),
                new Cell.Text(sensitivity.caught() + " of " + sensitivity.made()),
                new Cell.Text(Integer.toString(sensitivity.exempt().size())));
    }
}
