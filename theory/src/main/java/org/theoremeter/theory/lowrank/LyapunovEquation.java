package org.theoremeter.theory.lowrank;

/**
 * Solves E P + P Eᵀ + B Bᵀ = 0 for the symmetric P, by elimination on its n(n+1)/2 entries.
 *
 * <p>Meant for a handful of states. The solution is unique unless two eigenvalues of E add up to 0; whether E is stable is
 * not asked.
 */
final class LyapunovEquation {
    private LyapunovEquation() {}

    /**
     * Solves.
     *
     * @param e E, one array a row
     * @param b B, as many entries
     * @return P; not finite where the equation has no unique solution
     */
    static double[][] solve(double[][] e, double[] b) {
        int size = b.length;
        int count = size * (size + 1) / 2;
        double[][] system = new double[count][count + 1];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                double[] equation = system[index(i, j)];
                for (int k = 0; k < size; k++) {
                    equation[index(k, j)] += e[i][k];
                    equation[index(i, k)] += e[j][k];
                }
                equation[count] = -b[i] * b[j];
            }
        }
        eliminate(system, count);
        double[][] p = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                p[i][j] = system[index(i, j)][count];
                p[j][i] = p[i][j];
            }
        }
        return p;
    }

    private static int index(int i, int j) {
        int low = Math.min(i, j);
        int high = Math.max(i, j);
        return high * (high + 1) / 2 + low;
    }

    /** Gaussian elimination with row pivoting; the solution replaces the last column. */
    private static void eliminate(double[][] system, int count) {
        for (int k = 0; k < count; k++) {
            int pivot = k;
            for (int i = k + 1; i < count; i++) {
                if (Math.abs(system[i][k]) > Math.abs(system[pivot][k])) {
                    pivot = i;
                }
            }
            double[] row = system[pivot];
            system[pivot] = system[k];
            system[k] = row;
            for (int i = k + 1; i < count; i++) {
                double factor = system[i][k] / row[k];
                if (factor != 0) {
                    for (int j = k; j <= count; j++) {
                        system[i][j] -= factor * row[j];
                    }
                }
            }
        }
        for (int k = count - 1; k >= 0; k--) {
            double sum = system[k][count];
            for (int j = k + 1; j < count; j++) {
                sum -= system[k][j] * system[j][count];
            }
            system[k][count] = sum / system[k][k];
        }
    }
}
