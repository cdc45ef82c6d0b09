package org.theoremeter.simulate.kernel.openblas;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;

import org.bytedeco.javacpp.DoublePointer;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.Products;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.kernel.Wide;
import org.theoremeter.simulate.kernel.plain.DoubleStore;

/** Multiplies in double precision by OpenBLAS, through copies outside the heap; what is no product goes to other products. */
final class OpenBlasDoubleProducts implements Products {

    private static final int LANES = Kernel.LANES;

    private final Products others;
    private DoublePointer left = new DoublePointer(1);
    private DoublePointer right = new DoublePointer(1);
    private DoublePointer result = new DoublePointer(1);

    OpenBlasDoubleProducts(Products others) {
        this.others = others;
    }

    @Override
    public void lay(Store m, int mo, int stride, int rows, int inner, Store laid, int lo) {
        for (int i = 0; i < rows; i++) {
            copy(m, mo + i * stride, laid, lo + i * inner, inner);
        }
    }

    @Override
    public void product(Store laid, int lo, int rows, int inner, Store x, int xo, Store y, int yo) {
        left = filled(left, laid, lo, rows * inner);
        right = filled(right, x, xo, inner * LANES);
        result = filled(result, y, yo, rows * LANES);
        cblas_dgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasNoTrans,
                rows,
                LANES,
                inner,
                1,
                left,
                inner,
                right,
                LANES,
                1,
                result,
                LANES);
        result.get(DoubleStore.of(y), yo, rows * LANES);
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
        int size = (rows - 1) * stride + columns;
        result = filled(result, g, go, size);
        for (int t = 0; t < steps; t++) {
            left = filled(left, e, eo + t * estep, rows * LANES);
            right = filled(right, x, xo + t * xstep, columns * LANES);
            cblas_dgemm(
                    CblasRowMajor,
                    CblasNoTrans,
                    CblasTrans,
                    rows,
                    columns,
                    LANES,
                    1,
                    left,
                    LANES,
                    right,
                    LANES,
                    1,
                    result,
                    stride);
        }
        result.get(DoubleStore.of(g), go, size);
    }

    /** Copies numbers into a pointer, or a larger one in its place. */
    private static DoublePointer filled(DoublePointer pointer, Store from, int offset, int count) {
        DoublePointer room = pointer;
        if (pointer.capacity() < count) {
            pointer.close();
            room = new DoublePointer(count);
        }
        room.put(DoubleStore.of(from), offset, count);
        return room;
    }

    @Override
    public void transpose(Store from, int fo, int fstride, int rows, int columns, Store to, int too, int tstride) {
        others.transpose(from, fo, fstride, rows, columns, to, too, tstride);
    }

    @Override
    public @Wide double dot(Store x, int xo, Store y, int yo, int count) {
        return others.dot(x, xo, y, yo, count);
    }

    @Override
    public void addScaled(@Wide double a, Store x, int xo, Store y, int yo, int count) {
        others.addScaled(a, x, xo, y, yo, count);
    }

    @Override
    public void copy(Store from, int fo, Store to, int too, int count) {
        others.copy(from, fo, to, too, count);
    }

    @Override
    public void zero(Store x, int xo, int count) {
        others.zero(x, xo, count);
    }
}
