package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.Simplification;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.matrix.Hessian;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * The Hessian of the loss at the optimum.
 *
 * @param hessian the matrix, its rows and columns in the order of the trained symbols
 * @param equality how it is known
 * @param points at how many points of the parameters its eigenvalues were looked at
 * @param zero how many eigenvalues vanish at each of them
 * @param negative whether one is negative at any of them, so that the optimum is no minimum
 */
public record Curvature(Matrix hessian, Equality equality, int points, int zero, boolean negative) {
    /**
     * Differentiates twice.
     *
     * @param problem the problem
     * @param gradient the derivative of the loss by each trained symbol, already simplified
     * @param optimum where
     * @param points points of the parameters
     */
    static Curvature of(
            LossProblem problem,
            Map<String, Simplification> gradient,
            Optimum optimum,
            List<Map<String, Double>> points) {
        List<String> trained = problem.trained();
        Region region = problem.parameterRegion();
        Matrix direct = Hessian.of(problem.formula(), trained).substitute(optimum.coordinates());
        int n = trained.size();
        Expression[][] entries = new Expression[n][n];
        List<Equality> known = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Simplification slope = gradient.get(trained.get(i));
            known.add(slope.equality());
            for (int j = i; j < n; j++) {
                Simplification entry = Simplification.of(
                        slope.formula().derivative(trained.get(j)).substitute(optimum.coordinates()), region);
                entries[i][j] = entry.formula();
                entries[j][i] = entry.formula();
                known.add(entry.equality());
                // The way over the simplified gradient must end where differentiating the loss as it stands does.
                known.add(notWorse(Proofs.agreeing(direct.entry(i, j), entry.formula(), region), entry.equality()));
            }
        }
        Matrix hessian = new Matrix(Arrays.stream(entries).map(List::of).toList());
        return signed(hessian, Proofs.weakest(known), points);
    }

    /** Agreement in numbers confirms a proof; anything less than agreement counts. */
    private static Equality notWorse(Equality numbers, Equality proof) {
        return numbers instanceof Equality.Agreed ? proof : numbers;
    }

    private static Curvature signed(Matrix hessian, Equality equality, List<Map<String, Double>> points) {
        int zero = hessian.height();
        boolean negative = false;
        for (Map<String, Double> point : points) {
            Inertia signs = Inertia.of(hessian, point);
            negative |= signs.negative() > 0;
            int vanishing = signs.zero();
            zero = Math.min(zero, vanishing);
        }
        return new Curvature(hessian, equality, points.size(), zero, negative);
    }
}
