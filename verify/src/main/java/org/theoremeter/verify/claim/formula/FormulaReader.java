package org.theoremeter.verify.claim.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.grammar.FormulaException;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.term.Term;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads formulas out of a claim file, so that every fault points at its column in the file. */
public final class FormulaReader {

    private FormulaReader() {}

    /**
     * Reads a formula over known symbols.
     *
     * @param node the text of the formula
     * @param what what it is for, used in messages
     * @param known the symbols that may occur
     * @throws ClaimException if it does not parse or has an unknown symbol
     */
    public static Expression read(YamlNode node, String what, Collection<String> known) {
        YamlNode.Scalar scalar = Fields.scalar(node, what);
        Expression expression = parse(scalar);
        requireKnown(scalar, expression.symbols(), known);
        requireValue(scalar, expression);
        return expression;
    }

    /**
     * Reads a formula over observables, whose hyphens are written as underscores unless the whole text is the name of
     * one: {@code critical-rate}, {@code abs(final_outlier - 0.9)}.
     *
     * @param observables the observables that may occur
     * @param known other symbols that may occur
     */
    public static Expression readObserved(
            YamlNode node, String what, Collection<String> observables, Collection<String> known) {
        YamlNode.Scalar scalar = Fields.scalar(node, what);
        if (observables.contains(scalar.text().strip())) {
            return Expression.symbol(Observable.symbolOf(scalar.text().strip()));
        }
        List<String> accepted =
                new ArrayList<>(observables.stream().map(Observable::symbolOf).toList());
        accepted.addAll(known);
        return read(scalar, what, accepted);
    }

    /**
     * Reads one side of an identity: a formula, {@code {integral: f, of: t, from: 0, to: inf}} or {@code {derivative: f,
     * by: x, order: 1}}.
     */
    public static Term readTerm(YamlNode node, Set<String> known) {
        if (node instanceof YamlNode.Scalar) {
            return Term.formula(read(node, "equal", known));
        }
        Fields fields = Fields.of(node, "one side of equal");
        if (fields.names().contains("derivative")) {
            Expression of = read(fields.need("derivative"), "derivative", known);
            String by = Fields.choice(fields.needScalar("by"), List.copyOf(known));
            int order = fields.take("order")
                    .map(value -> Fields.whole(value, "order", 1))
                    .orElse(1);
            if (order > 6) {
                throw new ClaimException(fields.key("order"), "found order " + order + ", accepted: 1 to 6");
            }
            fields.end();
            return Term.derivative(of, by, order);
        }
        return integral(fields, known);
    }

    private static Term integral(Fields fields, Set<String> known) {
        YamlNode integrand = fields.need("integral");
        YamlNode.Scalar variable = fields.needScalar("of");
        Names.requireSymbol(variable.text(), variable.position());
        if (known.contains(variable.text())) {
            throw new ClaimException(
                    variable.position(),
                    "found " + Quotation.of(variable.text()) + ", which is given: integrate over a symbol that is not");
        }
        Set<String> inside = new TreeSet<>(known);
        inside.add(variable.text());
        Expression expression = read(integrand, "integral", inside);
        YamlNode.Scalar from = fields.needScalar("from");
        YamlNode.Scalar to = fields.needScalar("to");
        fields.end();
        return Term.integral(expression, variable.text(), readLimit(from, known), readLimit(to, known));
    }

    private static void limit(YamlNode.Scalar scalar, Collection<String> known) {
        if (!List.of("inf", "-inf").contains(scalar.text())) {
            read(scalar, "the limit", known);
        }
    }

    /** Reads comparisons such as {@code c > cstar}. */
    public static List<Condition> readConditions(List<YamlNode> nodes, Collection<String> known) {
        return nodes.stream().map(node -> readCondition(node, known)).toList();
    }

    private static Condition readCondition(YamlNode node, Collection<String> known) {
        YamlNode.Scalar scalar = Fields.scalar(node, "a condition");
        try {
            Condition condition = Condition.parse(scalar.text());
            requireKnown(scalar, condition.symbols(), known);
            requireValue(scalar, condition.left());
            requireValue(scalar, condition.right());
            return condition;
        } catch (FormulaException fault) {
            throw fault(scalar, fault);
        }
    }

    /**
     * Reads a formula, a list of formulas as a column, or a list of rows as a matrix.
     *
     * @throws ClaimException if an entry does not parse or has an unknown symbol, or rows differ in length
     */
    public static Matrix readMatrix(YamlNode node, String what, Collection<String> known) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            return Matrix.of(read(node, what, known));
        }
        List<List<Expression>> rows = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            List<YamlNode> row = item instanceof YamlNode.Sequence entries ? entries.items() : List.of(item);
            rows.add(row.stream().map(entry -> read(entry, what, known)).toList());
        }
        try {
            return new Matrix(rows);
        } catch (IllegalArgumentException fault) {
            throw new ClaimException(node.position(), fault.getMessage());
        }
    }

    /** Reads a limit: a formula, {@code inf} or {@code -inf}. */
    public static Endpoint readLimit(YamlNode.Scalar scalar, Collection<String> known) {
        limit(scalar, known);
        return Endpoint.parse(scalar.text());
    }

    private static ClaimException fault(YamlNode.Scalar scalar, FormulaException fault) {
        return new ClaimException(
                scalar.at(fault.column()), "found " + fault.found() + ", accepted: " + fault.accepted());
    }

    private static Expression parse(YamlNode.Scalar scalar) {
        try {
            return Expression.parse(scalar.text());
        } catch (FormulaException fault) {
            throw fault(scalar, fault);
        }
    }

    /** What has a finite value nowhere would be found out at the first run only. */
    private static void requireValue(YamlNode.Scalar scalar, Expression expression) {
        Unvalued.fault(expression).ifPresent(fault -> {
            throw new ClaimException(
                    scalar.position(),
                    "found " + scalar.described() + ", in which " + fault + "; accepted: formulas that have a value");
        });
    }

    private static void requireKnown(YamlNode.Scalar scalar, Collection<String> used, Collection<String> known) {
        for (String symbol : used) {
            if (!known.contains(symbol)) {
                int index = indexOf(scalar.text(), symbol);
                throw new ClaimException(
                        scalar.at(index + 1),
                        "found the undefined symbol " + Quotation.of(symbol) + ", "
                                + Nearest.hint(symbol, new TreeSet<>(known)));
            }
        }
    }

    private static int indexOf(String text, String symbol) {
        for (int at = text.indexOf(symbol); at >= 0; at = text.indexOf(symbol, at + 1)) {
            boolean starts = at == 0 || (!Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '_');
            int end = at + symbol.length();
            boolean ends =
                    end == text.length() || (!Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) != '_');
            if (starts && ends) {
                return at;
            }
        }
        return 0;
    }
}
