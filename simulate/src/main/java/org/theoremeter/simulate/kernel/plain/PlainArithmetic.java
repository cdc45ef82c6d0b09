package org.theoremeter.simulate.kernel.plain;

import java.util.Optional;
import org.theoremeter.simulate.kernel.Activations;
import org.theoremeter.simulate.kernel.Arithmetic;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.kernel.Store;

/** Provides kernels in plain Java, everywhere. */
public final class PlainArithmetic implements Arithmetic {

    private static final String NAME = "plain";

    /** Creates the provider. */
    public PlainArithmetic() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.empty();
    }

    @Override
    public Kernel kernel(Precision precision) {
        if (precision == Precision.DOUBLE) {
            Activations activations = new DoubleActivations();
            return new Kernel(
                    NAME,
                    new DoubleProducts(),
                    activations,
                    new DoubleNormals(),
                    new DoubleCells(activations),
                    new DoubleUpdates(),
                    new Doubles());
        }
        Activations activations = new FloatActivations();
        return new Kernel(
                NAME,
                new FloatProducts(),
                activations,
                new FloatNormals(),
                new FloatCells(activations),
                new FloatUpdates(),
                new Floats());
    }

    private static final class Doubles implements Kernel.Memory {

        @Override
        public Precision precision() {
            return Precision.DOUBLE;
        }

        @Override
        public Store allocate(int length) {
            return new DoubleStore(length);
        }
    }

    private static final class Floats implements Kernel.Memory {

        @Override
        public Precision precision() {
            return Precision.FLOAT;
        }

        @Override
        public Store allocate(int length) {
            return new FloatStore(length);
        }
    }
}
