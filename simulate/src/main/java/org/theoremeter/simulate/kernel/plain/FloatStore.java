package org.theoremeter.simulate.kernel.plain;

import org.theoremeter.simulate.kernel.Store;

/** Holds numbers in single precision. */
public final class FloatStore implements Store {

    private final float[] values;

    /** Creates a store of zeros. */
    public FloatStore(int length) {
        values = new float[length];
    }

    /** Returns the numbers of a store, shared. */
    public static float[] of(Store store) {
        return ((FloatStore) store).values;
    }

    /** Returns a number rounded to the precision. */
    static float round(double value) {
        return (float) value;
    }

    @Override
    public int length() {
        return values.length;
    }

    @Override
    public double get(int i) {
        return values[i];
    }

    @Override
    public void set(int i, double value) {
        values[i] = (float) value;
    }
}
