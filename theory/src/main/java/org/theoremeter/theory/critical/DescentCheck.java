package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.bytecode.CompiledFunction;

/**
 * Plain gradient descent on the loss formula from close to the optimum, just below and just above the critical rate.
 *
 * @param point the parameters
 * @param rate the critical rate there
 * @param below by what factor the gradient changed within 100 steps at 0.98 of the rate
 * @param above the same at 1.02 of the rate
 */
public record DescentCheck(Map<String, Double> point, double rate, double below, double above) {
    /** How far from the critical rate the two runs are, relative to it. */
    public static final double DISTANCE = 0.02;
    /** Steps of each run: enough for 0.96^100 = 0.017 and 1.04^100 = 50. */
    public static final int STEPS = 100;
    /** How far from the optimum a run starts, relative to its smallest coordinate: where the loss is a parabola. */
    private static final double OFFSET = 1e-6;

    private static final double SHRUNK = 0.5;

    /** Tells whether the descent converged below the rate and left the optimum above it. */
    public boolean passes() {
        return below < SHRUNK && above > 1;
    }

    /**
     * Runs both.
     *
     * @param problem the problem
     * @param optimum the coordinates of the optimum at the point, in the order of the trained symbols
     * @param point a value for every parameter
     * @param rate the predicted rate
     */
    static DescentCheck of(LossProblem problem, double[] optimum, Map<String, Double> point, double rate) {
        return new DescentCheck(
                point,
                rate,
                change(problem, optimum, point, rate * (1 - DISTANCE)),
                change(problem, optimum, point, rate * (1 + DISTANCE)));
    }

    private static double change(LossProblem problem, double[] optimum, Map<String, Double> point, double rate) {
        int n = optimum.length;
        List<String> arguments = new ArrayList<>(problem.trained());
        arguments.addAll(problem.parameters());
        Expression loss = problem.formula();
        List<CompiledFunction> gradient = problem.trained().stream()
                .map(symbol -> loss.derivative(symbol).compile(arguments))
                .toList();
        double[] x = new double[arguments.size()];
        double smallest = 1;
        for (double coordinate : optimum) {
            smallest = coordinate == 0 ? smallest : Math.min(smallest, Math.abs(coordinate));
        }
        for (int i = 0; i < n; i++) {
            // In no direction that an eigenvector of a symmetric problem might be orthogonal to.
            x[i] = optimum[i] - OFFSET * smallest * (1 + i / (n + 0.5));
        }
        for (int i = n; i < x.length; i++) {
            x[i] = point.get(arguments.get(i));
        }
        double start = 0;
        double[] slopes = new double[n];
        for (int step = 0; step <= STEPS; step++) {
            for (int i = 0; i < n; i++) {
                slopes[i] = gradient.get(i).value(x);
            }
            start = step == 0 ? norm(slopes) : start;
            for (int i = 0; i < n && step < STEPS; i++) {
                x[i] -= rate * slopes[i];
            }
        }
        return norm(slopes) / start;
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
