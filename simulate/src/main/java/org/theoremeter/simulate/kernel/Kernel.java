package org.theoremeter.simulate.kernel;

/**
 * Computes on stores of one precision.
 *
 * <p>A <em>panel</em> of n rows holds one number a row and sample for {@link #LANES} samples, row by row, 16 n numbers in
 * all; larger batches are several panels, smaller ones leave lanes unused. Every operation that names an offset counts it
 * in numbers. Sums run in a fixed order: {@code plain} and {@code vector} give the same bits on every machine.
 *
 * @param name name under which results record it
 * @param products products of matrices and panels
 * @param activations tanh and the logistic function
 * @param normals normal deviates
 * @param cells fused passes of networks' cells
 * @param updates updates of flat parameters
 * @param memory where stores come from
 */
public record Kernel(
        String name,
        Products products,
        Activations activations,
        Normals normals,
        Cells cells,
        Updates updates,
        Memory memory) {

    /** Samples in a panel. */
    public static final int LANES = 16;

    /** Allocates stores. */
    public interface Memory {

        /** Returns the precision of the stores. */
        Precision precision();

        /** Returns a store of zeros. */
        Store allocate(int length);
    }

    /** Returns the precision of the stores. */
    public Precision precision() {
        return memory.precision();
    }

    /** Returns a store of zeros. */
    public Store allocate(int length) {
        return memory.allocate(length);
    }

    /** Returns the smallest multiple of {@link #LANES} that is not below a count. */
    public static int padded(int count) {
        return (count + LANES - 1) / LANES * LANES;
    }
}
