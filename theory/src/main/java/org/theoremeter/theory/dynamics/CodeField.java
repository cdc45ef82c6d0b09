package org.theoremeter.theory.dynamics;

/** A vector field given by Java code, differentiated by central differences. */
final class CodeField implements Field {
    /** The cube root of the spacing of doubles balances the truncation of a central difference against rounding. */
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    /** A state at 0 has no scale of its own. */
    private static final double SMALLEST_SCALE = 1e-3;

    private final VectorField code;
    private final int dimension;

    CodeField(VectorField code, int dimension) {
        this.code = code;
        this.dimension = dimension;
    }

    @Override
    public void derivative(double t, double[] x, double[] p, double[] out) {
        code.derivative(t, x, p, out);
    }

    @Override
    public double[][] jacobian(double t, double[] x, double[] p) {
        double[][] jacobian = new double[dimension][dimension];
        double[] above = new double[dimension];
        double[] below = new double[dimension];
        for (int j = 0; j < dimension; j++) {
            double step = STEP * Math.max(Math.abs(x[j]), SMALLEST_SCALE);
            double right = x[j] + step;
            double left = x[j] - step;
            code.derivative(t, moved(x, j, right), p, above);
            code.derivative(t, moved(x, j, left), p, below);
            for (int i = 0; i < dimension; i++) {
                jacobian[i][j] = (above[i] - below[i]) / (right - left);
            }
        }
        return jacobian;
    }

    private static double[] moved(double[] x, int index, double value) {
        double[] moved = x.clone();
        moved[index] = value;
        return moved;
    }
}
