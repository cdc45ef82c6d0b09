package org.theoremeter.theory.symbolic.term;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.MathMlWriter;
import org.theoremeter.theory.symbolic.Precedence;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.TexWriter;
import org.theoremeter.theory.symbolic.bytecode.CompiledFunction;
import org.theoremeter.theory.symbolic.enclosure.integral.IntegralEnclosure;
import org.theoremeter.theory.symbolic.grammar.FormulaException;
import org.theoremeter.theory.symbolic.numeric.Quadrature;
import org.theoremeter.theory.text.Quotation;

/**
 * A definite integral as a side of an identity.
 *
 * <p>It is enclosed by {@link IntegralEnclosure} where that succeeds, and otherwise evaluated by {@link Quadrature}; NaN
 * where its value could not be established, or where it has none.
 */
public final class DefiniteIntegral implements Term {
    private static final int JUMP = 4;
    private static final int MOST_PANELS = 800;
    private static final int MOST_PANELS_FOR_PLACES = 300;
    private static final int MOST_PANELS_A_PLACE = 150;
    private static final int FEWEST_PANELS = 60;
    private static final int THOROUGH = 2_000;
    private static final int MOST_RECENT = 20_000;

    private final Expression integrand;
    private final String variable;
    private final Endpoint from;
    private final Endpoint to;
    /** Panels that are left for enclosures at all points together: enclosing takes long, and the first points say most. */
    private int panels = MOST_PANELS;
    /** The same for special points, which must not use up what is for the others. */
    private int panelsForPlaces = MOST_PANELS_FOR_PLACES;
    /** Whether at some point the integrand may have no bound. */
    private boolean unbounded;
    /** Proofs are confirmed at points at which numbers were compared already. */
    private final Map<Map<String, Double>, Quadrature> known = new HashMap<>();

    /**
     * Makes an integral.
     *
     * @param integrand what is integrated
     * @param variable the variable, bound by the integral
     * @param from the lower limit
     * @param to the upper limit
     * @throws IllegalArgumentException if a limit contains the variable, or the variable is no name of a symbol
     */
    public DefiniteIntegral(Expression integrand, String variable, Endpoint from, Endpoint to) {
        this.integrand = integrand;
        this.variable = new Symbol(variable).name();
        this.from = from;
        this.to = to;
        if (from.symbols().contains(variable) || to.symbols().contains(variable)) {
            throw new IllegalArgumentException("the limits of an integral over " + Quotation.of(variable)
                    + " must not contain it, found " + from + " and " + to);
        }
    }

    /** Returns what is integrated. */
    public Expression integrand() {
        return integrand;
    }

    /** Returns the variable, bound by the integral. */
    public String variable() {
        return variable;
    }

    /** Returns the lower limit. */
    public Endpoint from() {
        return from;
    }

    /** Returns the upper limit. */
    public Endpoint to() {
        return to;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DefiniteIntegral integral
                && integrand.equals(integral.integrand)
                && variable.equals(integral.variable)
                && from.equals(integral.from)
                && to.equals(integral.to);
    }

    @Override
    public int hashCode() {
        return Objects.hash(integrand, variable, from, to);
    }

    /**
     * Makes an integral from the texts of its limits.
     *
     * @param integrand what is integrated
     * @param variable the variable
     * @param from a formula, {@code inf} or {@code -inf}
     * @param to a formula, {@code inf} or {@code -inf}
     * @return the integral
     * @throws FormulaException if a limit is no formula
     * @throws IllegalArgumentException if a limit contains the variable
     */
    public static DefiniteIntegral of(Expression integrand, String variable, String from, String to) {
        return new DefiniteIntegral(integrand, variable, Endpoint.parse(from), Endpoint.parse(to));
    }

    @Override
    public SortedSet<String> symbols() {
        SortedSet<String> names = new TreeSet<>(integrand.symbols());
        names.remove(variable);
        names.addAll(from.symbols());
        names.addAll(to.symbols());
        return names;
    }

    @Override
    public double evaluate(Map<String, Double> values) {
        return quadrature(values).value();
    }

    /**
     * Integrates numerically.
     *
     * @param values a value for every free symbol
     * @return the value with its error
     * @throws IllegalArgumentException if a free symbol has no value
     */
    public synchronized Quadrature quadrature(Map<String, Double> values) {
        Map<String, Double> own = new TreeMap<>(values);
        own.keySet().retainAll(symbols());
        Quadrature before = known.get(own);
        if (before == null) {
            before = computed(values);
            known.put(own, before);
        }
        return before;
    }

    /**
     * Encloses the integral, whatever was spent on it before.
     *
     * @param values a value for every free symbol
     * @return the value with a rigorous bound of its error; none if it could not be enclosed
     */
    public Optional<Quadrature> enclosed(Map<String, Double> values) {
        Quadrature before = quadrature(values);
        if (before.rigorous()) {
            return Optional.of(before).filter(known -> Double.isFinite(known.value()));
        }
        Map<String, Double> own = new TreeMap<>();
        symbols().forEach(name -> own.put(name, new Symbol(name).evaluate(values)));
        IntegralEnclosure.Result result = enclosure(own, THOROUGH);
        if (result instanceof IntegralEnclosure.Result.Undecided undecided) {
            return Optional.of(Quadrature.enclosed(undecided.values())).filter(rough -> Double.isFinite(rough.error()));
        }
        return result instanceof IntegralEnclosure.Result.Enclosed enclosed
                ? Optional.of(Quadrature.enclosed(enclosed.values()))
                : Optional.empty();
    }

    /**
     * Tells whether the integral is enclosed at a point, within what is left for a look at special points.
     *
     * @param values a value for every free symbol
     */
    public synchronized boolean isEnclosed(Map<String, Double> values) {
        Map<String, Double> own = new TreeMap<>(values);
        own.keySet().retainAll(symbols());
        Quadrature before = known.get(own);
        if (before != null || panelsForPlaces < FEWEST_PANELS) {
            return before != null && before.rigorous();
        }
        int budget = Math.min(MOST_PANELS_A_PLACE, panelsForPlaces);
        IntegralEnclosure.Result result = enclosure(own, budget);
        if (result instanceof IntegralEnclosure.Result.Enclosed enclosed) {
            panelsForPlaces -= enclosed.panels();
            known.put(own, Quadrature.enclosed(enclosed.values()));
            return true;
        }
        panelsForPlaces -= budget;
        return false;
    }

    /** What was computed last: several checks ask for the same integral at the same points, which is the same every time. */
    private static final Map<Question, Object> RECENT =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Question, Object> eldest) {
                    return size() > MOST_RECENT;
                }
            });

    /** An integral at a point, enclosed within a budget, or by quadrature if that is 0. */
    private record Question(
            Expression integrand, String variable, Endpoint from, Endpoint to, Map<String, Double> point, int budget) {}

    private Question question(Map<String, Double> point, int budget) {
        return new Question(integrand, variable, from, to, Map.copyOf(point), budget);
    }

    private IntegralEnclosure.Result enclosure(Map<String, Double> own, int budget) {
        Question question = question(own, budget);
        Object before = RECENT.get(question);
        if (before == null) {
            before = IntegralEnclosure.of(integrand, variable, from, to, own, budget);
            RECENT.put(question, before);
        }
        return (IntegralEnclosure.Result) before;
    }

    private Quadrature agreed(Map<String, Double> values) {
        Map<String, Double> own = new TreeMap<>(values);
        own.keySet().retainAll(symbols());
        Question question = question(own, 0);
        Object before = RECENT.get(question);
        if (before == null) {
            before = byTwoRules(values);
            RECENT.put(question, before);
        }
        return (Quadrature) before;
    }

    private Quadrature computed(Map<String, Double> values) {
        Map<String, Double> own = new TreeMap<>();
        symbols().forEach(name -> own.put(name, new Symbol(name).evaluate(values)));
        int budget = Math.min(IntegralEnclosure.BUDGET, panels);
        if (budget < FEWEST_PANELS) {
            return unbounded ? Quadrature.missing(false, "the integrand may have no bound") : agreed(values);
        }
        IntegralEnclosure.Result result = enclosure(own, budget);
        if (result instanceof IntegralEnclosure.Result.Enclosed enclosed) {
            panels -= enclosed.panels();
            return Quadrature.enclosed(enclosed.values());
        }
        if (result instanceof IntegralEnclosure.Result.Absent absent) {
            return Quadrature.missing(true, absent.how());
        }
        IntegralEnclosure.Result.Undecided undecided = (IntegralEnclosure.Result.Undecided) result;
        panels -= budget;
        unbounded |= undecided.unbounded();
        return undecided.unbounded()
                ? Quadrature.missing(false, undecided.why())
                : within(Quadrature.enclosed(undecided.values()), agreed(values));
    }

    /** What two rules agree on counts where it lies in what surely holds the integral: a peak may escape both rules. */
    private static Quadrature within(Quadrature surely, Quadrature byRules) {
        boolean outside = Math.abs(byRules.value() - surely.value()) > surely.error() + byRules.error();
        return outside ? surely : byRules;
    }

    private Quadrature byTwoRules(Map<String, Double> values) {
        List<String> names = new ArrayList<>(integrand.symbols());
        names.remove(variable);
        double[] arguments = new double[names.size() + 1];
        for (int i = 0; i < names.size(); i++) {
            arguments[i + 1] = new Symbol(names.get(i)).evaluate(values);
        }
        names.add(0, variable);
        CompiledFunction function = integrand.compile(names);
        DoubleUnaryOperator of = x -> {
            arguments[0] = x;
            return function.value(arguments);
        };
        double start = from.evaluate(values);
        double end = to.evaluate(values);
        List<Double> ends = new ArrayList<>(Jumps.of(integrand, variable).between(start, end, values));
        ends.add(end);
        double left = start;
        Quadrature total = null;
        for (double stop : ends) {
            // A jump is known to rounding only; what lies so close to it belongs to neither side.
            double right = stop == end ? stop : stop - JUMP * Math.ulp(stop);
            Quadrature part = Quadrature.of(of, left, right);
            total = total == null ? part : total.plus(part).beside(gap(of, left));
            left = stop + JUMP * Math.ulp(stop);
        }
        return total;
    }

    /** What is left out around a jump. */
    private static double gap(DoubleUnaryOperator of, double right) {
        double width = 2 * JUMP * Math.ulp(right);
        double left = right - width;
        return width * Math.max(Math.abs(of.applyAsDouble(left)), Math.abs(of.applyAsDouble(right)));
    }

    @Override
    public String toTex() {
        return "\\int_{" + from.toTex() + "}^{" + to.toTex() + "} " + integrandTex() + " \\, \\mathrm{d}"
                + TexWriter.symbolTex(variable);
    }

    private boolean isSum() {
        return Precedence.of(integrand) == Precedence.SUM;
    }

    private String integrandTex() {
        return isSum() ? "\\left(" + integrand.toTex() + "\\right)" : integrand.toTex();
    }

    private String integrandMathMl() {
        return isSum() ? MathMlWriter.bracketed(integrand.toMathMl()) : integrand.toMathMl();
    }

    @Override
    public String toMathMl() {
        return MathMlWriter.row("<munderover><mo>&#x222B;</mo>" + MathMlWriter.row(from.toMathMl())
                + MathMlWriter.row(to.toMathMl()) + "</munderover>" + integrandMathMl()
                + "<mi mathvariant=\"normal\">d</mi>"
                + MathMlWriter.symbolMathMl(variable));
    }

    @Override
    public String toString() {
        return "integral of " + integrand + " by " + variable + " from " + from + " to " + to;
    }
}
