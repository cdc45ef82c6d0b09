package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.Simplification;

/**
 * The critical learning rate 2/(largest eigenvalue of the Hessian).
 *
 * @param branches the eigenvalues that are the largest somewhere, with the rate that each sets; mostly there is one
 * @param points at how many points of the parameters none but these was the largest
 */
public record CriticalRate(List<Branch> branches, int points) {
    private static final Expression RATE = Expression.parse("2/largest");
    /** Eigenvalues that differ by less than this, relative to their size, are equal at a point. */
    private static final double TIE = 1e-9;

    /** Copies the branches. */
    public CriticalRate {
        branches = List.copyOf(branches);
    }

    /**
     * What one eigenvalue says.
     *
     * @param eigenvalue the eigenvalue
     * @param rate 2 over it
     * @param exponents how the rate scales with each parameter
     */
    public record Branch(Expression eigenvalue, Simplification rate, List<LocalExponent> exponents) {
        /** Copies the exponents. */
        public Branch {
            exponents = List.copyOf(exponents);
        }
    }

    /**
     * Finds out which eigenvalues lead, and what follows.
     *
     * @param problem the problem
     * @param spectrum the eigenvalues
     * @param points points of the parameters
     */
    static CriticalRate of(LossProblem problem, Spectrum spectrum, List<Map<String, Double>> points) {
        List<Branch> branches = new ArrayList<>();
        for (Expression eigenvalue : leading(spectrum.eigenvalues(), points)) {
            Simplification rate =
                    Simplification.of(RATE.substitute(Map.of("largest", eigenvalue)), problem.parameterRegion());
            List<LocalExponent> exponents = problem.parameters().stream()
                    .map(parameter -> LocalExponent.of(rate.formula(), parameter, problem.parameterRegion()))
                    .toList();
            branches.add(new Branch(eigenvalue, rate, exponents));
        }
        return new CriticalRate(branches, points.size());
    }

    /**
     * Returns the rate at a point.
     *
     * @param point a value for every parameter
     */
    public double value(Map<String, Double> point) {
        return branches.stream()
                .mapToDouble(branch -> branch.rate().formula().evaluate(point))
                .min()
                .orElseThrow();
    }

    /** Returns one eigenvalue that is the largest everywhere, or else all that are the largest somewhere. */
    private static List<Expression> leading(List<Expression> eigenvalues, List<Map<String, Double>> points) {
        List<Expression> distinct = eigenvalues.stream().distinct().toList();
        SortedSet<Integer> everywhere = new TreeSet<>();
        for (int i = 0; i < distinct.size(); i++) {
            everywhere.add(i);
        }
        SortedSet<Integer> somewhere = new TreeSet<>();
        for (Map<String, Double> point : points) {
            double[] values = distinct.stream()
                    .mapToDouble(value -> value.evaluate(point))
                    .toArray();
            double largest = Arrays.stream(values).max().orElseThrow();
            for (int i = 0; i < values.length; i++) {
                if (values[i] < largest - TIE * Math.abs(largest)) {
                    everywhere.remove(i);
                } else if (values[i] == largest) {
                    somewhere.add(i);
                }
            }
        }
        return (everywhere.isEmpty() ? somewhere : everywhere.headSet(everywhere.first() + 1))
                .stream().map(distinct::get).toList();
    }
}
