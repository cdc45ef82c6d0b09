package org.theoremeter.theory.linear;

import java.util.Map;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;

/**
 * Loss and gradient of a linear network of two neurons as formulas (theory 0.1); they are those of a network of any size
 * whose read-in, read-out and weights lie in a plane (theory 0.4).
 *
 * <p>With the blocks of the two Gramians P and Q, the index 1 for the network and 2 for the target,
 *
 * <pre>
 *   ∂L/∂W = Q₁₁ P₁₁ + Q₁₂ P₂₁,   L = ½ (vᵀ P₁₁ v − 2 vᵀ P₁₂ k⋆ + k⋆ᵀ P₂₂ k⋆)
 * </pre>
 *
 * <p>The formulas mean something only where M = W − I is {@linkplain #whereStable stable}; they have values elsewhere too.
 */
public final class PlaneSystem {
    private static final int PLANE = 2;

    private final Matrix m;
    private final LinearSystem network;
    private final LinearSystem target;
    private final Gramian controllability;

    private PlaneSystem(LinearSystem network, LinearSystem target) {
        this.m = network.dynamics();
        this.network = network;
        this.target = target;
        this.controllability = Gramian.of(m, network.input(), target.dynamics(), target.input());
    }

    /**
     * Sets up a network and its target.
     *
     * @param weights W, 2 × 2
     * @param readIn u, 2 × 1
     * @param readOut v, 2 × 1
     * @param target the filter to be learned, of one or two states
     * @return the system
     * @throws IllegalArgumentException if a matrix has another shape, or the target more states
     */
    public static PlaneSystem of(Matrix weights, Matrix readIn, Matrix readOut, LinearSystem target) {
        if (weights.height() != PLANE) {
            throw new IllegalArgumentException("found the weights " + weights.shape() + ", accepted: 2 × 2");
        }
        if (target.size() > PLANE) {
            throw new IllegalArgumentException("found a target of " + target.size() + " states, accepted: 1 or 2");
        }
        Matrix dynamics = weights.minus(Matrix.identity(PLANE));
        return new PlaneSystem(new LinearSystem(dynamics, readIn, readOut), target);
    }

    /** Returns ∂L/∂W, 2 × 2. */
    public Matrix gradient() {
        LinearSystem dual = target.dual();
        Matrix minusOutput = Matrix.of(Expression.number(-1)).times(dual.input());
        Gramian observability = Gramian.of(m.transpose(), network.output(), dual.dynamics(), minusOutput);
        Matrix own = observability.own().times(controllability.own());
        Matrix cross = observability.cross().times(controllability.cross().transpose());
        // both Gramians have the same divisors: M and A share trace and determinant with their transposes
        return own.over(squared(controllability.ownDivisor()))
                .plus(cross.over(squared(controllability.crossDivisor())));
    }

    private static Expression squared(Expression expression) {
        return Expression.parse("x^2").substitute(Map.of("x", expression));
    }

    /** Returns the loss L. */
    public Expression loss() {
        Expression ofNetwork = response(network.output(), controllability.network(), network.output());
        Expression mixed = response(network.output(), controllability.mixed(), target.output());
        Expression ofTarget = response(target.output(), own(target), target.output());
        return Expression.parse("n/2 - m + t/2").substitute(Map.of("n", ofNetwork, "m", mixed, "t", ofTarget));
    }

    private static Expression response(Matrix left, Matrix gramian, Matrix right) {
        return left.transpose().times(gramian).times(right).scalar();
    }

    /** Solves A P + P Aᵀ + b bᵀ = 0. */
    private static Matrix own(LinearSystem system) {
        Matrix a = system.dynamics();
        Matrix b = system.input();
        return system.size() == PLANE
                ? Gramian.of(a, b, a, b).network()
                : b.times(b).over(Expression.parse("-2*a").substitute(Map.of("a", a.scalar())));
    }

    /**
     * Returns a formula where the network is stable, that is, where tr M &lt; 0 and det M &gt; 0, and what is not a
     * number elsewhere.
     */
    public Expression whereStable(Expression formula) {
        return Expression.parse("piecewise(min(-t, d) > 0, f, 0/0)")
                .substitute(Map.of("t", m.trace(), "d", m.determinant(), "f", formula));
    }
}
