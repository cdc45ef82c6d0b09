package org.theoremeter.simulate.experiment.linear;

import org.theoremeter.simulate.measure.LeadingEigenvalue;
import org.theoremeter.simulate.measure.TrackedOutlier;
import org.theoremeter.simulate.network.LinearRnn;

/**
 * Measures how far the leading eigenvalue λ of a network is from that of the target.
 *
 * <p>For an integrator that is c − c⋆ with its sign, λ = 1 − c; for an oscillator |λ − (1 − c⋆ + iω⋆)|, where of a pair λ
 * is the one with positive imaginary part.
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
        LeadingEigenvalue eigenvalue = new LeadingEigenvalue(setting.size());
        return network -> 1 - eigenvalue.of(network) - cstar;
    }
}
