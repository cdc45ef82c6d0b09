package org.theoremeter.simulate.measure;

import java.util.Arrays;
import java.util.Optional;
import org.theoremeter.simulate.arithmetic.Eigenvalues;

/**
 * Measures how isolated the leading eigenvalue of W is (theory 1.9): its distance to the nearest other one, over the
 * median distance to the nearest other one among the rest, the bulk.
 *
 * <p>A leading pair counts as one: neither is a neighbour of the other, and both are outside the bulk.
 *
 * @param distance of the leading eigenvalue to the nearest other one
 * @param spacing median over the others of the distance to the nearest among them, positive
 */
public record Isolation(double distance, double spacing) {

    /** Returns the ratio of the two. */
    public double ratio() {
        return distance / spacing;
    }

    /**
     * Measures a matrix; nothing where the bulk has fewer than two eigenvalues or half of them coincide, as without random
     * weights.
     *
     * @param rows W, one array a row, every entry finite
     */
    public static Optional<Isolation> of(double[][] rows) {
        Eigenvalues all = Eigenvalues.of(rows);
        int size = all.size();
        int leading = 0;
        for (int i = 1; i < size; i++) {
            if (all.modulus(i) > all.modulus(leading)) {
                leading = i;
            }
        }
        int partner = leading;
        for (int i = 0; i < size; i++) {
            boolean conjugate = all.real(i) == all.real(leading) && all.imaginary(i) == -all.imaginary(leading);
            if (i != leading && all.imaginary(leading) != 0 && conjugate) {
                partner = i;
            }
        }
        int leaders = partner == leading ? 1 : 2;
        if (size - leaders < 2) {
            return Optional.empty();
        }
        double[] distances = new double[size - leaders];
        double nearest = Double.POSITIVE_INFINITY;
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (i == leading || i == partner) {
                continue;
            }
            nearest = Math.min(nearest, distance(all, leading, i));
            double own = Double.POSITIVE_INFINITY;
            for (int j = 0; j < size; j++) {
                if (j != i && j != leading && j != partner) {
                    own = Math.min(own, distance(all, i, j));
                }
            }
            distances[count++] = own;
        }
        Arrays.sort(distances);
        double median = (distances[(count - 1) / 2] + distances[count / 2]) / 2;
        return median > 0 ? Optional.of(new Isolation(nearest, median)) : Optional.empty();
    }

    private static double distance(Eigenvalues all, int i, int j) {
        return Math.hypot(all.real(i) - all.real(j), all.imaginary(i) - all.imaginary(j));
    }
}
