package org.theoremeter.theory.lowrank;

import java.util.ArrayList;
import java.util.List;

/**
 * One entry of G = XᵀX, X = [m n u v], the inner product of two columns of X (theory 5.2).
 *
 * <p>Its name is the letter and the indices of the matrix that it belongs to, from 1: the visible ones {@code A12} = n₁ᵀm₂,
 * {@code b1} = n₁ᵀu, {@code k1} = m₁ᵀv and {@code d} = vᵀu; the invisible ones {@code mm12} = m₁ᵀm₂, {@code nn12} = n₁ᵀn₂,
 * {@code uu}, {@code vv}, {@code mu1} = m₁ᵀu and {@code nv1} = n₁ᵀv.
 *
 * @param name its name
 * @param row the column of X on the left, from 0: those of m, of n, then u and v
 * @param column the column of X on the right
 * @param visible whether the loss depends on it
 */
public record Overlap(String name, int row, int column, boolean visible) {
    /** The largest rank that there are names for. */
    public static final int LARGEST_RANK = 3;

    /**
     * Returns all overlaps, each once: A row by row, b, k, d, then mᵀm, nᵀn, |u|², |v|², mᵀu and nᵀv.
     *
     * @param rank R, from 1 to 3
     * @return (2R+2)(2R+3)/2 overlaps
     * @throws IllegalArgumentException if the rank is another
     */
    public static List<Overlap> ofRank(int rank) {
        if (rank < 1 || rank > LARGEST_RANK) {
            throw new IllegalArgumentException("found the rank " + rank + ", accepted: from 1 to " + LARGEST_RANK);
        }
        int u = 2 * rank;
        int v = u + 1;
        List<Overlap> all = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < rank; j++) {
                all.add(new Overlap("A" + (i + 1) + (j + 1), rank + i, j, true));
            }
        }
        withVector("b", rank, rank, u, true, all);
        withVector("k", rank, 0, v, true, all);
        all.add(new Overlap("d", v, u, true));
        square("mm", rank, 0, all);
        square("nn", rank, rank, all);
        all.add(new Overlap("uu", u, u, false));
        all.add(new Overlap("vv", v, v, false));
        withVector("mu", rank, 0, u, false, all);
        withVector("nv", rank, rank, v, false, all);
        return List.copyOf(all);
    }

    private static void withVector(
            String letters, int rank, int first, int vector, boolean visible, List<Overlap> all) {
        for (int i = 0; i < rank; i++) {
            all.add(new Overlap(letters + (i + 1), first + i, vector, visible));
        }
    }

    private static void square(String letters, int rank, int first, List<Overlap> all) {
        for (int i = 0; i < rank; i++) {
            for (int j = i; j < rank; j++) {
                all.add(new Overlap(letters + (i + 1) + (j + 1), first + i, first + j, false));
            }
        }
    }

    /** Returns whether it is the square of a length. */
    public boolean isSquare() {
        return row == column;
    }
}
