package org.theoremeter.simulate.kernel.openblas;

import java.util.Optional;
import org.bytedeco.openblas.global.openblas;
import org.theoremeter.simulate.kernel.Arithmetic;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.kernel.Products;

/** Provides kernels whose products are OpenBLAS's, where its native library is on the class path. */
public final class OpenBlasArithmetic implements Arithmetic {

    private static final String NAME = "openblas";

    /** Creates the provider. */
    public OpenBlasArithmetic() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> obstacle() {
        try {
            openblas.blas_set_num_threads(1);
            return Optional.empty();
        } catch (LinkageError missing) {
            return Optional.of("its native library is not on the class path, accepted: auto, plain, or a build with the"
                    + " Maven profile openblas");
        }
    }

    @Override
    public Kernel kernel(Precision precision) {
        Kernel base = KernelChoice.AUTO.kernel(precision);
        Products products = precision == Precision.DOUBLE
                ? new OpenBlasDoubleProducts(base.products())
                : new OpenBlasFloatProducts(base.products());
        return new Kernel(
                NAME, products, base.activations(), base.normals(), base.cells(), base.updates(), base.memory());
    }
}
