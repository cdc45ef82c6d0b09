package org.theoremeter.verify.claim.read;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.theoremeter.verify.claim.comparison.Margin;
import org.theoremeter.verify.claim.read.comparison.MarginReader;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * Holds what a claim says would falsify it against its margins: "by more than 1 %" beside a margin of 5 % is one of two claims.
 *
 * <p>Numbers in other units, multiples, and percentages beside margins without (or the reverse) say nothing.
 */
final class Falsified {

    private static final double ROUNDING = 1e-9;

    private static final Pattern AMOUNT = Pattern.compile(
            "\\b(?:by more than|exceeds?)\\s+(\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)(?:(\\s?%)|(?![\\w.%]))"
                    + "(?=\\s*(?:$|[,;.:()]|(?:anywhere|everywhere|somewhere|once|relative|and|or|at|of|on|in|for|from|to"
                    + "|when|where|while|over|along|before|after|during|under|until|with|within|near|if|as)\\b))");

    private Falsified() {}

    /**
     * Requires one of the amounts, if there are any, to be a margin: others may be about something else.
     *
     * @param claim a claim with observations, read already
     * @throws ClaimException if none is
     */
    static void require(Fields claim) {
        if (!claim.names().contains("falsified")) {
            return;
        }
        YamlNode.Scalar words = claim.needScalar("falsified");
        List<Margin> margins = claim.needList("compare").stream()
                .map(each -> Fields.of(each, "a comparison"))
                .filter(each -> each.names().contains("margin"))
                .map(each -> MarginReader.read(each.need("margin")))
                .toList();
        List<MatchResult> amounts = AMOUNT.matcher(words.text()).results().toList();
        boolean contradicted = !amounts.isEmpty()
                && !margins.isEmpty()
                && amounts.stream()
                        .allMatch(amount -> margins.stream().allMatch(margin -> contradicts(amount, margin)));
        if (contradicted) {
            throw new ClaimException(
                    words.position(),
                    "found '" + amounts.get(0).group() + "' under falsified, accepted: the margin of a comparison, "
                            + margins.stream().map(Margin::toString).distinct().collect(Collectors.joining(" or ")));
        }
    }

    private static boolean contradicts(MatchResult amount, Margin margin) {
        boolean relative = amount.group(2) != null;
        double size = Double.parseDouble(amount.group(1)) / (relative ? 100 : 1);
        return margin.relative() == relative && !same(margin.amount(), size);
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) <= ROUNDING * Math.max(a, b);
    }
}
