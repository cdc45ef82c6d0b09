package org.theoremeter.simulate.ode.regime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.theoremeter.simulate.ode.enclosure.Enclosed;
import org.theoremeter.simulate.ode.enclosure.EnclosedReader;
import org.theoremeter.simulate.ode.method.Flow;
import org.theoremeter.simulate.ode.method.Open;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.theory.symbolic.Expression;

/** The regimes of a field at given parameters, made when they are first entered. */
public final class Regimes {

    private final ReducedDynamics dynamics;
    private final double[] constants;
    private final List<String> variables;
    private final Map<String, Double> parameters = new TreeMap<>();
    private final Map<Map<Expression, Integer>, Regime> known = new HashMap<>();
    private final Map<Expression, Surface> surfaces = new HashMap<>();

    /** Creates the regimes of dynamics with the values of their parameters. */
    public Regimes(ReducedDynamics dynamics, double[] constants) {
        this.dynamics = dynamics;
        this.constants = constants;
        this.variables = new ArrayList<>(List.of(dynamics.time()));
        variables.addAll(dynamics.state());
        for (int i = 0; i < constants.length; i++) {
            parameters.put(dynamics.parameters().get(i), constants[i]);
        }
    }

    /** The field as it is written, with its case distinctions. */
    public Flow whole() {
        return new Smooth(dynamics, constants);
    }

    Surface surface(Expression difference) {
        return surfaces.computeIfAbsent(difference, g -> Surface.of(g, variables, parameters));
    }

    /**
     * Returns the regime that a solution enters at a time and state.
     *
     * @param sizes the sizes that the state has had
     * @throws Open if there is more than one, or none
     */
    public Regime at(double time, double[] state, double[] sizes) {
        if (dynamics.formulas().isEmpty()) {
            return new Regime(whole(), List.of(), List.of(), List.of(), false);
        }
        Entrance entrance = new Entrance(this, time, state, sizes);
        return of(entrance.sides());
    }

    /** Reads the field's formulas with sides decided as a function says. */
    Decided decided(ToIntFunction<Expression> side) {
        return new Decided(new HashSet<>(variables), parameters, side);
    }

    Map<String, Expression> formulas(Decided decided) {
        Map<String, Expression> formulas = new LinkedHashMap<>();
        dynamics.formulas().forEach((name, formula) -> formulas.put(name, formula.accept(decided)));
        return formulas;
    }

    /** Returns the regime on given sides of its surfaces, 0 along a surface. */
    Regime of(Map<Expression, Integer> sides) {
        return known.computeIfAbsent(sides, this::made);
    }

    private Regime made(Map<Expression, Integer> sides) {
        List<Regime.Side> ends = new ArrayList<>();
        List<Surface> along = new ArrayList<>();
        List<Flow> above = new ArrayList<>();
        Map<Expression, Integer> below = new HashMap<>(sides);
        below.replaceAll((g, sign) -> sign == 0 ? -1 : sign);
        sides.forEach((g, sign) -> {
            if (sign == 0) {
                Map<Expression, Integer> over = new HashMap<>(below);
                over.put(g, 1);
                along.add(surface(g));
                above.add(smooth(over).flow());
            } else {
                ends.add(new Regime.Side(surface(g), sign));
            }
        });
        Regime smooth = smooth(below);
        return along.isEmpty()
                ? new Regime(smooth.flow(), ends, smooth.edges(), smooth.components(), smooth.sharp())
                : new Regime(new Sliding(smooth.flow(), above, along), ends, smooth.edges(), List.of(), false);
    }

    /** Returns the smooth field on given sides; a surface that is met on other sides only is taken from above. */
    private Regime smooth(Map<Expression, Integer> sides) {
        Decided decided = decided(g -> sides.getOrDefault(g, 1));
        Map<String, Expression> formulas = formulas(decided);
        List<Surface> edges = decided.edges().stream().map(this::surface).toList();
        boolean asWritten = decided.surfaces().isEmpty() && edges.isEmpty();
        ReducedDynamics field = asWritten
                ? dynamics
                : ReducedDynamics.of(dynamics.name(), dynamics.time(), formulas, Map.of(), Map.of(), Map.of());
        double[] values =
                field.parameters().stream().mapToDouble(parameters::get).toArray();
        EnclosedReader reader = new EnclosedReader(variables, parameters);
        List<Enclosed> components = formulas.values().stream().map(reader::of).toList();
        boolean sharp = components.stream().anyMatch(Enclosed::sharp);
        return new Regime(new Smooth(field, values), List.of(), edges, components, sharp);
    }

    /** Returns the names that the state has, for messages. */
    String where(double time, Set<Expression> on) {
        return dynamics.time() + " = " + time + ", where "
                + String.join(" and ", on.stream().map(g -> g + " = 0").toList());
    }
}
