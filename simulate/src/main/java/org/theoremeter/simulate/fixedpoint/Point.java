package org.theoremeter.simulate.fixedpoint;

import org.theoremeter.simulate.arithmetic.Eigenvalues;

/**
 * A fixed point, or a slow one.
 *
 * @param kind what it is
 * @param state r; shared
 * @param speed ‖F(r) − r‖, as computed
 * @param eigenvalues of DF(r)
 * @param unstable how many of them lie outside the unit circle and not in the band
 * @param marginal how many lie in the band
 * @param certificate what is proved
 * @param starts from how many starts the minimisation of q ended here
 * @param basin how many starts settle here when the map is followed; 0 unless it is stable
 */
public record Point(
        Kind kind,
        double[] state,
        double speed,
        Eigenvalues eigenvalues,
        int unstable,
        int marginal,
        Certificate certificate,
        int starts,
        int basin) {

    /** Classifies a point. */
    static Point of(
            double[] state, double speed, boolean fixed, Eigenvalues eigenvalues, Certificate proved, double band) {
        int unstable = 0;
        int marginal = 0;
        for (int i = 0; i < eigenvalues.size(); i++) {
            double beyond = eigenvalues.modulus(i) - 1;
            if (Math.abs(beyond) <= band) {
                marginal++;
            } else if (beyond > 0) {
                unstable++;
            }
        }
        Kind kind = !fixed ? Kind.GHOST : marginal > 0 ? Kind.MARGINAL : unstable > 0 ? Kind.SADDLE : Kind.STABLE;
        return new Point(kind, state, speed, eigenvalues, unstable, marginal, proved, 0, 0);
    }

    /** Returns the same with counts of starts. */
    Point with(int ended, int settled) {
        return new Point(kind, state, speed, eigenvalues, unstable, marginal, certificate, ended, settled);
    }

    /** Returns q(r) = ½‖F(r) − r‖². */
    public double q() {
        return speed * speed / 2;
    }

    /** Tells whether its speed is 0 as far as rounding tells. */
    public boolean isFixed() {
        return kind != Kind.GHOST;
    }

    /** Returns the largest modulus of an eigenvalue. */
    public double leading() {
        double largest = 0;
        for (int i = 0; i < eigenvalues.size(); i++) {
            largest = Math.max(largest, eigenvalues.modulus(i));
        }
        return largest;
    }
}
