package org.theoremeter.simulate.kernel;

/** Multiplies matrices and panels. Matrices are stored row by row with a stride; products add to what is there. */
public interface Products {

    /**
     * Lays a matrix out in the order in which {@link #product} of the same kernel reads it.
     *
     * @param m matrix of {@code rows} × {@code inner} from {@code mo} on, {@code stride} numbers from row to row
     * @param laid where {@code rows} × {@code inner} numbers go, from {@code lo} on
     */
    void lay(Store m, int mo, int stride, int rows, int inner, Store laid, int lo);

    /**
     * Adds a product of a matrix and a panel: y_i += Σ_k m_ik x_k for each sample, summed in the order of k with fused
     * multiply-adds.
     *
     * @param laid matrix of {@code rows} × {@code inner} from {@code lo} on, as {@link #lay} leaves it
     * @param x panel of {@code inner} rows from {@code xo} on
     * @param y panel of {@code rows} rows from {@code yo} on
     */
    void product(Store laid, int lo, int rows, int inner, Store x, int xo, Store y, int yo);

    /**
     * Adds the outer products of panels, summed over samples and steps: g_ik += Σ_t Σ_s e_t,i,s x_t,k,s. For each sample
     * lane the sum runs over t; lanes are added in halves, 16 → 8 → 4 → 2 → 1.
     *
     * @param e panels of {@code rows} rows, the first from {@code eo} on, {@code estep} numbers from step to step
     * @param x panels of {@code columns} rows, likewise
     * @param g matrix of {@code rows} × {@code columns} from {@code go} on, {@code stride} numbers from row to row
     */
    void outer(
            Store e,
            int eo,
            int estep,
            int rows,
            Store x,
            int xo,
            int xstep,
            int columns,
            int steps,
            Store g,
            int go,
            int stride);

    /** Copies the transposed of a {@code rows} × {@code columns} matrix; strides as above. */
    void transpose(Store from, int fo, int fstride, int rows, int columns, Store to, int too, int tstride);

    /**
     * Returns Σ x_i y_i over {@code count} numbers, a multiple of 16: sixteen lanes i mod 16 summed in order, then added in
     * halves.
     */
    double dot(Store x, int xo, Store y, int yo, int count);

    /** Adds a multiple: y_i += a x_i over {@code count} numbers, fused. */
    void addScaled(double a, Store x, int xo, Store y, int yo, int count);

    /** Copies {@code count} numbers. */
    void copy(Store from, int fo, Store to, int too, int count);

    /** Sets {@code count} numbers to zero. */
    void zero(Store x, int xo, int count);
}
