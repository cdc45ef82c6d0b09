package org.theoremeter.theory.derivation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.theoremeter.theory.derivation.justification.Cited;
import org.theoremeter.theory.derivation.justification.Equation;
import org.theoremeter.theory.derivation.justification.Justification;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.TreeSize;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.matrix.MatrixFormula;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Formula;
import org.theoremeter.theory.text.Quotation;

/**
 * A chain of justified steps.
 *
 * <p>Formulas may contain the names of definitions and of earlier steps, each standing for its formulas; an entry of a
 * matrix {@code P} is {@code P_12}, of a column {@code u} it is {@code u_1}. Every step that is not cited starts from at least
 * one such name, so that nothing enters the chain unnoticed.
 */
public final class Derivation {
    private final Region region;
    private final List<Definition> definitions;
    private final List<Step> steps;
    private final Map<String, Matrix> bindings = new LinkedHashMap<>();
    private final List<Resolved> resolved = new ArrayList<>();

    /**
     * A step with all names replaced by what they stand for.
     *
     * @param from what it starts from
     * @param to what it arrives at
     * @param because how the one follows from the other
     * @param equations the equations that must hold
     * @param region the part of the derivation's region that is about the symbols of the step
     */
    public record Resolved(Matrix from, Matrix to, Justification because, List<Equation> equations, Region region) {}

    private Derivation(Region region, List<Definition> definitions, List<Step> steps) {
        this.region = region;
        this.definitions = definitions;
        this.steps = steps;
    }

    /** Returns a derivation without definitions and steps, to which they are added one by one. */
    public static Derivation in(Region region) {
        return new Derivation(region, List.of(), List.of());
    }

    /**
     * Returns the derivation with one more definition.
     *
     * @throws IllegalArgumentException if the name is taken, a symbol is unknown, or an operation on matrices is undefined
     */
    public Derivation define(Definition definition) {
        requireFree(definition.name());
        List<Definition> more = new ArrayList<>(definitions);
        more.add(definition);
        Derivation grown = new Derivation(region, List.copyOf(more), steps);
        grown.bindings.putAll(bindings);
        grown.resolved.addAll(resolved);
        grown.bind(definition.name(), grown.resolve(definition.value()));
        return grown;
    }

    /**
     * Returns the derivation with one more step.
     *
     * @throws IllegalArgumentException if the name is taken, a symbol is unknown, the step starts from no name, an operation
     *     on matrices is undefined, or the justification does not fit the sides
     */
    public Derivation then(Step step) {
        requireFree(step.name());
        Derivation grown = new Derivation(region, definitions, append(step));
        grown.bindings.putAll(bindings);
        grown.resolved.addAll(resolved);
        grown.resolved.add(grown.resolve(step));
        grown.bind(step.name(), grown.resolved.get(grown.resolved.size() - 1).to());
        return grown;
    }

    private List<Step> append(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return List.copyOf(more);
    }

    private void requireFree(String name) {
        if (bindings.containsKey(name) || region.domains().containsKey(name)) {
            throw new IllegalArgumentException(
                    "found the name " + Quotation.of(name) + " twice, accepted: a name of its own");
        }
    }

    private void bind(String name, Matrix value) {
        requireSmall("'" + name + "'", value);
        bindings.put(name, value);
        if (value.isScalar()) {
            return;
        }
        for (int i = 0; i < value.height(); i++) {
            for (int j = 0; j < value.width(); j++) {
                String index = value.width() == 1 ? "" + (i + 1) : "" + (i + 1) + (j + 1);
                bindings.put(name + "_" + index, Matrix.of(value.entry(i, j)));
            }
        }
    }

    /** Definitions that are made of earlier ones twice each would soon have more terms than anything can read. */
    private static void requireSmall(String what, Matrix value) {
        if (!TreeSize.areSmallEnough(value.entries())) {
            throw new IllegalArgumentException("found " + what + " with " + TreeSize.beyond()
                    + ", once the names in it are replaced, accepted: a smaller formula");
        }
    }

    private static void requireSmall(Equation equation) {
        Stream.of(equation.left(), equation.right()).forEach(side -> {
            if (side instanceof Formula formula) {
                requireSmall("a side of the step", Matrix.of(formula.expression()));
            }
        });
    }

    private Resolved resolve(Step step) {
        boolean cited = step.because() instanceof Cited;
        Set<String> names = new TreeSet<>(step.from().symbols());
        names.retainAll(bindings.keySet());
        if (names.isEmpty() && !cited) {
            throw new IllegalArgumentException("found a step from " + step.from()
                    + ", accepted: formulas with the name of a definition or of an earlier step");
        }
        Matrix from = resolve(step.from());
        Matrix to = resolve(step.to());
        requireSmall("what the step starts from", from);
        requireSmall("what the step arrives at", to);
        Justification because = step.because().resolved(this::small);
        SortedSet<String> symbols = new TreeSet<>(from.symbols());
        symbols.addAll(to.symbols());
        symbols.addAll(because.named());
        List<Equation> equations = because.equations(from, to, region);
        equations.forEach(equation -> {
            requireSmall(equation);
            symbols.addAll(equation.left().symbols());
            symbols.addAll(equation.right().symbols());
        });
        return new Resolved(from, to, because, equations, region.about(symbols));
    }

    /** Replaces names in every entry; a single formula may become a matrix. */
    private Matrix resolve(Matrix written) {
        return written.isScalar() ? MatrixFormula.evaluate(written.scalar(), bindings) : written.map(this::resolve);
    }

    private Expression resolve(Expression written) {
        return MatrixFormula.evaluate(written, bindings).scalar();
    }

    private Expression small(Expression written) {
        Expression resolved = resolve(written);
        requireSmall("'" + written + "'", Matrix.of(resolved));
        return resolved;
    }

    /** Returns where the symbols are meant. */
    public Region region() {
        return region;
    }

    /** Returns the definitions, in order. */
    public List<Definition> definitions() {
        return definitions;
    }

    /** Returns the steps, in order. */
    public List<Step> steps() {
        return steps;
    }

    /** Returns the steps with all names replaced, in order. */
    public List<Resolved> resolved() {
        return List.copyOf(resolved);
    }

    /** Returns the names that formulas may contain beside the symbols of the region. */
    public Set<String> names() {
        return Set.copyOf(bindings.keySet());
    }

    /**
     * Returns what a definition or step stands for.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Matrix result(String name) {
        Matrix value = bindings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no definition or step " + Quotation.of(name));
        }
        return value;
    }
}
