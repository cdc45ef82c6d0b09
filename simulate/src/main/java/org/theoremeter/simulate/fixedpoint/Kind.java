package org.theoremeter.simulate.fixedpoint;

import java.util.Locale;

/** What a point is, by its speed and by the eigenvalues of DF there, each of them as computed. */
public enum Kind {
    /** A fixed point with all eigenvalues inside the unit circle. */
    STABLE,
    /** A fixed point with eigenvalues outside, and none on it. */
    SADDLE,
    /** A fixed point with an eigenvalue on the unit circle, within the band: a centre, a bifurcation, or one of a continuum. */
    MARGINAL,
    /** A minimum of q = ½‖F(r) − r‖² that is no zero. */
    GHOST;

    /** Returns its name in small letters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
