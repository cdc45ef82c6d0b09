package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.numeric.SamplePoints;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.text.Quotation;

/**
 * A loss and what is to be found out about it.
 *
 * @param loss the formula as it was stated
 * @param trained the symbols that learn with one learning rate, in order
 * @param numbers the symbols that stand for a number
 * @param at which point of a set of optima is meant: what some trained symbols are there, in terms of the others
 * @param region where each symbol lies that stands for no number, and what is assumed of the parameters
 */
public record LossProblem(
        Expression loss, List<String> trained, Map<String, Double> numbers, Map<String, Expression> at, Region region) {
    private static final int POINTS = 64;
    private static final int FEW_POINTS = 8;

    /**
     * Makes a problem.
     *
     * @throws IllegalArgumentException if nothing is trained, a symbol has neither a number nor a domain, a trained
     *     symbol does not occur in the loss, or {@code at} is about other symbols; it names the symbol
     */
    public LossProblem {
        trained = List.copyOf(trained);
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
        at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
        require(!trained.isEmpty(), "found nothing that is trained, accepted: at least one symbol");
        for (String symbol : loss.symbols()) {
            require(
                    numbers.containsKey(symbol) || region.domains().containsKey(symbol),
                    "the symbol " + Quotation.of(symbol) + " has neither a value nor a domain");
        }
        for (String symbol : trained) {
            require(
                    loss.symbols().contains(symbol),
                    "the trained symbol " + Quotation.of(symbol) + " does not occur in the loss");
            require(!numbers.containsKey(symbol), "the trained symbol " + Quotation.of(symbol) + " has a fixed value");
        }
        for (Map.Entry<String, Expression> entry : at.entrySet()) {
            require(trained.contains(entry.getKey()), "the symbol " + Quotation.of(entry.getKey()) + " is not trained");
            for (String symbol : entry.getValue().symbols()) {
                boolean other = numbers.containsKey(symbol) || region.domains().containsKey(symbol);
                require(
                        other && !at.containsKey(symbol),
                        "the place of " + Quotation.of(entry.getKey()) + " depends on " + Quotation.of(symbol));
            }
        }
        require(at.size() < trained.size(), "found a place for every trained symbol, accepted: at least one is left");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Returns the loss with its numbers in their places. */
    public Expression formula() {
        return withNumbers(loss);
    }

    /** Returns the problem with another formula for the loss, which contains all trained symbols too. */
    LossProblem with(Expression formula) {
        return new LossProblem(formula, trained, numbers, at, region);
    }

    /** Returns the formulas at whose zeros the loss may have no derivative: what it compares, and what is under a root. */
    public List<Expression> kinks() {
        Expression formula = formula();
        List<Expression> kinks = new ArrayList<>();
        for (Map<String, Double> point : new SamplePoints(region).inside(FEW_POINTS)) {
            Pieces.Piece piece = Pieces.at(formula, point);
            kinks.addAll(piece.compared());
            kinks.addAll(piece.roots());
        }
        return kinks.stream()
                .distinct()
                .filter(kink -> trained.stream().anyMatch(kink.symbols()::contains))
                .toList();
    }

    /** Puts the numbers in their places. */
    private Expression withNumbers(Expression expression) {
        Map<String, Expression> values = new HashMap<>();
        numbers.forEach((name, value) -> values.put(name, Expression.number(value)));
        return expression.substitute(values);
    }

    /** Returns the places of the trained symbols that are not searched for, with numbers in them. */
    Map<String, Expression> places() {
        Map<String, Expression> places = new LinkedHashMap<>();
        at.forEach((name, place) -> places.put(name, withNumbers(place)));
        return places;
    }

    /** Returns the trained symbols whose values at the optimum are searched for. */
    List<String> sought() {
        return trained.stream().filter(symbol -> !at.containsKey(symbol)).toList();
    }

    /** Returns the symbols on which the answer depends, in the order of their names. */
    public List<String> parameters() {
        List<String> parameters = new ArrayList<>(region.domains().keySet());
        parameters.removeAll(trained);
        return List.copyOf(parameters);
    }

    /** Returns where the parameters lie. */
    public Region parameterRegion() {
        return region.about(parameters());
    }

    /**
     * Looks for a point of the domains at which the loss is not finite.
     *
     * @return the first of 64 points at which it is not, if there is one
     */
    public Optional<Map<String, Double>> pointWithoutLoss() {
        Expression formula = formula();
        return new SamplePoints(region)
                .inside(POINTS).stream()
                        .filter(point -> !Double.isFinite(formula.evaluate(point)))
                        .<Map<String, Double>>map(TreeMap::new)
                        .findFirst();
    }
}
