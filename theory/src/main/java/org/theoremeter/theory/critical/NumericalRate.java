package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.numeric.FieldEvaluation;

/**
 * The critical learning rate 2/(largest eigenvalue of the Hessian) in numbers, where there is no formula for it.
 *
 * <p>The optimum is brought to 40 digits by Newton's method, the Hessian comes from symbolic derivatives there. Its
 * largest eigenvalue is off by at most the rounding of its entries and of the eigenvalue solver, by Weyl's theorem their
 * norm. The second way shares no derivative with the first: automatic differentiation of the loss gives the map of
 * gradient descent, whose multiplier of the largest modulus at that rate must be −1.
 *
 * @param point the parameters
 * @param state the trained symbols at the optimum, rounded
 * @param largest the largest eigenvalue of the Hessian there
 * @param value the rate
 * @param error a bound on its error
 * @param multiplier the smallest multiplier of gradient descent at that rate, by automatic differentiation
 */
public record NumericalRate(
        Map<String, Double> point,
        Map<String, Double> state,
        double largest,
        double value,
        double error,
        double multiplier) {
    /** What the solver of eigenvalues loses a row, in units of rounding. */
    private static final double SOLVER = 16;
    /** How well the second way must meet the first: it sees the optimum rounded. */
    private static final double CONFIRMS = 1e-6;

    /** Keeps the order of the symbols. */
    public NumericalRate {
        point = Map.copyOf(point);
        state = Collections.unmodifiableMap(new LinkedHashMap<>(state));
    }

    /** Tells whether automatic differentiation finds the multiplier −1 at that rate. */
    public boolean isConfirmed() {
        return Math.abs(multiplier + 1) <= CONFIRMS;
    }

    /**
     * Computes the rate at an optimum.
     *
     * @param problem the problem
     * @param spot where the search found the optimum
     * @return the rate; none if the Hessian is singular or no number, or has a negative eigenvalue
     */
    static Optional<NumericalRate> of(LossProblem problem, OptimumSearch.Spot spot) {
        Map<String, Double> at = new HashMap<>(spot.point());
        at.putAll(spot.state());
        problem.places().forEach((symbol, place) -> at.put(symbol, place.evaluate(at)));
        List<String> trained = problem.trained();
        double[] near = trained.stream().mapToDouble(at::get).toArray();
        return new Stationary.Derivatives(spot.piece(), trained)
                .near(near, spot.point())
                .filter(Stationary::isMinimum)
                .filter(optimum -> Double.isFinite(optimum.error()))
                .map(optimum -> of(trained, optimum, spot));
    }

    private static NumericalRate of(List<String> trained, Stationary optimum, OptimumSearch.Spot spot) {
        int n = trained.size();
        double largest = optimum.curvatures()[0];
        double norm = new Array2DRowRealMatrix(optimum.hessian()).getFrobeniusNorm();
        double off = SOLVER * n * Math.ulp(norm) + n * optimum.error();
        double rate = 2 / largest;
        Map<String, Double> state = Neighbourhood.named(trained, optimum.state());
        double multiplier = 1 - rate * automatic(spot.piece(), trained, state, spot.point());
        return new NumericalRate(
                spot.point(), state, largest, rate, rate * off / (largest - off) + Math.ulp(rate), multiplier);
    }

    /** Returns the largest eigenvalue of the Hessian by automatic differentiation. */
    private static double automatic(
            Expression piece, List<String> trained, Map<String, Double> state, Map<String, Double> point) {
        int n = trained.size();
        DSFactory factory = new DSFactory(n, 2);
        Map<String, DerivativeStructure> at = new HashMap<>();
        point.forEach((name, value) -> at.put(name, factory.constant(value)));
        for (int i = 0; i < n; i++) {
            at.put(trained.get(i), factory.variable(i, state.get(trained.get(i))));
        }
        DerivativeStructure loss = FieldEvaluation.of(piece, at, factory.constant(1));
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int[] orders = new int[n];
                orders[i]++;
                orders[j]++;
                hessian[i][j] = loss.getPartialDerivative(orders);
                if (!Double.isFinite(hessian[i][j])) {
                    return Double.NaN;
                }
            }
        }
        return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(hessian, false)).getEigenvalues()[0];
    }

    /** Computes the rate at several optima; none unless there is one at each. */
    static List<NumericalRate> of(LossProblem problem, List<OptimumSearch.Spot> spots) {
        List<NumericalRate> rates = new ArrayList<>();
        for (OptimumSearch.Spot spot : spots) {
            Optional<NumericalRate> rate = of(problem, spot);
            if (rate.isEmpty()) {
                return List.of();
            }
            rates.add(rate.get());
        }
        return rates;
    }
}
