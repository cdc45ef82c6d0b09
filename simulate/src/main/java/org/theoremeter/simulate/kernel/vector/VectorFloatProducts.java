package org.theoremeter.simulate.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.kernel.plain.FloatProducts;
import org.theoremeter.simulate.kernel.plain.FloatStore;

/**
 * Multiplies in single precision: as many sums as there are registers for stay in them, twenty where vectors have 512 bits, twelve
 * where they are shorter. Order and rounding of every sum are those of plain Java.
 *
 * <p>By hand, not derived from {@link VectorDoubleProducts}: a vector has twice as many lanes, so that of 512 bits one is a row,
 * and blocks are others. Packing and dividing into blocks are the same.
 */
final class VectorFloatProducts extends FloatProducts {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    private static final int LANES = Kernel.LANES;

    /** Lanes that a block covers. */
    private static final int SPAN = WIDTH;

    /** Vectors of 512 bits come with 32 registers, shorter ones with 16: a block that needs more goes through memory. */
    private static final boolean MANY_REGISTERS = SPECIES.vectorBitSize() == 512;

    /** Rows and columns of a block of outer products. */
    private static final int ROWS = MANY_REGISTERS ? 5 : 3;

    private static final int COLUMNS = 4;

    /** Lanes of the pairs of a block, before they are added. */
    private final float[] scratch = new float[ROWS * COLUMNS * LANES];

    private float[] packedColumns = {};
    private float[] packedRows = {};

    /** Tells whether panels are made of whole blocks of vectors. */
    static boolean fits() {
        return LANES % SPAN == 0;
    }

    @Override
    public void lay(Store m, int mo, int stride, int rows, int inner, Store laid, int lo) {
        float[] from = FloatStore.of(m);
        float[] to = FloatStore.of(laid);
        for (int i = 0; i < rows; ) {
            int height = height(rows - i);
            for (int r = 0; r < height; r++) {
                for (int k = 0; k < inner; k++) {
                    to[lo + i * inner + k * height + r] = from[mo + (i + r) * stride + k];
                }
            }
            i += height;
        }
    }

    /** Returns the rows of the next block of products. */
    private static int height(int left) {
        int most = MANY_REGISTERS ? 8 : 6;
        return left >= most ? most : left >= 4 ? 4 : 1;
    }

    @Override
    public void product(Store laid, int lo, int rows, int inner, Store x, int xo, Store y, int yo) {
        product(FloatStore.of(laid), lo, rows, inner, FloatStore.of(x), xo, FloatStore.of(y), yo);
    }

    private static void product(float[] m, int mo, int rows, int inner, float[] x, int xo, float[] y, int yo) {
        for (int i = 0; i < rows; ) {
            int height = height(rows - i);
            int at = mo + i * inner;
            int to = yo + i * LANES;
            for (int s = 0; s < LANES; s += height == 6 ? 2 * WIDTH : SPAN) {
                switch (height) {
                    case 8 -> eightRows(m, at, inner, x, xo + s, y, to + s);
                    case 6 -> sixRows(m, at, inner, x, xo + s, y, to + s);
                    case 4 -> fourRows(m, at, inner, x, xo + s, y, to + s);
                    default -> oneRow(m, at, inner, x, xo + s, y, to + s);
                }
            }
            i += height;
        }
    }

    private static void eightRows(float[] m, int mo, int inner, float[] x, int xo, float[] y, int yo) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, y, yo);
        FloatVector a1 = FloatVector.fromArray(SPECIES, y, yo + LANES);
        FloatVector a2 = FloatVector.fromArray(SPECIES, y, yo + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(SPECIES, y, yo + 3 * LANES);
        FloatVector a4 = FloatVector.fromArray(SPECIES, y, yo + 4 * LANES);
        FloatVector a5 = FloatVector.fromArray(SPECIES, y, yo + 5 * LANES);
        FloatVector a6 = FloatVector.fromArray(SPECIES, y, yo + 6 * LANES);
        FloatVector a7 = FloatVector.fromArray(SPECIES, y, yo + 7 * LANES);
        for (int k = 0; k < inner; k++) {
            int at = xo + k * LANES;
            FloatVector x0 = FloatVector.fromArray(SPECIES, x, at);
            FloatVector w = FloatVector.broadcast(SPECIES, m[mo + 8 * k]);
            a0 = w.fma(x0, a0);
            w = FloatVector.broadcast(SPECIES, m[mo + 8 * k + 1]);
            a1 = w.fma(x0, a1);
            w = FloatVector.broadcast(SPECIES, m[mo + 8 * k + 2]);
            a2 = w.fma(x0, a2);
            w = FloatVector.broadcast(SPECIES, m[mo + 8 * k + 3]);
            a3 = w.fma(x0, a3);
            w = FloatVector.broadcast(SPECIES, m[mo + 8 * k + 4]);
            a4 = w.fma(x0, a4);
            w = FloatVector.broadcast(SPECIES, m[mo + 8 * k + 5]);
            a5 = w.fma(x0, a5);
            w = FloatVector.broadcast(SPECIES, m[mo + 8 * k + 6]);
            a6 = w.fma(x0, a6);
            w = FloatVector.broadcast(SPECIES, m[mo + 8 * k + 7]);
            a7 = w.fma(x0, a7);
        }
        a0.intoArray(y, yo);
        a1.intoArray(y, yo + LANES);
        a2.intoArray(y, yo + 2 * LANES);
        a3.intoArray(y, yo + 3 * LANES);
        a4.intoArray(y, yo + 4 * LANES);
        a5.intoArray(y, yo + 5 * LANES);
        a6.intoArray(y, yo + 6 * LANES);
        a7.intoArray(y, yo + 7 * LANES);
    }

    private static void sixRows(float[] m, int mo, int inner, float[] x, int xo, float[] y, int yo) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, y, yo);
        FloatVector b0 = FloatVector.fromArray(SPECIES, y, yo + WIDTH);
        FloatVector a1 = FloatVector.fromArray(SPECIES, y, yo + LANES);
        FloatVector b1 = FloatVector.fromArray(SPECIES, y, yo + LANES + WIDTH);
        FloatVector a2 = FloatVector.fromArray(SPECIES, y, yo + 2 * LANES);
        FloatVector b2 = FloatVector.fromArray(SPECIES, y, yo + 2 * LANES + WIDTH);
        FloatVector a3 = FloatVector.fromArray(SPECIES, y, yo + 3 * LANES);
        FloatVector b3 = FloatVector.fromArray(SPECIES, y, yo + 3 * LANES + WIDTH);
        FloatVector a4 = FloatVector.fromArray(SPECIES, y, yo + 4 * LANES);
        FloatVector b4 = FloatVector.fromArray(SPECIES, y, yo + 4 * LANES + WIDTH);
        FloatVector a5 = FloatVector.fromArray(SPECIES, y, yo + 5 * LANES);
        FloatVector b5 = FloatVector.fromArray(SPECIES, y, yo + 5 * LANES + WIDTH);
        for (int k = 0; k < inner; k++) {
            int at = xo + k * LANES;
            FloatVector x0 = FloatVector.fromArray(SPECIES, x, at);
            FloatVector z0 = FloatVector.fromArray(SPECIES, x, at + WIDTH);
            FloatVector w = FloatVector.broadcast(SPECIES, m[mo + 6 * k]);
            a0 = w.fma(x0, a0);
            b0 = w.fma(z0, b0);
            w = FloatVector.broadcast(SPECIES, m[mo + 6 * k + 1]);
            a1 = w.fma(x0, a1);
            b1 = w.fma(z0, b1);
            w = FloatVector.broadcast(SPECIES, m[mo + 6 * k + 2]);
            a2 = w.fma(x0, a2);
            b2 = w.fma(z0, b2);
            w = FloatVector.broadcast(SPECIES, m[mo + 6 * k + 3]);
            a3 = w.fma(x0, a3);
            b3 = w.fma(z0, b3);
            w = FloatVector.broadcast(SPECIES, m[mo + 6 * k + 4]);
            a4 = w.fma(x0, a4);
            b4 = w.fma(z0, b4);
            w = FloatVector.broadcast(SPECIES, m[mo + 6 * k + 5]);
            a5 = w.fma(x0, a5);
            b5 = w.fma(z0, b5);
        }
        a0.intoArray(y, yo);
        b0.intoArray(y, yo + WIDTH);
        a1.intoArray(y, yo + LANES);
        b1.intoArray(y, yo + LANES + WIDTH);
        a2.intoArray(y, yo + 2 * LANES);
        b2.intoArray(y, yo + 2 * LANES + WIDTH);
        a3.intoArray(y, yo + 3 * LANES);
        b3.intoArray(y, yo + 3 * LANES + WIDTH);
        a4.intoArray(y, yo + 4 * LANES);
        b4.intoArray(y, yo + 4 * LANES + WIDTH);
        a5.intoArray(y, yo + 5 * LANES);
        b5.intoArray(y, yo + 5 * LANES + WIDTH);
    }

    private static void fourRows(float[] m, int mo, int inner, float[] x, int xo, float[] y, int yo) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, y, yo);
        FloatVector a1 = FloatVector.fromArray(SPECIES, y, yo + LANES);
        FloatVector a2 = FloatVector.fromArray(SPECIES, y, yo + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(SPECIES, y, yo + 3 * LANES);
        for (int k = 0; k < inner; k++) {
            int at = xo + k * LANES;
            FloatVector x0 = FloatVector.fromArray(SPECIES, x, at);
            FloatVector w = FloatVector.broadcast(SPECIES, m[mo + 4 * k]);
            a0 = w.fma(x0, a0);
            w = FloatVector.broadcast(SPECIES, m[mo + 4 * k + 1]);
            a1 = w.fma(x0, a1);
            w = FloatVector.broadcast(SPECIES, m[mo + 4 * k + 2]);
            a2 = w.fma(x0, a2);
            w = FloatVector.broadcast(SPECIES, m[mo + 4 * k + 3]);
            a3 = w.fma(x0, a3);
        }
        a0.intoArray(y, yo);
        a1.intoArray(y, yo + LANES);
        a2.intoArray(y, yo + 2 * LANES);
        a3.intoArray(y, yo + 3 * LANES);
    }

    private static void oneRow(float[] m, int mo, int inner, float[] x, int xo, float[] y, int yo) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, y, yo);
        for (int k = 0; k < inner; k++) {
            int at = xo + k * LANES;
            FloatVector x0 = FloatVector.fromArray(SPECIES, x, at);
            FloatVector w = FloatVector.broadcast(SPECIES, m[mo + k]);
            a0 = w.fma(x0, a0);
        }
        a0.intoArray(y, yo);
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
        float[] left = FloatStore.of(e);
        float[] right = FloatStore.of(x);
        float[] to = FloatStore.of(g);
        // packed, so that the blocks read forward through memory; what is missing of a last block is zero
        int blocks = (columns + COLUMNS - 1) / COLUMNS;
        int size = COLUMNS * LANES * steps;
        if (packedColumns.length < blocks * size || packedRows.length < ROWS * LANES * steps) {
            packedColumns = new float[blocks * size];
            packedRows = new float[ROWS * LANES * steps];
        }
        for (int k = 0; k < blocks; k++) {
            int width = Math.min(COLUMNS, columns - k * COLUMNS);
            pack(right, xo + k * COLUMNS * LANES, xstep, width, COLUMNS, steps, packedColumns, k * size);
        }
        for (int i = 0; i < rows; i += ROWS) {
            int height = Math.min(ROWS, rows - i);
            pack(left, eo + i * LANES, estep, height, ROWS, steps, packedRows, 0);
            for (int k = 0; k < blocks; k++) {
                if (MANY_REGISTERS) {
                    for (int s = 0; s < LANES; s += SPAN) {
                        manyPairs(packedRows, s, packedColumns, k * size + s, steps, scratch, s);
                    }
                } else {
                    for (int s = 0; s < LANES; s += WIDTH) {
                        fewPairs(packedRows, s, packedColumns, k * size + s, steps, scratch, s);
                    }
                }
                int width = Math.min(COLUMNS, columns - k * COLUMNS);
                for (int a = 0; a < height; a++) {
                    for (int b = 0; b < width; b++) {
                        to[go + (i + a) * stride + k * COLUMNS + b] += sum(scratch, (a * COLUMNS + b) * LANES);
                    }
                }
            }
        }
    }

    /** Copies {@code used} of {@code all} rows of every step one after another, and zeros for the others. */
    private static void pack(float[] from, int offset, int step, int used, int all, int steps, float[] to, int at) {
        for (int t = 0; t < steps; t++) {
            int place = at + t * all * LANES;
            System.arraycopy(from, offset + t * step, to, place, used * LANES);
            Arrays.fill(to, place + used * LANES, place + all * LANES, 0);
        }
    }

    private float pair(float[] e, int eo, int estep, float[] x, int xo, int xstep, int steps) {
        for (int s = 0; s < LANES; s += SPAN) {
            onePair(e, eo + s, estep, x, xo + s, xstep, steps, scratch, s);
        }
        return sum(scratch, 0);
    }

    /** Adds sixteen lanes in halves. */
    private static float sum(float[] a, int o) {
        float s0 = (a[o] + a[o + 8]) + (a[o + 4] + a[o + 12]);
        float s1 = (a[o + 1] + a[o + 9]) + (a[o + 5] + a[o + 13]);
        float s2 = (a[o + 2] + a[o + 10]) + (a[o + 6] + a[o + 14]);
        float s3 = (a[o + 3] + a[o + 11]) + (a[o + 7] + a[o + 15]);
        return (s0 + s2) + (s1 + s3);
    }

    private static void manyPairs(float[] e, int eo, float[] x, int xo, int steps, float[] scratch, int so) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector a00 = zero;
        FloatVector a01 = zero;
        FloatVector a02 = zero;
        FloatVector a03 = zero;
        FloatVector a10 = zero;
        FloatVector a11 = zero;
        FloatVector a12 = zero;
        FloatVector a13 = zero;
        FloatVector a20 = zero;
        FloatVector a21 = zero;
        FloatVector a22 = zero;
        FloatVector a23 = zero;
        FloatVector a30 = zero;
        FloatVector a31 = zero;
        FloatVector a32 = zero;
        FloatVector a33 = zero;
        FloatVector a40 = zero;
        FloatVector a41 = zero;
        FloatVector a42 = zero;
        FloatVector a43 = zero;
        int p = eo;
        int q = xo;
        for (int t = 0; t < steps; t++) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, x, q);
            FloatVector x1 = FloatVector.fromArray(SPECIES, x, q + LANES);
            FloatVector x2 = FloatVector.fromArray(SPECIES, x, q + 2 * LANES);
            FloatVector x3 = FloatVector.fromArray(SPECIES, x, q + 3 * LANES);
            FloatVector l = FloatVector.fromArray(SPECIES, e, p);
            a00 = l.fma(x0, a00);
            a01 = l.fma(x1, a01);
            a02 = l.fma(x2, a02);
            a03 = l.fma(x3, a03);
            l = FloatVector.fromArray(SPECIES, e, p + LANES);
            a10 = l.fma(x0, a10);
            a11 = l.fma(x1, a11);
            a12 = l.fma(x2, a12);
            a13 = l.fma(x3, a13);
            l = FloatVector.fromArray(SPECIES, e, p + 2 * LANES);
            a20 = l.fma(x0, a20);
            a21 = l.fma(x1, a21);
            a22 = l.fma(x2, a22);
            a23 = l.fma(x3, a23);
            l = FloatVector.fromArray(SPECIES, e, p + 3 * LANES);
            a30 = l.fma(x0, a30);
            a31 = l.fma(x1, a31);
            a32 = l.fma(x2, a32);
            a33 = l.fma(x3, a33);
            l = FloatVector.fromArray(SPECIES, e, p + 4 * LANES);
            a40 = l.fma(x0, a40);
            a41 = l.fma(x1, a41);
            a42 = l.fma(x2, a42);
            a43 = l.fma(x3, a43);
            p += ROWS * LANES;
            q += COLUMNS * LANES;
        }
        a00.intoArray(scratch, so);
        a01.intoArray(scratch, so + LANES);
        a02.intoArray(scratch, so + 2 * LANES);
        a03.intoArray(scratch, so + 3 * LANES);
        a10.intoArray(scratch, so + 4 * LANES);
        a11.intoArray(scratch, so + 5 * LANES);
        a12.intoArray(scratch, so + 6 * LANES);
        a13.intoArray(scratch, so + 7 * LANES);
        a20.intoArray(scratch, so + 8 * LANES);
        a21.intoArray(scratch, so + 9 * LANES);
        a22.intoArray(scratch, so + 10 * LANES);
        a23.intoArray(scratch, so + 11 * LANES);
        a30.intoArray(scratch, so + 12 * LANES);
        a31.intoArray(scratch, so + 13 * LANES);
        a32.intoArray(scratch, so + 14 * LANES);
        a33.intoArray(scratch, so + 15 * LANES);
        a40.intoArray(scratch, so + 16 * LANES);
        a41.intoArray(scratch, so + 17 * LANES);
        a42.intoArray(scratch, so + 18 * LANES);
        a43.intoArray(scratch, so + 19 * LANES);
    }

    private static void fewPairs(float[] e, int eo, float[] x, int xo, int steps, float[] scratch, int so) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector a00 = zero;
        FloatVector a01 = zero;
        FloatVector a02 = zero;
        FloatVector a03 = zero;
        FloatVector a10 = zero;
        FloatVector a11 = zero;
        FloatVector a12 = zero;
        FloatVector a13 = zero;
        FloatVector a20 = zero;
        FloatVector a21 = zero;
        FloatVector a22 = zero;
        FloatVector a23 = zero;
        int p = eo;
        int q = xo;
        for (int t = 0; t < steps; t++) {
            FloatVector l0 = FloatVector.fromArray(SPECIES, e, p);
            FloatVector l1 = FloatVector.fromArray(SPECIES, e, p + LANES);
            FloatVector l2 = FloatVector.fromArray(SPECIES, e, p + 2 * LANES);
            FloatVector x0 = FloatVector.fromArray(SPECIES, x, q);
            a00 = l0.fma(x0, a00);
            a10 = l1.fma(x0, a10);
            a20 = l2.fma(x0, a20);
            x0 = FloatVector.fromArray(SPECIES, x, q + LANES);
            a01 = l0.fma(x0, a01);
            a11 = l1.fma(x0, a11);
            a21 = l2.fma(x0, a21);
            x0 = FloatVector.fromArray(SPECIES, x, q + 2 * LANES);
            a02 = l0.fma(x0, a02);
            a12 = l1.fma(x0, a12);
            a22 = l2.fma(x0, a22);
            x0 = FloatVector.fromArray(SPECIES, x, q + 3 * LANES);
            a03 = l0.fma(x0, a03);
            a13 = l1.fma(x0, a13);
            a23 = l2.fma(x0, a23);
            p += ROWS * LANES;
            q += COLUMNS * LANES;
        }
        a00.intoArray(scratch, so);
        a01.intoArray(scratch, so + LANES);
        a02.intoArray(scratch, so + 2 * LANES);
        a03.intoArray(scratch, so + 3 * LANES);
        a10.intoArray(scratch, so + 4 * LANES);
        a11.intoArray(scratch, so + 5 * LANES);
        a12.intoArray(scratch, so + 6 * LANES);
        a13.intoArray(scratch, so + 7 * LANES);
        a20.intoArray(scratch, so + 8 * LANES);
        a21.intoArray(scratch, so + 9 * LANES);
        a22.intoArray(scratch, so + 10 * LANES);
        a23.intoArray(scratch, so + 11 * LANES);
    }

    private static void onePair(
            float[] e, int eo, int estep, float[] x, int xo, int xstep, int steps, float[] scratch, int so) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector a00 = zero;
        int p = eo;
        int q = xo;
        for (int t = 0; t < steps; t++) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, x, q);
            FloatVector l = FloatVector.fromArray(SPECIES, e, p);
            a00 = l.fma(x0, a00);
            p += estep;
            q += xstep;
        }
        a00.intoArray(scratch, so);
    }

    @Override
    public double dot(Store x, int xo, Store y, int yo, int count) {
        return pair(FloatStore.of(x), xo, LANES, FloatStore.of(y), yo, LANES, count / LANES);
    }
}
