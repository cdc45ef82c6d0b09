package org.theoremeter.simulate.kernel.plain;

import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.kernel.Wide;

/** Holds numbers in double precision. */
public final class DoubleStore implements Store {

    private final double[] values;

    /** Creates a store of zeros. */
    public DoubleStore(int length) {
        values = new double[length];
    }

    /** Returns the numbers of a store, shared. */
    public static double[] of(Store store) {
        return ((DoubleStore) store).values;
    }

    /** Returns a number rounded to the precision. */
    static double round(@Wide double value) {
        return value; // float: (float) value
    }

    @Override
    public int length() {
        return values.length;
    }

    @Override
    public @Wide double get(int i) {
        return values[i];
    }

    @Override
    public void set(int i, @Wide double value) {
        values[i] = value; // float: (float) value
    }
}
