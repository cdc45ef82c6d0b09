package org.theoremeter.simulate.measure;

import org.theoremeter.simulate.arithmetic.Eigenvalues;

/**
 * Holds what matters of the eigenvalues of W: the one of largest modulus, and how far the others reach.
 *
 * @param leading real part of the eigenvalue of largest modulus
 * @param leadingModulus its modulus
 * @param bulkRadius largest modulus of the others; 0 if there are none
 */
public record Spectrum(double leading, double leadingModulus, double bulkRadius) {

    /**
     * Decomposes a square matrix.
     *
     * @param rows W, one array a row, every entry finite
     * @throws IllegalArgumentException if an entry is not finite
     */
    public static Spectrum of(double[][] rows) {
        return of(Eigenvalues.of(rows));
    }

    /** Finds what matters among eigenvalues, of which there is at least one. */
    public static Spectrum of(Eigenvalues eigenvalues) {
        int first = 0;
        for (int i = 1; i < eigenvalues.size(); i++) {
            if (eigenvalues.modulus(i) > eigenvalues.modulus(first)) {
                first = i;
            }
        }
        double others = 0;
        for (int i = 0; i < eigenvalues.size(); i++) {
            if (i != first) {
                others = Math.max(others, eigenvalues.modulus(i));
            }
        }
        return new Spectrum(eigenvalues.real(first), eigenvalues.modulus(first), others);
    }
}
