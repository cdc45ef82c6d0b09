package org.theoremeter.simulate.measure;

/** A smooth field F of the plane, whose derivative can be enclosed over a box. */
public interface PlaneField {

    /** Sets {@code value} to F(x, y), two numbers. */
    void value(double x, double y, double[] value);

    /**
     * Encloses DF over the box of the points at most so far from (x, y): every entry lies within its radius of its middle.
     *
     * @param halfWidth of the box along x, at least 0; with both 0 the middle is DF(x, y)
     * @param halfHeight of the box along y, at least 0
     * @param middle set to four numbers, ∂F₁/∂x, ∂F₁/∂y, ∂F₂/∂x, ∂F₂/∂y
     * @param radius set to their radii, rounding included
     */
    void slopes(double x, double y, double halfWidth, double halfHeight, double[] middle, double[] radius);
}
