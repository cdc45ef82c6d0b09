package org.theoremeter.simulate.kernel.vector;

import java.util.Optional;
import org.theoremeter.simulate.kernel.Activations;
import org.theoremeter.simulate.kernel.Arithmetic;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.kernel.plain.DoubleCells;
import org.theoremeter.simulate.kernel.plain.FloatCells;
import org.theoremeter.simulate.kernel.plain.PlainArithmetic;

/** Provides kernels on the vectors of the hardware, where Java was started with {@code --add-modules jdk.incubator.vector}. */
public final class VectorArithmetic implements Arithmetic {

    private static final String MODULE = "jdk.incubator.vector";
    private static final String NAME = "vector";

    /** Creates the provider. */
    public VectorArithmetic() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> obstacle() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.of("Java was started without --add-modules " + MODULE + ", accepted: auto, plain");
        }
        if (!VectorDoubleProducts.fits() || !VectorFloatProducts.fits()) {
            return Optional.of("sixteen lanes are not made of whole vectors of this machine, accepted: auto, plain");
        }
        return Optional.empty();
    }

    @Override
    public Kernel kernel(Precision precision) {
        Kernel plain = new PlainArithmetic().kernel(precision);
        if (precision == Precision.DOUBLE) {
            Activations activations = new VectorDoubleActivations();
            return new Kernel(
                    NAME,
                    new VectorDoubleProducts(),
                    activations,
                    new VectorDoubleNormals(),
                    new DoubleCells(activations),
                    plain.updates(),
                    plain.memory());
        }
        Activations activations = new VectorFloatActivations();
        return new Kernel(
                NAME,
                new VectorFloatProducts(),
                activations,
                new VectorFloatNormals(),
                new FloatCells(activations),
                plain.updates(),
                plain.memory());
    }
}
