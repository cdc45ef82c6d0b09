package org.theoremeter.simulate.fixedpoint;

/**
 * What is proved of a point, rounding included. Distances are in the maximum norm.
 *
 * <p>Of a fixed point (Newton and Kantorovich; Krawczyk): with g = F − r, J = DF − 1 and a matrix A near J⁻¹, let Y bound |A g|, Z
 * bound ‖1 − A J‖ and B bound ‖A‖ times the change of J with distance. Where Y + (Z − 1) ρ + ½ B ρ² ≤ 0 there is a zero within ρ of the
 * point, and no other within (1 − Z)/B. Of a ghost: with u = g/‖g‖, a zero at distance ρ needs ‖Jᵀu‖₁ ρ + ½ Σ|u_i| L_i ρ² ≥ ‖g‖, so that
 * there is none nearer.
 *
 * @param claim what is proved
 * @param within there is a true fixed point within this distance; not a number unless one exists
 * @param alone there is no other, or none at all, within this distance; not a number where nothing is proved
 */
public record Certificate(Claim claim, double within, double alone) {

    /** What can be proved. */
    public enum Claim {
        /** There is exactly one fixed point near by. */
        EXISTS,
        /** There is no fixed point near by. */
        NONE_NEAR,
        /** Nothing: found, not proved. */
        NOTHING
    }

    /** Returns that nothing is proved. */
    static Certificate nothing() {
        return new Certificate(Claim.NOTHING, Double.NaN, Double.NaN);
    }

    /** Tells whether something is. */
    public boolean proves() {
        return claim != Claim.NOTHING;
    }
}
