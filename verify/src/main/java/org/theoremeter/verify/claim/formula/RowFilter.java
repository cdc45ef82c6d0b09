package org.theoremeter.verify.claim.formula;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * Which rows of a table are used: comparisons such as {@code rate > 0.0045} that all have to hold.
 *
 * <p>Each has one of {@code = == != < <= > >=} between a column and a number, the column under its own name; or between two formulas,
 * in which a hyphen of a column is written as an underscore.
 */
public final class RowFilter {

    private static final Pattern SIMPLE = Pattern.compile("(.+?)\\s*(<=|>=|!=|==|=|<|>)\\s*([^\\s<>=!]+)");
    private static final Pattern SIGN = Pattern.compile("<=|>=|!=|==|=|<|>|≤|≥");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}_]*");

    /** An equals sign of its own, which formulas write twice. */
    private static final Pattern EQUAL = Pattern.compile("(?<![<>=!])=(?!=) ?");

    private final List<Comparison> comparisons;

    private RowFilter(List<Comparison> comparisons) {
        this.comparisons = List.copyOf(comparisons);
    }

    /**
     * One comparison.
     *
     * @param condition what is to hold, or not
     * @param negated whether it is not to
     * @param columns the columns by their symbols in it
     * @param text as it was written
     */
    private record Comparison(Condition condition, boolean negated, Map<String, String> columns, String text) {
        boolean keeps(ToDoubleFunction<String> values) {
            Map<String, Double> bySymbol = new LinkedHashMap<>();
            columns.forEach((symbol, column) -> bySymbol.put(symbol, values.applyAsDouble(column)));
            double left = condition.left().evaluate(bySymbol);
            double right = condition.right().evaluate(bySymbol);
            // what is no number is neither equal nor unequal
            return !Double.isNaN(left)
                    && !Double.isNaN(right)
                    && condition.relation().holds(left, right) != negated;
        }
    }

    /**
     * Reads comparisons.
     *
     * @param nodes one each
     * @param columns the columns of the table
     * @throws ClaimException if one does not parse or has an unknown column
     */
    public static RowFilter read(List<? extends YamlNode> nodes, Collection<String> columns) {
        return new RowFilter(nodes.stream()
                .map(node -> comparison(Fields.scalar(node, "a condition"), columns))
                .toList());
    }

    /** Returns the columns that decide. */
    public Set<String> columns() {
        return comparisons.stream()
                .flatMap(comparison -> comparison.columns.values().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns whether a row is used.
     *
     * @param values the value of a column in the row
     */
    public boolean keeps(ToDoubleFunction<String> values) {
        return comparisons.stream().allMatch(comparison -> comparison.keeps(values));
    }

    /** Returns the comparisons as they were written. */
    @Override
    public String toString() {
        return comparisons.stream().map(Comparison::text).collect(Collectors.joining(", "));
    }

    private static Comparison comparison(YamlNode.Scalar scalar, Collection<String> columns) {
        return simple(scalar, columns).orElseGet(() -> ofFormulas(scalar, columns));
    }

    /** Reads a column and a number; empty if it is neither. */
    private static Optional<Comparison> simple(YamlNode.Scalar scalar, Collection<String> columns) {
        Matcher matcher = SIMPLE.matcher(scalar.text().strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String column = matcher.group(1);
        if (!columns.contains(column)) {
            if (WORD.matcher(column).matches() && !bySymbol(columns).containsKey(column)) {
                throw new ClaimException(
                        scalar.at(scalar.text().indexOf(column) + 1),
                        "found no column " + Quotation.of(column) + ", "
                                + Nearest.hint(column, new TreeSet<>(columns)));
            }
            return Optional.empty();
        }
        if (Fields.decimal(matcher.group(3)).isEmpty()) {
            return Optional.empty();
        }
        String symbol = "column";
        return Optional.of(new Comparison(
                Condition.parse(symbol + formulaSign(matcher.group(2)) + "("
                        + matcher.group(3).replaceFirst("^\\+", "") + ")"),
                matcher.group(2).equals("!="),
                Map.of(symbol, column),
                scalar.text().strip()));
    }

    private static String formulaSign(String sign) {
        return sign.equals("!=") || sign.equals("=") ? "==" : sign;
    }

    private static Comparison ofFormulas(YamlNode.Scalar scalar, Collection<String> columns) {
        Map<String, String> bySymbol = bySymbol(columns);
        long signs = SIGN.matcher(scalar.text()).results().count();
        boolean unequal = scalar.text().contains("!=");
        // of several, those of case distinctions, the formula knows which is which, but has no sign for unequal
        if (signs == 0 || (unequal && signs > 1)) {
            throw new ClaimException(
                    scalar.position(),
                    "found " + scalar.described()
                            + ", accepted: one comparison, COLUMN OP NUMBER, with OP one of = != < <= > >=");
        }
        // a space behind the sign is taken for its second half, so that columns of faults stay
        String text = EQUAL.matcher(scalar.text().replace("!=", "==")).replaceAll("==");
        YamlNode.Scalar written = new YamlNode.Scalar(text, scalar.quoted(), scalar.literal(), scalar.position());
        Condition condition = FormulaReader.readConditions(List.of(written), bySymbol.keySet())
                .get(0);
        if (condition.symbols().isEmpty()) {
            throw new ClaimException(
                    scalar.position(),
                    "found " + scalar.described() + ", in which no column is, "
                            + Nearest.hint(scalar.text(), new TreeSet<>(columns)));
        }
        Map<String, String> used = new LinkedHashMap<>();
        condition.symbols().forEach(symbol -> used.put(symbol, bySymbol.get(symbol)));
        return new Comparison(condition, unequal, used, scalar.text().strip());
    }

    private static Map<String, String> bySymbol(Collection<String> columns) {
        Map<String, String> bySymbol = new LinkedHashMap<>();
        columns.forEach(name -> bySymbol.put(Observable.symbolOf(name), name));
        return bySymbol;
    }
}
