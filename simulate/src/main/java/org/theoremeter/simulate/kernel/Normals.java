package org.theoremeter.simulate.kernel;

/** Draws standard normal deviates by Box and Muller's method from a {@link NoiseStream}. */
public interface Normals {

    /** Numbers that one block of a stream gives. */
    int BLOCK = 32;

    /**
     * Sets {@code count} numbers, a multiple of 16, to {@code scale} times the deviates of a stream from a block on. The
     * radius comes from a uniform number of 32 bits (23 in single precision), so that no deviate exceeds 6.7 (5.7).
     *
     * @param block index of the first block; ⌈count/32⌉ of them are used
     */
    void fill(NoiseStream stream, long block, double scale, Store to, int offset, int count);

    /** Returns how many blocks {@code count} numbers take. */
    static long blocks(long count) {
        return (count + BLOCK - 1) / BLOCK;
    }
}
