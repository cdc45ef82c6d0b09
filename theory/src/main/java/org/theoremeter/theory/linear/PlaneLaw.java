package org.theoremeter.theory.linear;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.theory.law.Law;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * Makes laws of networks that learn on the plane of read-in and read-out by gradient flow of W alone (theory 0.4).
 *
 * <p>The state is W in an orthonormal basis whose first vector is the read-in, so that {@code w12} is the weight from
 * the second direction to the first. Its field −∂L/∂W is not a number where the network is unstable. What it starts from
 * are the parameters {@code w11_0} to {@code w22_0}. Observables: {@code rightmost} and {@code leftmost}, the real parts
 * of the two eigenvalues of W, the larger first; {@code outlier}, that of the eigenvalue of larger modulus; {@code
 * frequency}, the modulus of their imaginary part, 0 while they are real; {@code loss}.
 */
public final class PlaneLaw {
    private static final List<String> WEIGHTS = List.of("w11", "w12", "w21", "w22");
    /** The square of half the difference of the two eigenvalues. */
    private static final Expression SQUARE = Expression.parse("(w11 - w22)^2/4 + w12*w21");

    private PlaneLaw() {}

    /**
     * Makes a law.
     *
     * @param name its name
     * @param theory its section
     * @param statement what it says, in one sentence
     * @param readOut the read-out in that basis, a formula an entry; the read-in is (1, 0)
     * @param target the filter to be learned
     * @param parameters the domains of the symbols in read-out and target
     * @param conserved formulas in the weights that the flow leaves constant, by name
     * @return the law, which has four parameters more: the start
     */
    public static Law of(
            String name,
            String theory,
            String statement,
            Matrix readOut,
            LinearSystem target,
            Map<String, Domain> parameters,
            Map<String, Expression> conserved) {
        Map<String, Domain> all = new LinkedHashMap<>(parameters);
        Map<String, Expression> start = new LinkedHashMap<>();
        Map<String, Domain> domains = new LinkedHashMap<>(parameters);
        for (String weight : WEIGHTS) {
            start.put(weight, Expression.symbol(weight + "_0"));
            all.put(weight + "_0", Domain.reals());
            domains.put(weight, Domain.reals());
        }
        Matrix readIn = Matrix.column(List.of(Expression.number(1), Expression.number(0)));
        PlaneSystem system = PlaneSystem.of(weights(), readIn, readOut, target);
        ReducedDynamics dynamics =
                ReducedDynamics.of(name, "tau", field(system), observables(system), conserved, domains);
        return new Law(name, theory, statement, all, Map.of(), Optional.of(dynamics), start);
    }

    private static Matrix weights() {
        List<Expression> symbols = WEIGHTS.stream().map(Expression::symbol).toList();
        return new Matrix(List.of(symbols.subList(0, 2), symbols.subList(2, 4)));
    }

    private static Map<String, Expression> field(PlaneSystem system) {
        List<Expression> gradient = system.gradient().entries();
        Map<String, Expression> field = new LinkedHashMap<>();
        for (int i = 0; i < WEIGHTS.size(); i++) {
            Expression descent = Expression.parse("-g").substitute(Map.of("g", gradient.get(i)));
            field.put(WEIGHTS.get(i), system.whereStable(descent));
        }
        return field;
    }

    private static Map<String, Expression> observables(PlaneSystem system) {
        Map<String, Expression> observables = new LinkedHashMap<>();
        observables.put("rightmost", inSquare("(w11 + w22)/2 + piecewise(square > 0, sqrt(square), 0)"));
        observables.put("leftmost", inSquare("(w11 + w22)/2 - piecewise(square > 0, sqrt(square), 0)"));
        observables.put(
                "outlier",
                Expression.parse("piecewise(w11 + w22 < 0, leftmost, rightmost)")
                        .substitute(observables));
        observables.put("frequency", inSquare("piecewise(square < 0, sqrt(-square), 0)"));
        observables.put("loss", system.whereStable(system.loss()));
        return observables;
    }

    private static Expression inSquare(String formula) {
        return Expression.parse(formula).substitute(Map.of("square", SQUARE));
    }
}
