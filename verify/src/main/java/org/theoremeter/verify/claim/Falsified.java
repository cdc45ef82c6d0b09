package org.theoremeter.verify.claim;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.theoremeter.verify.claim.yaml.ClaimException;
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
     * Requires each amount to be a margin.
     *
     * @param claim a claim with observations, read already
     * @throws ClaimException if one is none
     */
    static void require(Fields claim) {
        if (!claim.names().contains("falsified")) {
            return;
        }
        YamlNode.Scalar words = claim.needScalar("falsified");
        List<Margin> margins = claim.needList("compare").stream()
                .map(each -> Fields.of(each, "a comparison"))
                .filter(each -> each.names().contains("margin"))
                .map(each -> Margin.read(each.need("margin")))
                .toList();
        Matcher amount = AMOUNT.matcher(words.text());
        while (amount.find()) {
            boolean relative = amount.group(2) != null;
            double size = Double.parseDouble(amount.group(1)) / (relative ? 100 : 1);
            boolean alike = !margins.isEmpty() && margins.stream().allMatch(margin -> margin.relative() == relative);
            if (alike && margins.stream().noneMatch(margin -> same(margin.amount(), size))) {
                throw new ClaimException(
                        words.position(),
                        "found '" + amount.group() + "' under falsified, accepted: the margin of a comparison, "
                                + margins.stream()
                                        .map(Margin::toString)
                                        .distinct()
                                        .collect(Collectors.joining(" or ")));
            }
        }
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) <= ROUNDING * Math.max(a, b);
    }
}
