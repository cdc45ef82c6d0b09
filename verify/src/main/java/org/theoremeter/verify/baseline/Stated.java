package org.theoremeter.verify.baseline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.theoremeter.verify.results.ClaimDescription.Statement;
import org.theoremeter.verify.results.ClaimResult;

/** What changed in what a claim states, whether or not it still holds. */
final class Stated {

    private static final String IN = " in ";

    private Stated() {}

    static List<Change> changes(ClaimResult before, ClaimResult after) {
        List<Change> changes = new ArrayList<>();
        changes.addAll(Change.between(
                "kind", before.description().kind(), after.description().kind(), Weight.RESTATED));
        changes.addAll(statements(before, after));
        changes.addAll(Change.between("", domains(before), domains(after), Weight.RESTATED));
        changes.addAll(lines("assumes", assumptions(before), assumptions(after)));
        changes.addAll(lines(
                "compares",
                before.description().prediction().compared(),
                after.description().prediction().compared()));
        changes.addAll(Change.between("expected", expected(before), expected(after), Weight.RESTATED));
        changes.addAll(Change.between("title", before.title(), after.title(), Weight.NOTED));
        changes.addAll(Change.between(
                "paper",
                before.description().source().paper(),
                after.description().source().paper(),
                Weight.NOTED));
        changes.addAll(Change.between(
                "theory",
                before.description().source().theory(),
                after.description().source().theory(),
                Weight.NOTED));
        changes.addAll(Change.between(
                "standing",
                before.description().source().standing(),
                after.description().source().standing(),
                Weight.NOTED));
        changes.addAll(Change.between(
                "falsified if",
                before.description().falsified(),
                after.description().falsified(),
                Weight.NOTED));
        return changes;
    }

    private static List<Change> statements(ClaimResult before, ClaimResult after) {
        Map<String, Statement> was =
                Change.keyed(before.description().prediction().statements(), each -> named(before, each));
        Map<String, Statement> is =
                Change.keyed(after.description().prediction().statements(), each -> named(after, each));
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            Statement earlier = was.get(name);
            Statement later = is.get(name);
            if (earlier == null || later == null) {
                changes.addAll(Change.between(name, text(earlier), text(later), Weight.RESTATED));
            } else {
                changes.addAll(statement(name, earlier, later));
            }
        }
        return changes;
    }

    private static String named(ClaimResult claim, Statement statement) {
        String sort = !"derivation".equals(claim.description().kind())
                ? "predicted "
                : statement.because() == null ? "definition " : "step ";
        return sort + statement.label();
    }

    private static String text(Statement statement) {
        return statement == null ? null : statement.text();
    }

    /** The text for readers where it differs; the exact one where only that does; early records have none. */
    private static List<Change> statement(String name, Statement before, Statement after) {
        List<Change> changes = new ArrayList<>(Change.between(name, before.text(), after.text(), Weight.RESTATED));
        boolean exact = before.exact() != null && after.exact() != null;
        boolean because = !Objects.equals(before.because(), after.because());
        if (changes.isEmpty() && exact && !because) {
            changes.addAll(Change.between(name, before.exact(), after.exact(), Weight.RESTATED));
        }
        changes.addAll(Change.between(name + " because", before.because(), after.because(), Weight.RESTATED));
        changes.addAll(Change.between(name + " says", before.says(), after.says(), Weight.NOTED));
        return changes;
    }

    private static Map<String, String> domains(ClaimResult claim) {
        List<String> domains = claim.description().prediction().assumes().stream()
                .filter(each -> each.contains(IN))
                .toList();
        Map<String, String> bySymbol = new LinkedHashMap<>();
        Change.keyed(domains, each -> "domain of " + each.substring(0, each.indexOf(IN)))
                .forEach((name, text) -> bySymbol.put(name, text.substring(text.indexOf(IN) + IN.length())));
        return bySymbol;
    }

    private static List<String> assumptions(ClaimResult claim) {
        return claim.description().prediction().assumes().stream()
                .filter(each -> !each.contains(IN))
                .toList();
    }

    /** Lines that are only there before or only after; the first of the ones stands against the first of the others. */
    private static List<Change> lines(String what, List<String> before, List<String> after) {
        List<String> gone = new ArrayList<>(before);
        after.forEach(gone::remove);
        List<String> come = new ArrayList<>(after);
        before.forEach(come::remove);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
            changes.addAll(Change.between(
                    what, i < gone.size() ? gone.get(i) : "", i < come.size() ? come.get(i) : "", Weight.RESTATED));
        }
        return changes;
    }

    private static String expected(ClaimResult claim) {
        return claim.description().expected() == null
                ? ""
                : claim.description().expected().verdict().text() + ", because "
                        + claim.description().expected().because();
    }
}
