package org.theoremeter.simulate.experiment.linear;

import java.util.Arrays;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LinearRnn;

/**
 * Two orthogonal vectors e₁, e₂ of unit length in the space of N neurons, and the plane of theory 1.7 and 2.2 that they
 * span.
 *
 * @param first e₁, N entries; shared
 * @param second e₂, N entries; shared
 */
record OrthonormalPair(double[] first, double[] second) {

    /** Shorter than this, relative to what it was computed from, a vector is what rounding has left of nothing. */
    private static final double NOTHING = 1e-12;

    /**
     * Returns n = (1, …, 1)/√N and beside it d, constant on the first ⌊N/2⌋ neurons and on the others. Where weights are
     * isotropic or zero otherwise, no plane through n is special.
     *
     * @param size N, at least 2
     */
    static OrthonormalPair besideMean(int size) {
        int half = size / 2;
        double[] second = new double[size];
        Arrays.fill(second, 0, half, Math.sqrt((size - half) / ((double) size * half)));
        Arrays.fill(second, half, size, -Math.sqrt(half / ((double) size * (size - half))));
        return new OrthonormalPair(LinearRnn.direction(size), second);
    }

    /**
     * Returns the plane in which a network will learn: that of read-in and read-out, or where these are parallel that of
     * the read-in and p − q, p and q being what W maps to it and it to, which is the combination that grows (theory
     * 2.3). Where this vanishes too, as from zero weights, it is the plane of {@link #besideMean}.
     */
    static OrthonormalPair of(LinearRnn network) {
        int size = network.size();
        double[] first = network.readIn().clone();
        scale(1 / Rows.norm(first), first);
        double[] second = network.readOut().clone();
        if (!remainder(first, second, Rows.norm(second))) {
            double[][] rows = network.rows();
            Rows.transposedTimes(rows, first, second);
            for (int i = 0; i < size; i++) {
                second[i] -= Rows.dot(rows[i], first);
            }
            if (!remainder(first, second, Rows.norm(network.weights()))) {
                second = besideMean(size).second;
                remainder(first, second, 1);
            }
        }
        return new OrthonormalPair(first, second);
    }

    /** Takes from a vector what it has along a unit vector and normalises the rest, if any is left beside a scale. */
    private static boolean remainder(double[] unit, double[] vector, double scale) {
        // twice, since what cancels leaves rounding along the unit vector
        for (int i = 0; i < 2; i++) {
            Rows.add(-Rows.dot(unit, vector), unit, vector);
        }
        double rest = Rows.norm(vector);
        if (!(rest > NOTHING * scale)) {
            return false;
        }
        scale(1 / rest, vector);
        return true;
    }

    private static void scale(double factor, double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    /** Returns x e₁ + y e₂. */
    double[] combination(double x, double y) {
        double[] sum = new double[first.length];
        Rows.add(x, first, sum);
        Rows.add(y, second, sum);
        return sum;
    }

    /**
     * Adds Σ w_ij e_i e_jᵀ.
     *
     * @param plane w₁₁, w₁₂, w₂₁, w₂₂
     * @param weights N × N, row by row; changed
     */
    void add(double[] plane, double[] weights) {
        int size = first.length;
        double[] byFirst = combination(plane[0], plane[2]);
        double[] bySecond = combination(plane[1], plane[3]);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                weights[i * size + j] += byFirst[i] * first[j] + bySecond[i] * second[j];
            }
        }
    }

    /** Returns e_iᵀ W e_j in the order 11, 12, 21, 22. */
    double[] project(LinearRnn network) {
        double[] plane = new double[4];
        double[][] rows = network.rows();
        for (int i = 0; i < rows.length; i++) {
            double byFirst = Rows.dot(rows[i], first);
            double bySecond = Rows.dot(rows[i], second);
            plane[0] = Math.fma(first[i], byFirst, plane[0]);
            plane[1] = Math.fma(first[i], bySecond, plane[1]);
            plane[2] = Math.fma(second[i], byFirst, plane[2]);
            plane[3] = Math.fma(second[i], bySecond, plane[3]);
        }
        return plane;
    }

    /** Returns ‖W − ΠWΠ‖_F, Π the projection on the plane. */
    double outside(LinearRnn network) {
        double[] rest = network.weights().clone();
        double[] plane = project(network);
        for (int i = 0; i < 4; i++) {
            plane[i] = -plane[i];
        }
        add(plane, rest);
        return Rows.norm(rest);
    }
}
