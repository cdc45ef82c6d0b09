package org.theoremeter.simulate.kernel;

/** Holds numbers in a kernel's precision; only kernels look inside, everybody else reads and writes doubles. */
public interface Store {

    /** Returns how many numbers there are. */
    int length();

    /** Returns number i, exactly. */
    double get(int i);

    /** Sets number i, rounded to the precision. */
    void set(int i, double value);

    /** Sets the numbers from {@code offset} on to the given ones, each rounded. */
    default void set(int offset, double[] values) {
        for (int i = 0; i < values.length; i++) {
            set(offset + i, values[i]);
        }
    }

    /** Returns a copy of {@code count} numbers from {@code offset} on. */
    default double[] copy(int offset, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = get(offset + i);
        }
        return values;
    }
}
