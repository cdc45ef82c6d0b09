package org.theoremeter.verify.claim.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.theory.derivation.Definition;
import org.theoremeter.theory.derivation.Derivation;
import org.theoremeter.theory.derivation.Divisors;
import org.theoremeter.theory.derivation.Step;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.numeric.SamplePoints;
import org.theoremeter.theory.symbolic.algebra.rewrite.Inequalities;
import org.theoremeter.theory.symbolic.enclosure.Answer;
import org.theoremeter.theory.symbolic.enclosure.Enclosures;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Given;
import org.theoremeter.verify.claim.formula.FormulaReader;
import org.theoremeter.verify.claim.formula.Names;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads {@code define} and {@code steps} of a derivation. */
final class DerivationReader {
    private static final int POINTS = 16;

    /** The most definitions, and the most steps: each is read against all before it. */
    private static final int MOST = 500;

    private final Given given;
    private final Derived others;
    private final Divisors divisors;

    DerivationReader(Given given, Derived others) {
        this.given = given;
        this.others = others;
        this.divisors = new Divisors(given.region());
    }

    Derivation read(Fields fields) {
        Derivation chain = Derivation.in(given.region());
        Optional<Fields> define = fields.takeFields("define");
        if (define.isPresent()) {
            requireFew(define.get().names().size(), "definitions", fields.key("define"));
            for (String name : define.get().names()) {
                Names.requireSymbol(name, define.get().key(name));
                YamlNode node = define.get().need(name);
                chain = defined(chain, name, node);
                requireDivisible(chain.result(name), node);
            }
        }
        List<YamlNode> items = fields.needList("steps");
        if (items.isEmpty()) {
            throw new ClaimException(fields.key("steps"), "found no step, accepted: at least one");
        }
        requireFew(items.size(), "steps", fields.key("steps"));
        for (YamlNode item : items) {
            chain = extended(chain, Fields.of(item, "a step"));
        }
        return chain;
    }

    private static void requireFew(int count, String what, Position position) {
        if (count > MOST) {
            throw new ClaimException(
                    position,
                    "found " + count + " " + what + ", accepted: at most " + MOST
                            + "; what one derivation has derived others may start from");
        }
    }

    private Set<String> known(Derivation chain) {
        Set<String> known = new TreeSet<>(given.symbols().keySet());
        known.addAll(chain.names());
        return known;
    }

    private Derivation defined(Derivation chain, String name, YamlNode node) {
        if (!(node instanceof YamlNode.Mapping)) {
            Matrix value = FormulaReader.readMatrix(node, name, known(chain));
            return added(chain, new Definition(name, "", value, ""), node);
        }
        Fields fields = Fields.of(node, "define." + name);
        String means = fields.takeText("means").orElse("");
        Definition definition;
        if (fields.names().contains("result of")) {
            definition = derived(name, means, fields);
        } else {
            definition =
                    new Definition(name, means, FormulaReader.readMatrix(fields.need("is"), name, known(chain)), "");
        }
        fields.end();
        return added(chain, definition, node);
    }

    private static Derivation added(Derivation chain, Definition definition, YamlNode node) {
        try {
            return chain.define(definition);
        } catch (IllegalArgumentException | ArithmeticException fault) {
            throw new ClaimException(node.position(), fault.getMessage());
        }
    }

    /** Takes over a result of another derivation, if it was derived wherever it is used here. */
    private Definition derived(String name, String means, Fields fields) {
        YamlNode.Scalar id = fields.needScalar("result of");
        YamlNode.Scalar step = fields.needScalar("step");
        Derivation other = others.derivation(id).chain();
        List<String> steps = other.steps().stream().map(Step::name).toList();
        Fields.choice(step, steps);
        Matrix value = other.result(step.text());
        Region needed = other.region().about(value.symbols());
        needed.domains().forEach((symbol, domain) -> {
            Given.Symbol here = given.symbols().get(symbol);
            if (here == null || !inside(here.domain(), domain)) {
                throw new ClaimException(
                        id.position(),
                        "the result holds for " + symbol + " in " + domain + ", found "
                                + (here == null
                                        ? "no such symbol"
                                        : here.domain().toString())
                                + "; accepted: a domain within");
            }
        });
        for (Condition assumption : needed.assumptions()) {
            if (mayFail(assumption)) {
                throw new ClaimException(
                        id.position(),
                        "the result was derived for " + assumption + ", accepted: the same under assume");
            }
        }
        return new Definition(name, means, value, id.text() + ", step " + step.text());
    }

    /** Tells whether a comparison fails somewhere in the claim's region: it was neither shown, nor did it hold at all points. */
    private boolean mayFail(Condition assumption) {
        Region here = given.region();
        if (Inequalities.imply(here, assumption)) {
            return false;
        }
        Answer answer = Enclosures.in(here).holds(assumption);
        return answer.isRefuted()
                || (!answer.isShown()
                        && SamplePoints.of(here, POINTS).stream().anyMatch(point -> !assumption.holds(point)));
    }

    private static boolean inside(Domain inner, Domain outer) {
        boolean below = inner.lower() > outer.lower()
                || (inner.lower() == outer.lower() && (inner.lowerOpen() || !outer.lowerOpen()));
        boolean above = inner.upper() < outer.upper()
                || (inner.upper() == outer.upper() && (inner.upperOpen() || !outer.upperOpen()));
        return below && above && (inner.integer() || !outer.integer());
    }

    private Derivation extended(Derivation chain, Fields fields) {
        YamlNode.Scalar name = fields.needScalar("step");
        Names.requireSymbol(name.text(), name.position());
        String says = fields.takeText("says").orElse("");
        Optional<YamlNode> start = fields.take("from");
        Matrix from = start.isPresent()
                ? FormulaReader.readMatrix(start.get(), "from", known(chain))
                : previous(chain, fields);
        YamlNode end = fields.need("to");
        Matrix to = FormulaReader.readMatrix(end, "to", known(chain));
        if (fields.take("because").isEmpty()) {
            throw new ClaimException(
                    fields.position(),
                    "the step " + Quotation.of(name.text()) + " has no justification, accepted: because: "
                            + JustificationReader.ACCEPTED);
        }
        Step step = new Step(
                name.text(),
                says,
                from,
                to,
                new JustificationReader(given.symbols().keySet(), known(chain)).read(fields.need("because")));
        fields.end();
        try {
            Derivation grown = chain.then(step);
            Derivation.Resolved resolved = grown.resolved().get(grown.resolved().size() - 1);
            requireDivisible(resolved.from(), start.orElse(fields.need("step")));
            requireDivisible(resolved.to(), end);
            return grown;
        } catch (IllegalArgumentException | ArithmeticException fault) {
            throw new ClaimException(
                    fields.position(), "the step " + Quotation.of(name.text()) + ": " + fault.getMessage());
        }
    }

    private static Matrix previous(Derivation chain, Fields fields) {
        if (chain.steps().isEmpty()) {
            throw new ClaimException(
                    fields.position(), "the first step lacks the key 'from', accepted: from: a formula");
        }
        return Matrix.of(
                Expression.symbol(chain.steps().get(chain.steps().size() - 1).name()));
    }

    /** A formula that divides by what vanishes on its domain means nothing there. */
    private void requireDivisible(Matrix formulas, YamlNode node) {
        for (Expression entry : formulas.entries()) {
            divisors.vanishing(entry).ifPresent(found -> {
                throw new ClaimException(
                        node.position(), found + ", accepted: a domain or an assumption that excludes it");
            });
        }
    }
}
