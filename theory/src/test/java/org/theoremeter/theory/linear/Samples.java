package org.theoremeter.theory.linear;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;

/** Matrices of symbols, numbers for them, and quadrature in Hipparchus' arithmetic. */
final class Samples {
    /** Every mode of a sample decays at least so fast. */
    static final double SLOWEST = 0.25;
    /** e^{−2·0.25·160} = 2e-35; even non-normal growth leaves nothing of the tail. */
    private static final int PANELS = 160;

    private static final int ORDER = 16;

    private Samples() {}

    /** Returns a matrix of the symbols name11, name12, …. */
    static Matrix symbols(String name, int height, int width) {
        return new Matrix(IntStream.rangeClosed(1, height)
                .mapToObj(i -> IntStream.rangeClosed(1, width)
                        .mapToObj(j -> Expression.symbol(name + i + j))
                        .toList())
                .toList());
    }

    static Matrix column(Expression... entries) {
        return Matrix.column(List.of(entries));
    }

    /** Draws a matrix until its slowest mode decays fast enough. */
    static RealMatrix stable(Random random, int size) {
        while (true) {
            RealMatrix matrix = gaussian(random, size, size);
            for (int i = 0; i < size; i++) {
                matrix.addToEntry(i, i, -1);
            }
            double slowest = Arrays.stream(new EigenDecompositionNonSymmetric(matrix).getEigenvalues())
                    .mapToDouble(value -> -value.getRealPart())
                    .min()
                    .orElseThrow();
            if (slowest > SLOWEST) {
                return matrix;
            }
        }
    }

    static RealMatrix gaussian(Random random, int height, int width) {
        RealMatrix matrix = new Array2DRowRealMatrix(height, width);
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                matrix.setEntry(i, j, random.nextGaussian());
            }
        }
        return matrix;
    }

    /** Adds the entries of a matrix under the names of {@link #symbols}. */
    static void put(Map<String, Double> values, String name, RealMatrix matrix) {
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            for (int j = 0; j < matrix.getColumnDimension(); j++) {
                values.put(name + (i + 1) + (j + 1), matrix.getEntry(i, j));
            }
        }
    }

    static Map<String, Double> values(String first, RealMatrix matrix) {
        Map<String, Double> values = new HashMap<>();
        put(values, first, matrix);
        return values;
    }

    static RealMatrix evaluate(Matrix formulas, Map<String, Double> values) {
        RealMatrix matrix = new Array2DRowRealMatrix(formulas.height(), formulas.width());
        for (int i = 0; i < formulas.height(); i++) {
            for (int j = 0; j < formulas.width(); j++) {
                matrix.setEntry(i, j, formulas.entry(i, j).evaluate(values));
            }
        }
        return matrix;
    }

    /** Integrates x(t) y(t)ᵀ over all t ≥ 0 with x = e^{mt} u and y = e^{at} b, by Gauss on panels of length 1. */
    static RealMatrix integral(RealMatrix m, RealMatrix u, RealMatrix a, RealMatrix b) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(ORDER, 0, 1);
        RealMatrix sum = new Array2DRowRealMatrix(m.getRowDimension(), a.getRowDimension());
        RealMatrix stepX = MatrixUtils.matrixExponential(m);
        RealMatrix stepY = MatrixUtils.matrixExponential(a);
        for (int i = 0; i < ORDER; i++) {
            RealMatrix x = MatrixUtils.matrixExponential(m.scalarMultiply(rule.getPoint(i)))
                    .multiply(u);
            RealMatrix y = MatrixUtils.matrixExponential(a.scalarMultiply(rule.getPoint(i)))
                    .multiply(b);
            for (int panel = 0; panel < PANELS; panel++) {
                sum = sum.add(x.multiplyTransposed(y).scalarMultiply(rule.getWeight(i)));
                x = stepX.multiply(x);
                y = stepY.multiply(y);
            }
        }
        return sum;
    }
}
