package org.theoremeter.simulate.ode.regime;

import java.util.List;
import org.theoremeter.simulate.ode.enclosure.Enclosed;
import org.theoremeter.simulate.ode.method.Flow;

/**
 * A field on one side of every surface on which it switches, or along some of them: it is smooth, and continues beyond.
 *
 * @param flow the field
 * @param sides the surfaces that end the regime, each with the side that it is on
 * @param edges surfaces below which a root is not defined
 * @param components the field's formulas, enclosed; empty if it is code or slides
 * @param sharp whether these may hide anything between the points at which a method looks
 */
public record Regime(Flow flow, List<Side> sides, List<Surface> edges, List<Enclosed> components, boolean sharp) {

    /**
     * A side of a surface.
     *
     * @param surface the surface
     * @param sign 1 where g is positive, −1 where it is negative
     */
    public record Side(Surface surface, int sign) {}
}
