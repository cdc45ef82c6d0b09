package org.theoremeter.simulate.kernel.plain;

import java.util.Arrays;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.Products;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.kernel.Wide;

/** Multiplies in double precision, four lanes of four rows at a time in scalar registers. */
public class DoubleProducts implements Products {

    private static final int LANES = Kernel.LANES;

    /** Rows and lanes of a block. */
    private static final int BLOCK = 4;

    /** Creates the products; they keep nothing between calls. */
    public DoubleProducts() {}

    @Override
    public void lay(Store m, int mo, int stride, int rows, int inner, Store laid, int lo) {
        for (int i = 0; i < rows; i++) {
            copy(m, mo + i * stride, laid, lo + i * inner, inner);
        }
    }

    @Override
    public void product(Store laid, int lo, int rows, int inner, Store x, int xo, Store y, int yo) {
        product(DoubleStore.of(laid), lo, inner, rows, inner, DoubleStore.of(x), xo, DoubleStore.of(y), yo);
    }

    private static void product(
            double[] m, int mo, int stride, int rows, int inner, double[] x, int xo, double[] y, int yo) {
        int i = 0;
        for (; i + BLOCK <= rows; i += BLOCK) {
            for (int s = 0; s < LANES; s += BLOCK) {
                fourRows(m, mo + i * stride, stride, inner, x, xo + s, y, yo + i * LANES + s);
            }
        }
        for (; i < rows; i++) {
            for (int s = 0; s < LANES; s += BLOCK) {
                oneRow(m, mo + i * stride, inner, x, xo + s, y, yo + i * LANES + s);
            }
        }
    }

    private static void fourRows(double[] m, int mo, int stride, int inner, double[] x, int xo, double[] y, int yo) {
        double a0 = y[yo];
        double a1 = y[yo + 1];
        double a2 = y[yo + 2];
        double a3 = y[yo + 3];
        double b0 = y[yo + LANES];
        double b1 = y[yo + LANES + 1];
        double b2 = y[yo + LANES + 2];
        double b3 = y[yo + LANES + 3];
        double c0 = y[yo + 2 * LANES];
        double c1 = y[yo + 2 * LANES + 1];
        double c2 = y[yo + 2 * LANES + 2];
        double c3 = y[yo + 2 * LANES + 3];
        double d0 = y[yo + 3 * LANES];
        double d1 = y[yo + 3 * LANES + 1];
        double d2 = y[yo + 3 * LANES + 2];
        double d3 = y[yo + 3 * LANES + 3];
        for (int k = 0; k < inner; k++) {
            int at = xo + k * LANES;
            double x0 = x[at];
            double x1 = x[at + 1];
            double x2 = x[at + 2];
            double x3 = x[at + 3];
            double w = m[mo + k];
            a0 = Math.fma(w, x0, a0);
            a1 = Math.fma(w, x1, a1);
            a2 = Math.fma(w, x2, a2);
            a3 = Math.fma(w, x3, a3);
            w = m[mo + stride + k];
            b0 = Math.fma(w, x0, b0);
            b1 = Math.fma(w, x1, b1);
            b2 = Math.fma(w, x2, b2);
            b3 = Math.fma(w, x3, b3);
            w = m[mo + 2 * stride + k];
            c0 = Math.fma(w, x0, c0);
            c1 = Math.fma(w, x1, c1);
            c2 = Math.fma(w, x2, c2);
            c3 = Math.fma(w, x3, c3);
            w = m[mo + 3 * stride + k];
            d0 = Math.fma(w, x0, d0);
            d1 = Math.fma(w, x1, d1);
            d2 = Math.fma(w, x2, d2);
            d3 = Math.fma(w, x3, d3);
        }
        y[yo] = a0;
        y[yo + 1] = a1;
        y[yo + 2] = a2;
        y[yo + 3] = a3;
        y[yo + LANES] = b0;
        y[yo + LANES + 1] = b1;
        y[yo + LANES + 2] = b2;
        y[yo + LANES + 3] = b3;
        y[yo + 2 * LANES] = c0;
        y[yo + 2 * LANES + 1] = c1;
        y[yo + 2 * LANES + 2] = c2;
        y[yo + 2 * LANES + 3] = c3;
        y[yo + 3 * LANES] = d0;
        y[yo + 3 * LANES + 1] = d1;
        y[yo + 3 * LANES + 2] = d2;
        y[yo + 3 * LANES + 3] = d3;
    }

    private static void oneRow(double[] m, int mo, int inner, double[] x, int xo, double[] y, int yo) {
        double a0 = y[yo];
        double a1 = y[yo + 1];
        double a2 = y[yo + 2];
        double a3 = y[yo + 3];
        for (int k = 0; k < inner; k++) {
            int at = xo + k * LANES;
            double w = m[mo + k];
            a0 = Math.fma(w, x[at], a0);
            a1 = Math.fma(w, x[at + 1], a1);
            a2 = Math.fma(w, x[at + 2], a2);
            a3 = Math.fma(w, x[at + 3], a3);
        }
        y[yo] = a0;
        y[yo + 1] = a1;
        y[yo + 2] = a2;
        y[yo + 3] = a3;
    }

    @Override
    public void outer(
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
            int stride) {
        double[] left = DoubleStore.of(e);
        double[] right = DoubleStore.of(x);
        double[] to = DoubleStore.of(g);
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                to[go + i * stride + k] += overSteps(left, eo + i * LANES, estep, right, xo + k * LANES, xstep, steps);
            }
        }
    }

    /** Returns Σ_t Σ_s of one pair of rows: lanes s, s + 4, s + 8 and s + 12 together, as the halves are added. */
    private static double overSteps(double[] e, int eo, int estep, double[] x, int xo, int xstep, int steps) {
        double folded0 = lanes(e, eo, estep, x, xo, xstep, steps);
        double folded1 = lanes(e, eo + 1, estep, x, xo + 1, xstep, steps);
        double folded2 = lanes(e, eo + 2, estep, x, xo + 2, xstep, steps);
        double folded3 = lanes(e, eo + 3, estep, x, xo + 3, xstep, steps);
        return (folded0 + folded2) + (folded1 + folded3);
    }

    private static double lanes(double[] e, int eo, int estep, double[] x, int xo, int xstep, int steps) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int p = eo;
        int q = xo;
        for (int t = 0; t < steps; t++) {
            a = Math.fma(e[p], x[q], a);
            b = Math.fma(e[p + 4], x[q + 4], b);
            c = Math.fma(e[p + 8], x[q + 8], c);
            d = Math.fma(e[p + 12], x[q + 12], d);
            p += estep;
            q += xstep;
        }
        return (a + c) + (b + d);
    }

    @Override
    public void transpose(Store from, int fo, int fstride, int rows, int columns, Store to, int too, int tstride) {
        double[] source = DoubleStore.of(from);
        double[] target = DoubleStore.of(to);
        for (int i = 0; i < rows; i++) {
            int at = fo + i * fstride;
            for (int k = 0; k < columns; k++) {
                target[too + k * tstride + i] = source[at + k];
            }
        }
    }

    @Override
    public @Wide double dot(Store x, int xo, Store y, int yo, int count) {
        double[] left = DoubleStore.of(x);
        double[] right = DoubleStore.of(y);
        return overSteps(left, xo, LANES, right, yo, LANES, count / LANES);
    }

    @Override
    public void addScaled(@Wide double a, Store x, int xo, Store y, int yo, int count) {
        double[] from = DoubleStore.of(x);
        double[] to = DoubleStore.of(y);
        double factor = DoubleStore.round(a);
        for (int i = 0; i < count; i++) {
            to[yo + i] = Math.fma(factor, from[xo + i], to[yo + i]);
        }
    }

    @Override
    public void copy(Store from, int fo, Store to, int too, int count) {
        System.arraycopy(DoubleStore.of(from), fo, DoubleStore.of(to), too, count);
    }

    @Override
    public void zero(Store x, int xo, int count) {
        Arrays.fill(DoubleStore.of(x), xo, xo + count, 0);
    }
}
