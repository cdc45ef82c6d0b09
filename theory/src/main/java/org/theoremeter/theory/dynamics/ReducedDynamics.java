package org.theoremeter.theory.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.text.Quotation;

/**
 * A reduced description of learning, dx/dt = f(t, x; p), with what can be read off it.
 *
 * <p>It is immutable and may be shared between threads.
 */
public final class ReducedDynamics {
    private final String name;
    private final String time;
    private final List<String> state;
    private final List<String> parameters;
    private final Map<String, Expression> formulas;
    private final Field field;
    private final Map<String, Computed> computed;
    private final Map<String, Reading> observables;
    /** What is computed for each observable. */
    private final Map<String, List<Computed>> needed;

    private final Map<String, Expression> observableFormulas;
    private final Map<String, Expression> conserved;
    private final Map<String, Domain> domains;

    private ReducedDynamics(
            String name,
            String time,
            List<String> state,
            List<String> parameters,
            Map<String, Expression> formulas,
            Field field,
            Map<String, Computed> computed,
            Quantities quantities) {
        this.name = name;
        this.time = time;
        this.state = List.copyOf(state);
        this.parameters = List.copyOf(parameters);
        this.formulas = ordered(formulas);
        this.field = field;
        this.computed = ordered(computed);
        this.observableFormulas = ordered(quantities.observables);
        this.conserved = ordered(quantities.conserved);
        this.domains = ordered(quantities.domains);
        Map<String, Reading> readings = new LinkedHashMap<>();
        Map<String, List<Computed>> needed = new LinkedHashMap<>();
        observableFormulas.forEach((observable, formula) -> {
            List<String> used = new ArrayList<>(this.computed.keySet());
            used.retainAll(formula.symbols());
            needed.put(observable, used.stream().map(this.computed::get).toList());
            List<String> readable = new ArrayList<>(this.state);
            readable.addAll(used);
            readings.put(observable, Reading.of(formula, time, readable, this.parameters));
        });
        this.observables = readings;
        this.needed = needed;
    }

    /** What is read off the state: observables, conserved quantities, and the domains of all symbols. */
    private record Quantities(
            Map<String, Expression> observables, Map<String, Expression> conserved, Map<String, Domain> domains) {
        SortedSet<String> symbols() {
            SortedSet<String> symbols = new TreeSet<>();
            observables.values().forEach(formula -> symbols.addAll(formula.symbols()));
            conserved.values().forEach(formula -> symbols.addAll(formula.symbols()));
            return symbols;
        }
    }

    /**
     * Makes dynamics from formulas.
     *
     * @param name what it is called
     * @param time the symbol of time
     * @param field dx/dt for each state variable; the map's order (of insertion or sorting) is that of the state
     * @param observables formulas in time, state and parameters, by name
     * @param conserved formulas that the flow leaves constant, by name
     * @param domains where symbols are meant, for those that have a domain
     * @return the dynamics; its parameters are all other free symbols, sorted
     * @throws IllegalArgumentException if the field is empty, or the time is also a state variable
     */
    public static ReducedDynamics of(
            String name,
            String time,
            Map<String, Expression> field,
            Map<String, Expression> observables,
            Map<String, Expression> conserved,
            Map<String, Domain> domains) {
        List<String> state = new ArrayList<>(field.keySet());
        requireNames(time, state);
        Quantities quantities = new Quantities(observables, conserved, domains);
        SortedSet<String> parameters = quantities.symbols();
        field.values().forEach(component -> parameters.addAll(component.symbols()));
        parameters.removeAll(state);
        parameters.remove(time);
        List<String> sorted = List.copyOf(parameters);
        Field compiled = new FormulaField(new ArrayList<>(field.values()), time, state, sorted);
        return new ReducedDynamics(name, time, state, sorted, field, compiled, Map.of(), quantities);
    }

    /**
     * Makes dynamics from Java code.
     *
     * @param name what it is called
     * @param time the symbol of time
     * @param state the names of the state variables
     * @param parameters the names of the parameters, in the order in which the code takes them
     * @param field the code; it must give equal results for equal arguments, on any thread
     * @param computed quantities read off the state by code, by the symbols that stand for them in observables
     * @param observables formulas in time, state, parameters and what is computed, by name
     * @param conserved formulas in time, state and parameters that the flow leaves constant, by name
     * @param domains where symbols are meant, for those that have a domain
     * @return the dynamics
     * @throws IllegalArgumentException if there is no state variable, a name occurs twice, or a formula uses a symbol
     *     that is none of these
     */
    public static ReducedDynamics fromCode(
            String name,
            String time,
            List<String> state,
            List<String> parameters,
            VectorField field,
            Map<String, Computed> computed,
            Map<String, Expression> observables,
            Map<String, Expression> conserved,
            Map<String, Domain> domains) {
        List<String> names = new ArrayList<>(state);
        names.addAll(parameters);
        names.addAll(computed.keySet());
        requireNames(time, names);
        if (state.isEmpty()) {
            throw new IllegalArgumentException("dynamics need at least one state variable");
        }
        Quantities quantities = new Quantities(observables, conserved, domains);
        requireDefined(quantities.symbols(), time, names);
        return new ReducedDynamics(
                name, time, state, parameters, Map.of(), new CodeField(field, state.size()), computed, quantities);
    }

    private static void requireDefined(SortedSet<String> symbols, String time, List<String> names) {
        symbols.removeAll(names);
        symbols.remove(time);
        if (!symbols.isEmpty()) {
            throw new IllegalArgumentException("undefined symbols " + symbols + ", defined are " + time + ", " + names);
        }
    }

    /**
     * Returns the same dynamics with other observables.
     *
     * @param other what they are called
     * @param formulas the observables, by name: formulas in time, state, parameters and what is computed
     * @throws IllegalArgumentException if a formula uses another symbol
     */
    public ReducedDynamics observing(String other, Map<String, Expression> formulas) {
        Quantities quantities = new Quantities(formulas, conserved, domains);
        List<String> names = new ArrayList<>(state);
        names.addAll(parameters);
        names.addAll(computed.keySet());
        requireDefined(quantities.symbols(), time, names);
        return new ReducedDynamics(other, time, state, parameters, this.formulas, field, computed, quantities);
    }

    private static void requireNames(String time, List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("dynamics need at least one state variable");
        }
        if (new TreeSet<>(names).size() != names.size() || names.contains(time)) {
            throw new IllegalArgumentException("a name stands twice among the time " + time + " and " + names);
        }
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Returns what the dynamics are called. */
    public String name() {
        return name;
    }

    /** Returns the symbol of time. */
    public String time() {
        return time;
    }

    /** Returns the names of the state variables, in order. */
    public List<String> state() {
        return state;
    }

    /** Returns the names of the parameters, in the order in which their values are taken. */
    public List<String> parameters() {
        return parameters;
    }

    /** Returns the names of the observables. */
    public List<String> observables() {
        return List.copyOf(observables.keySet());
    }

    /** Returns the formulas of the observables, by name. */
    public Map<String, Expression> observableFormulas() {
        return observableFormulas;
    }

    /** Returns the quantities that the flow leaves constant, by name. */
    public Map<String, Expression> conserved() {
        return conserved;
    }

    /** Returns the domains of the symbols that have one. */
    public Map<String, Domain> domains() {
        return domains;
    }

    /** Returns dx/dt for each state variable, in order; empty when the field is Java code. */
    public Map<String, Expression> formulas() {
        return formulas;
    }

    /**
     * Computes dx/dt.
     *
     * @param t the time
     * @param x the state; only read
     * @param p the parameters; only read
     * @param out where the derivative is written, as long as the state
     */
    public void derivative(double t, double[] x, double[] p, double[] out) {
        field.derivative(t, x, p, out);
    }

    /**
     * Computes an observable.
     *
     * @param observable its name
     * @param t the time
     * @param x the state; only read
     * @param p the parameters; only read
     * @return its value
     * @throws IllegalArgumentException if there is no observable of that name
     */
    public double observable(String observable, double t, double[] x, double[] p) {
        Reading reading = observables.get(observable);
        if (reading == null) {
            throw new IllegalArgumentException(
                    "found the observable " + Quotation.of(observable) + ", accepted: " + observables.keySet());
        }
        List<Computed> quantities = needed.get(observable);
        if (quantities.isEmpty()) {
            return reading.value(t, x, p);
        }
        double[] all = Arrays.copyOf(x, x.length + quantities.size());
        for (int i = 0; i < quantities.size(); i++) {
            all[x.length + i] = quantities.get(i).value(t, x, p);
        }
        return reading.value(t, all, p);
    }

    /**
     * Computes the Jacobian: from symbolic derivatives if the field is given by formulas, else by central differences
     * (relative error about 10⁻⁹, near a state of 0 about 10⁻⁷).
     *
     * @param t the time
     * @param x the state; only read
     * @param p the parameters; only read
     * @return rows i of ∂f_i/∂x_j
     */
    public double[][] jacobian(double t, double[] x, double[] p) {
        return field.jacobian(t, x, p);
    }

    /** Tells whether the field is known not to depend on time; code is taken to keep to its state. */
    public boolean autonomous() {
        return formulas.values().stream().noneMatch(formula -> formula.symbols().contains(time));
    }

    /**
     * Finds the fixed points in a box of states.
     *
     * <p>One state variable: sign changes of the field on a fine grid, then Brent's method. More: Newton's method from a
     * Halton set of starts. A fixed point at which the field touches zero without crossing it, or whose basin is
     * tiny, may be missed.
     *
     * @param p the parameters; only read
     * @param region a domain for each state variable
     * @return the fixed points in the region, in lexicographic order of their states
     * @throws IllegalArgumentException if a state variable has no domain
     * @throws IllegalStateException if the field depends on time
     */
    public List<FixedPoint> fixedPoints(double[] p, Map<String, Domain> region) {
        if (!autonomous()) {
            throw new IllegalStateException(
                    "the field of " + name + " depends on " + time + ": it has no fixed points");
        }
        List<Domain> box = new ArrayList<>();
        for (String variable : state) {
            Domain domain = region.get(variable);
            if (domain == null) {
                throw new IllegalArgumentException("the region gives no domain for " + Quotation.of(variable));
            }
            box.add(domain);
        }
        return new FixedPointSearch(field, p, box).find();
    }

    @Override
    public String toString() {
        return name + ": " + (formulas.isEmpty() ? "d" + state + "/d" + time + " by code" : formulas.toString());
    }
}
