package org.theoremeter.theory.linear;

import java.util.Map;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;

/**
 * The blocks P₁₁ and P₁₂ of the matrix P that solves E P + P Eᵀ + B Bᵀ = 0 with E = blockdiag(M, A) and B = (u; b), for
 * M of two rows and A of any number, in closed form (theory 0.1).
 *
 * <p>Let D = det M, θ = −tr M, a = adj(M) u, and χ(s) = s² + θ s + D the characteristic polynomial of M. Then
 *
 * <pre>
 *   P₁₁ = (D u uᵀ + a aᵀ) / (2 θ D),   P₁₂ = −(u (A b)ᵀ + a bᵀ) χ(−A)⁻ᵀ
 * </pre>
 *
 * <p>Both follow from Cayley and Hamilton. To see the second multiply M P₁₂ = −P₁₂ Aᵀ − u bᵀ by M once more and insert
 * it into 0 = χ(M) P₁₂; what multiplies P₁₂ is then χ(−Aᵀ), and M + θ = −adj(M). The first is the second with M for A
 * and u for b, as χ(−Mᵀ) = −2 θ Mᵀ. Numerators and denominators are kept apart, so that a product of blocks
 * is divided once.
 *
 * @param own 2 θ D P₁₁, 2 × 2
 * @param ownDivisor 2 θ D
 * @param cross det χ(−A) P₁₂, of two rows and as many columns as A has
 * @param crossDivisor det χ(−A)
 */
record Gramian(Matrix own, Expression ownDivisor, Matrix cross, Expression crossDivisor) {
    /**
     * Solves.
     *
     * @param m M
     * @param u two entries
     * @param a A
     * @param b as many entries as A has rows
     */
    static Gramian of(Matrix m, Matrix u, Matrix a, Matrix b) {
        Matrix determinant = Matrix.of(m.determinant());
        Matrix trace = Matrix.of(m.trace());
        Matrix moved = m.adjugate().times(u);
        Matrix own = determinant.times(u.times(u.transpose())).plus(moved.times(moved.transpose()));
        Expression ownDivisor =
                Expression.parse("-2*t*d").substitute(Map.of("t", trace.scalar(), "d", determinant.scalar()));
        Matrix polynomial = a.times(a).plus(trace.times(a)).plus(determinant.times(Matrix.identity(a.height())));
        Matrix minus = Matrix.of(Expression.number(-1)).times(b);
        Matrix cross = u.times(a.times(minus).transpose())
                .plus(moved.times(minus.transpose()))
                .times(polynomial.adjugate().transpose());
        return new Gramian(own, ownDivisor, cross, polynomial.determinant());
    }

    /** Returns P₁₁. */
    Matrix network() {
        return own.over(ownDivisor);
    }

    /** Returns P₁₂. */
    Matrix mixed() {
        return cross.over(crossDivisor);
    }
}
