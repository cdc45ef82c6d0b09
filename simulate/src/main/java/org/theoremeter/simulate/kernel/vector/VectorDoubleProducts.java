package org.theoremeter.simulate.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.kernel.plain.DoubleProducts;
import org.theoremeter.simulate.kernel.plain.DoubleStore;

/**
 * Multiplies in double precision: as many sums as there are registers for stay in them, up to twenty where vectors have 512 bits,
 * twelve where they are shorter. Order and rounding of every sum are those of plain Java.
 */
final class VectorDoubleProducts extends DoubleProducts {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    private static final int LANES = Kernel.LANES;

    /** Lanes that a block covers. */
    private static final int SPAN = 2 * WIDTH;

    /** Vectors of 512 bits come with 32 registers, shorter ones with 16: a block that needs more goes through memory. */
    private static final boolean MANY_REGISTERS = SPECIES.vectorBitSize() == 512;

    /** Rows and columns of a block of outer products. */
    private static final int ROWS = MANY_REGISTERS ? 5 : 3;

    private static final int COLUMNS = MANY_REGISTERS ? 2 : 4;

    /** Lanes of the pairs of a block, before they are added. */
    private final double[] scratch = new double[ROWS * COLUMNS * LANES];

    private double[] packedColumns = {};
    private double[] packedRows = {};

    /** Tells whether panels are made of whole blocks of vectors. */
    static boolean fits() {
        return LANES % SPAN == 0;
    }

    @Override
    public void lay(Store m, int mo, int stride, int rows, int inner, Store laid, int lo) {
        double[] from = DoubleStore.of(m);
        double[] to = DoubleStore.of(laid);
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
        product(DoubleStore.of(laid), lo, rows, inner, DoubleStore.of(x), xo, DoubleStore.of(y), yo);
    }

    private static void product(double[] m, int mo, int rows, int inner, double[] x, int xo, double[] y, int yo) {
        for (int i = 0; i < rows; ) {
            int height = height(rows - i);
            int at = mo + i * inner;
            int to = yo + i * LANES;
            for (int s = 0; s < LANES; s += SPAN) {
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

    private static void eightRows(double[] m, int mo, int inner, double[] x, int xo, double[] y, int yo) {
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, y, yo);
        DoubleVector b0 = DoubleVector.fromArray(SPECIES, y, yo + WIDTH);
        DoubleVector a1 = DoubleVector.fromArray(SPECIES, y, yo + LANES);
        DoubleVector b1 = DoubleVector.fromArray(SPECIES, y, yo + LANES + WIDTH);
        DoubleVector a2 = DoubleVector.fromArray(SPECIES, y, yo + 2 * LANES);
        DoubleVector b2 = DoubleVector.fromArray(SPECIES, y, yo + 2 * LANES + WIDTH);
        DoubleVector a3 = DoubleVector.fromArray(SPECIES, y, yo + 3 * LANES);
        DoubleVector b3 = DoubleVector.fromArray(SPECIES, y, yo + 3 * LANES + WIDTH);
        DoubleVector a4 = DoubleVector.fromArray(SPECIES, y, yo + 4 * LANES);
        DoubleVector b4 = DoubleVector.fromArray(SPECIES, y, yo + 4 * LANES + WIDTH);
        DoubleVector a5 = DoubleVector.fromArray(SPECIES, y, yo + 5 * LANES);
        DoubleVector b5 = DoubleVector.fromArray(SPECIES, y, yo + 5 * LANES + WIDTH);
        DoubleVector a6 = DoubleVector.fromArray(SPECIES, y, yo + 6 * LANES);
        DoubleVector b6 = DoubleVector.fromArray(SPECIES, y, yo + 6 * LANES + WIDTH);
        DoubleVector a7 = DoubleVector.fromArray(SPECIES, y, yo + 7 * LANES);
        DoubleVector b7 = DoubleVector.fromArray(SPECIES, y, yo + 7 * LANES + WIDTH);
        for (int k = 0; k < inner; k++) {
            int at = xo + k * LANES;
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, at);
            DoubleVector z0 = DoubleVector.fromArray(SPECIES, x, at + WIDTH);
            DoubleVector w = DoubleVector.broadcast(SPECIES, m[mo + 8 * k]);
            a0 = w.fma(x0, a0);
            b0 = w.fma(z0, b0);
            w = DoubleVector.broadcast(SPECIES, m[mo + 8 * k + 1]);
            a1 = w.fma(x0, a1);
            b1 = w.fma(z0, b1);
            w = DoubleVector.broadcast(SPECIES, m[mo + 8 * k + 2]);
            a2 = w.fma(x0, a2);
            b2 = w.fma(z0, b2);
            w = DoubleVector.broadcast(SPECIES, m[mo + 8 * k + 3]);
            a3 = w.fma(x0, a3);
            b3 = w.fma(z0, b3);
            w = DoubleVector.broadcast(SPECIES, m[mo + 8 * k + 4]);
            a4 = w.fma(x0, a4);
            b4 = w.fma(z0, b4);
            w = DoubleVector.broadcast(SPECIES, m[mo + 8 * k + 5]);
            a5 = w.fma(x0, a5);
            b5 = w.fma(z0, b5);
            w = DoubleVector.broadcast(SPECIES, m[mo + 8 * k + 6]);
            a6 = w.fma(x0, a6);
            b6 = w.fma(z0, b6);
            w = DoubleVector.broadcast(SPECIES, m[mo + 8 * k + 7]);
            a7 = w.fma(x0, a7);
            b7 = w.fma(z0, b7);
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
        a6.intoArray(y, yo + 6 * LANES);
        b6.intoArray(y, yo + 6 * LANES + WIDTH);
        a7.intoArray(y, yo + 7 * LANES);
        b7.intoArray(y, yo + 7 * LANES + WIDTH);
    }

    private static void sixRows(double[] m, int mo, int inner, double[] x, int xo, double[] y, int yo) {
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, y, yo);
        DoubleVector b0 = DoubleVector.fromArray(SPECIES, y, yo + WIDTH);
        DoubleVector a1 = DoubleVector.fromArray(SPECIES, y, yo + LANES);
        DoubleVector b1 = DoubleVector.fromArray(SPECIES, y, yo + LANES + WIDTH);
        DoubleVector a2 = DoubleVector.fromArray(SPECIES, y, yo + 2 * LANES);
        DoubleVector b2 = DoubleVector.fromArray(SPECIES, y, yo + 2 * LANES + WIDTH);
        DoubleVector a3 = DoubleVector.fromArray(SPECIES, y, yo + 3 * LANES);
        DoubleVector b3 = DoubleVector.fromArray(SPECIES, y, yo + 3 * LANES + WIDTH);
        DoubleVector a4 = DoubleVector.fromArray(SPECIES, y, yo + 4 * LANES);
        DoubleVector b4 = DoubleVector.fromArray(SPECIES, y, yo + 4 * LANES + WIDTH);
        DoubleVector a5 = DoubleVector.fromArray(SPECIES, y, yo + 5 * LANES);
        DoubleVector b5 = DoubleVector.fromArray(SPECIES, y, yo + 5 * LANES + WIDTH);
        for (int k = 0; k < inner; k++) {
            int at = xo + k * LANES;
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, at);
            DoubleVector z0 = DoubleVector.fromArray(SPECIES, x, at + WIDTH);
            DoubleVector w = DoubleVector.broadcast(SPECIES, m[mo + 6 * k]);
            a0 = w.fma(x0, a0);
            b0 = w.fma(z0, b0);
            w = DoubleVector.broadcast(SPECIES, m[mo + 6 * k + 1]);
            a1 = w.fma(x0, a1);
            b1 = w.fma(z0, b1);
            w = DoubleVector.broadcast(SPECIES, m[mo + 6 * k + 2]);
            a2 = w.fma(x0, a2);
            b2 = w.fma(z0, b2);
            w = DoubleVector.broadcast(SPECIES, m[mo + 6 * k + 3]);
            a3 = w.fma(x0, a3);
            b3 = w.fma(z0, b3);
            w = DoubleVector.broadcast(SPECIES, m[mo + 6 * k + 4]);
            a4 = w.fma(x0, a4);
            b4 = w.fma(z0, b4);
            w = DoubleVector.broadcast(SPECIES, m[mo + 6 * k + 5]);
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

    private static void fourRows(double[] m, int mo, int inner, double[] x, int xo, double[] y, int yo) {
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, y, yo);
        DoubleVector b0 = DoubleVector.fromArray(SPECIES, y, yo + WIDTH);
        DoubleVector a1 = DoubleVector.fromArray(SPECIES, y, yo + LANES);
        DoubleVector b1 = DoubleVector.fromArray(SPECIES, y, yo + LANES + WIDTH);
        DoubleVector a2 = DoubleVector.fromArray(SPECIES, y, yo + 2 * LANES);
        DoubleVector b2 = DoubleVector.fromArray(SPECIES, y, yo + 2 * LANES + WIDTH);
        DoubleVector a3 = DoubleVector.fromArray(SPECIES, y, yo + 3 * LANES);
        DoubleVector b3 = DoubleVector.fromArray(SPECIES, y, yo + 3 * LANES + WIDTH);
        for (int k = 0; k < inner; k++) {
            int at = xo + k * LANES;
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, at);
            DoubleVector z0 = DoubleVector.fromArray(SPECIES, x, at + WIDTH);
            DoubleVector w = DoubleVector.broadcast(SPECIES, m[mo + 4 * k]);
            a0 = w.fma(x0, a0);
            b0 = w.fma(z0, b0);
            w = DoubleVector.broadcast(SPECIES, m[mo + 4 * k + 1]);
            a1 = w.fma(x0, a1);
            b1 = w.fma(z0, b1);
            w = DoubleVector.broadcast(SPECIES, m[mo + 4 * k + 2]);
            a2 = w.fma(x0, a2);
            b2 = w.fma(z0, b2);
            w = DoubleVector.broadcast(SPECIES, m[mo + 4 * k + 3]);
            a3 = w.fma(x0, a3);
            b3 = w.fma(z0, b3);
        }
        a0.intoArray(y, yo);
        b0.intoArray(y, yo + WIDTH);
        a1.intoArray(y, yo + LANES);
        b1.intoArray(y, yo + LANES + WIDTH);
        a2.intoArray(y, yo + 2 * LANES);
        b2.intoArray(y, yo + 2 * LANES + WIDTH);
        a3.intoArray(y, yo + 3 * LANES);
        b3.intoArray(y, yo + 3 * LANES + WIDTH);
    }

    private static void oneRow(double[] m, int mo, int inner, double[] x, int xo, double[] y, int yo) {
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, y, yo);
        DoubleVector b0 = DoubleVector.fromArray(SPECIES, y, yo + WIDTH);
        for (int k = 0; k < inner; k++) {
            int at = xo + k * LANES;
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, at);
            DoubleVector z0 = DoubleVector.fromArray(SPECIES, x, at + WIDTH);
            DoubleVector w = DoubleVector.broadcast(SPECIES, m[mo + k]);
            a0 = w.fma(x0, a0);
            b0 = w.fma(z0, b0);
        }
        a0.intoArray(y, yo);
        b0.intoArray(y, yo + WIDTH);
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
        // packed, so that the blocks read forward through memory; what is missing of a last block is zero
        int blocks = (columns + COLUMNS - 1) / COLUMNS;
        int size = COLUMNS * LANES * steps;
        if (packedColumns.length < blocks * size || packedRows.length < ROWS * LANES * steps) {
            packedColumns = new double[blocks * size];
            packedRows = new double[ROWS * LANES * steps];
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
    private static void pack(double[] from, int offset, int step, int used, int all, int steps, double[] to, int at) {
        for (int t = 0; t < steps; t++) {
            int place = at + t * all * LANES;
            System.arraycopy(from, offset + t * step, to, place, used * LANES);
            Arrays.fill(to, place + used * LANES, place + all * LANES, 0);
        }
    }

    private double pair(double[] e, int eo, int estep, double[] x, int xo, int xstep, int steps) {
        for (int s = 0; s < LANES; s += SPAN) {
            onePair(e, eo + s, estep, x, xo + s, xstep, steps, scratch, s);
        }
        return sum(scratch, 0);
    }

    /** Adds sixteen lanes in halves. */
    private static double sum(double[] a, int o) {
        double s0 = (a[o] + a[o + 8]) + (a[o + 4] + a[o + 12]);
        double s1 = (a[o + 1] + a[o + 9]) + (a[o + 5] + a[o + 13]);
        double s2 = (a[o + 2] + a[o + 10]) + (a[o + 6] + a[o + 14]);
        double s3 = (a[o + 3] + a[o + 11]) + (a[o + 7] + a[o + 15]);
        return (s0 + s2) + (s1 + s3);
    }

    private static void manyPairs(double[] e, int eo, double[] x, int xo, int steps, double[] scratch, int so) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector a00 = zero;
        DoubleVector b00 = zero;
        DoubleVector a01 = zero;
        DoubleVector b01 = zero;
        DoubleVector a10 = zero;
        DoubleVector b10 = zero;
        DoubleVector a11 = zero;
        DoubleVector b11 = zero;
        DoubleVector a20 = zero;
        DoubleVector b20 = zero;
        DoubleVector a21 = zero;
        DoubleVector b21 = zero;
        DoubleVector a30 = zero;
        DoubleVector b30 = zero;
        DoubleVector a31 = zero;
        DoubleVector b31 = zero;
        DoubleVector a40 = zero;
        DoubleVector b40 = zero;
        DoubleVector a41 = zero;
        DoubleVector b41 = zero;
        int p = eo;
        int q = xo;
        for (int t = 0; t < steps; t++) {
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, q);
            DoubleVector z0 = DoubleVector.fromArray(SPECIES, x, q + WIDTH);
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, q + LANES);
            DoubleVector z1 = DoubleVector.fromArray(SPECIES, x, q + LANES + WIDTH);
            DoubleVector l = DoubleVector.fromArray(SPECIES, e, p);
            DoubleVector r = DoubleVector.fromArray(SPECIES, e, p + WIDTH);
            a00 = l.fma(x0, a00);
            b00 = r.fma(z0, b00);
            a01 = l.fma(x1, a01);
            b01 = r.fma(z1, b01);
            l = DoubleVector.fromArray(SPECIES, e, p + LANES);
            r = DoubleVector.fromArray(SPECIES, e, p + LANES + WIDTH);
            a10 = l.fma(x0, a10);
            b10 = r.fma(z0, b10);
            a11 = l.fma(x1, a11);
            b11 = r.fma(z1, b11);
            l = DoubleVector.fromArray(SPECIES, e, p + 2 * LANES);
            r = DoubleVector.fromArray(SPECIES, e, p + 2 * LANES + WIDTH);
            a20 = l.fma(x0, a20);
            b20 = r.fma(z0, b20);
            a21 = l.fma(x1, a21);
            b21 = r.fma(z1, b21);
            l = DoubleVector.fromArray(SPECIES, e, p + 3 * LANES);
            r = DoubleVector.fromArray(SPECIES, e, p + 3 * LANES + WIDTH);
            a30 = l.fma(x0, a30);
            b30 = r.fma(z0, b30);
            a31 = l.fma(x1, a31);
            b31 = r.fma(z1, b31);
            l = DoubleVector.fromArray(SPECIES, e, p + 4 * LANES);
            r = DoubleVector.fromArray(SPECIES, e, p + 4 * LANES + WIDTH);
            a40 = l.fma(x0, a40);
            b40 = r.fma(z0, b40);
            a41 = l.fma(x1, a41);
            b41 = r.fma(z1, b41);
            p += ROWS * LANES;
            q += COLUMNS * LANES;
        }
        a00.intoArray(scratch, so);
        b00.intoArray(scratch, so + WIDTH);
        a01.intoArray(scratch, so + LANES);
        b01.intoArray(scratch, so + LANES + WIDTH);
        a10.intoArray(scratch, so + 2 * LANES);
        b10.intoArray(scratch, so + 2 * LANES + WIDTH);
        a11.intoArray(scratch, so + 3 * LANES);
        b11.intoArray(scratch, so + 3 * LANES + WIDTH);
        a20.intoArray(scratch, so + 4 * LANES);
        b20.intoArray(scratch, so + 4 * LANES + WIDTH);
        a21.intoArray(scratch, so + 5 * LANES);
        b21.intoArray(scratch, so + 5 * LANES + WIDTH);
        a30.intoArray(scratch, so + 6 * LANES);
        b30.intoArray(scratch, so + 6 * LANES + WIDTH);
        a31.intoArray(scratch, so + 7 * LANES);
        b31.intoArray(scratch, so + 7 * LANES + WIDTH);
        a40.intoArray(scratch, so + 8 * LANES);
        b40.intoArray(scratch, so + 8 * LANES + WIDTH);
        a41.intoArray(scratch, so + 9 * LANES);
        b41.intoArray(scratch, so + 9 * LANES + WIDTH);
    }

    private static void fewPairs(double[] e, int eo, double[] x, int xo, int steps, double[] scratch, int so) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector a00 = zero;
        DoubleVector a01 = zero;
        DoubleVector a02 = zero;
        DoubleVector a03 = zero;
        DoubleVector a10 = zero;
        DoubleVector a11 = zero;
        DoubleVector a12 = zero;
        DoubleVector a13 = zero;
        DoubleVector a20 = zero;
        DoubleVector a21 = zero;
        DoubleVector a22 = zero;
        DoubleVector a23 = zero;
        int p = eo;
        int q = xo;
        for (int t = 0; t < steps; t++) {
            DoubleVector l0 = DoubleVector.fromArray(SPECIES, e, p);
            DoubleVector l1 = DoubleVector.fromArray(SPECIES, e, p + LANES);
            DoubleVector l2 = DoubleVector.fromArray(SPECIES, e, p + 2 * LANES);
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, q);
            a00 = l0.fma(x0, a00);
            a10 = l1.fma(x0, a10);
            a20 = l2.fma(x0, a20);
            x0 = DoubleVector.fromArray(SPECIES, x, q + LANES);
            a01 = l0.fma(x0, a01);
            a11 = l1.fma(x0, a11);
            a21 = l2.fma(x0, a21);
            x0 = DoubleVector.fromArray(SPECIES, x, q + 2 * LANES);
            a02 = l0.fma(x0, a02);
            a12 = l1.fma(x0, a12);
            a22 = l2.fma(x0, a22);
            x0 = DoubleVector.fromArray(SPECIES, x, q + 3 * LANES);
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
            double[] e, int eo, int estep, double[] x, int xo, int xstep, int steps, double[] scratch, int so) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector a00 = zero;
        DoubleVector b00 = zero;
        int p = eo;
        int q = xo;
        for (int t = 0; t < steps; t++) {
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, q);
            DoubleVector z0 = DoubleVector.fromArray(SPECIES, x, q + WIDTH);
            DoubleVector l = DoubleVector.fromArray(SPECIES, e, p);
            DoubleVector r = DoubleVector.fromArray(SPECIES, e, p + WIDTH);
            a00 = l.fma(x0, a00);
            b00 = r.fma(z0, b00);
            p += estep;
            q += xstep;
        }
        a00.intoArray(scratch, so);
        b00.intoArray(scratch, so + WIDTH);
    }

    @Override
    public double dot(Store x, int xo, Store y, int yo, int count) {
        return pair(DoubleStore.of(x), xo, LANES, DoubleStore.of(y), yo, LANES, count / LANES);
    }
}
