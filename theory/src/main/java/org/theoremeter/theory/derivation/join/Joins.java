package org.theoremeter.theory.derivation.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.theoremeter.theory.definedness.Definedness;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.enclosure.Answer;
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.enclosure.Continuity;
import org.theoremeter.theory.symbolic.enclosure.Interval;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Whether a formula, and its derivatives, join where it switches from one form to another.
 *
 * <p>An antiderivative that jumps gives wrong integrals although its derivative is right nearly everywhere.
 */
public final class Joins {
    private static final int BUDGET = 2_000;
    /** Where along the other symbols' domains a formula is followed if it is not shown for all of them at once. */
    private static final double[] UNITS = {0.5, 0.309, 0.691, 0.118, 0.882};

    private Joins() {}

    /**
     * Shows that a formula is continuous along a variable.
     *
     * @param formula the formula
     * @param variable the variable
     * @param region domains of all its symbols
     * @return proved if no jump is possible, or at each place where the formula switches both forms are shown to be equal;
     *     agreed if their values are at some parameters; refuted with the place and both values; else undecided
     */
    public static Obligation continuous(Expression formula, String variable, Region region) {
        return continuous("the result is continuous along " + variable, formula, variable, region);
    }

    /**
     * Shows that a formula is differentiable up to an order along a variable.
     *
     * @return as {@link #continuous}, of the formula and its derivatives; a derivative that jumps is undecided
     */
    public static Obligation differentiable(Expression formula, String variable, int order, Region region) {
        String statement = "what is differentiated by " + variable + " is smooth to order " + order;
        List<Obligation> found = new ArrayList<>();
        found.add(continuous(statement, formula, variable, region));
        Expression derivative = formula;
        for (int k = 1; k <= order && found.get(0).grade() != Grade.REFUTED; k++) {
            derivative = derivative.derivative(variable);
            Obligation slope = continuous(statement, derivative, variable, region);
            found.add(
                    slope.grade() == Grade.REFUTED
                            ? Obligation.undecided(statement, "derivative " + k + ": " + slope.how())
                            : slope);
        }
        return found.stream()
                .reduce((a, b) -> b.grade().compareTo(a.grade()) > 0 ? b : a)
                .orElseThrow();
    }

    private static Obligation continuous(String statement, Expression formula, String variable, Region region) {
        TreeSet<String> symbols = new TreeSet<>(formula.symbols());
        symbols.add(variable);
        Region about = region.about(symbols);
        if (Kinks.areAbsent(formula) && Definedness.of(List.of(formula), about).state() == Answer.State.SHOWN) {
            return Obligation.proved(statement, "defined everywhere, and nothing in it switches");
        }
        Optional<Integer> boxes = Continuity.shown(formula, Box.of(about.domains()), BUDGET);
        if (boxes.isPresent()) {
            return Obligation.proved(statement, "nowhere undefined or switching, over " + boxes.get() + " boxes");
        }
        Optional<String> equal = new JoinedBranches(variable, about).shown(formula);
        return equal.map(how -> Obligation.proved(statement, how))
                .orElseGet(() -> alongLines(statement, formula, variable, about));
    }

    private static Obligation alongLines(String statement, Expression formula, String variable, Region region) {
        int places = 0;
        int lines = 0;
        for (SortedMap<String, Double> point : points(variable, region)) {
            Box line = Box.at(point).with(new ArrayList<>(point.keySet()).indexOf(variable), side(region, variable));
            Optional<List<Interval>> switches = Continuity.places(formula, line, variable, BUDGET);
            if (switches.isEmpty()) {
                return Obligation.undecided(statement, "too many places where it may switch, at " + point);
            }
            for (Interval place : switches.get()) {
                JoinSides sides =
                        new JoinSides(formula, variable, region.domains().get(variable), point, place);
                Optional<Obligation> against = sides.against(statement);
                if (against.isPresent()) {
                    return against.get();
                }
                places++;
            }
            lines++;
        }
        return lines == 0
                ? Obligation.undecided(statement, "no point of the region was found")
                : Obligation.agreed(statement, "joined at " + places + " places on " + lines + " lines");
    }

    private static Interval side(Region region, String variable) {
        Domain domain = region.domains().get(variable);
        return new Interval(domain.lower(), domain.lowerOpen(), domain.upper(), domain.upperOpen());
    }

    private static List<SortedMap<String, Double>> points(String variable, Region region) {
        List<SortedMap<String, Double>> points = new ArrayList<>();
        int others = region.domains().size() - 1;
        for (int i = 0; i < (others == 0 ? 1 : UNITS.length); i++) {
            SortedMap<String, Double> point = new TreeMap<>();
            int k = i;
            for (Map.Entry<String, Domain> entry : region.domains().entrySet()) {
                point.put(entry.getKey(), entry.getValue().point(UNITS[k % UNITS.length]));
                k += i;
            }
            if (region.assumptions().stream()
                    .filter(assumption -> !assumption.symbols().contains(variable))
                    .allMatch(assumption -> assumption.holds(point))) {
                points.add(point);
            }
        }
        return points;
    }
}
