package org.theoremeter.simulate.experiment.linear;

import org.theoremeter.simulate.arithmetic.Eigenvalues;
import org.theoremeter.simulate.measure.LeadingEigenvalue;
import org.theoremeter.simulate.measure.TrackedOutlier;
import org.theoremeter.simulate.network.LinearRnn;

/**
 * Measures how far the leading eigenvalue λ of a network is from that of the target.
 *
 * <p>For an integrator that is c − c⋆ with its sign, λ = 1 − c; for an oscillator |λ − (1 − c⋆ + iω⋆)|, where of a pair λ
 * is the one with positive imaginary part. For a target of several modes it is the largest distance from one of their
 * eigenvalues to the nearest of the network's.
 */
@FunctionalInterface
interface Offset {

    /** Returns the offset of a network with finite weights. */
    double of(LinearRnn network);

    /** Prepares for one run of an experiment; not for several threads. */
    static Offset of(Setting setting) {
        double cstar = setting.cstar();
        if (setting.oscillator()) {
            double omegastar = setting.omegastar();
            return network -> TrackedOutlier.leading(network.rows()).distance(1 - cstar, omegastar);
        }
        if (setting.several()) {
            Eigenvalues modes = Eigenvalues.of(setting.target().dynamics());
            return network -> farthest(modes, Eigenvalues.of(network.rows()));
        }
        LeadingEigenvalue eigenvalue = new LeadingEigenvalue(setting.size());
        return network -> 1 - eigenvalue.of(network) - cstar;
    }

    private static double farthest(Eigenvalues modes, Eigenvalues found) {
        double farthest = 0;
        for (int i = 0; i < modes.size(); i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < found.size(); j++) {
                // A⋆ corresponds to W − I
                nearest = Math.min(
                        nearest,
                        Math.hypot(found.real(j) - 1 - modes.real(i), found.imaginary(j) - modes.imaginary(i)));
            }
            farthest = Math.max(farthest, nearest);
        }
        return farthest;
    }
}
