package org.theoremeter.simulate.kernel;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Gives random bits by their position: bits n are the SplitMix64 mix of key + n · gamma (Steele, Lea and Flood 2014), so that
 * any part of the stream can be computed alone, many numbers at a time.
 *
 * @param key where the stream starts
 * @param gamma odd increment of the stream
 */
public record NoiseStream(long key, long gamma) {

    /** First multiplier of the mix (Stafford's variant 13). */
    public static final long FIRST = 0xbf58476d1ce4e5b9L;

    /** Second multiplier of the mix. */
    public static final long SECOND = 0x94d049bb133111ebL;

    /** Fewest changes between neighbouring bits of an increment that mixes well (as in java.util.SplittableRandom). */
    private static final int TRANSITIONS = 24;

    private static final long ALTERNATING = 0xaaaaaaaaaaaaaaaaL;

    /**
     * Checks the increment.
     *
     * @throws IllegalArgumentException if it is even
     */
    public NoiseStream {
        if ((gamma & 1) == 0) {
            throw new IllegalArgumentException("found the even increment " + gamma + ", accepted: an odd one");
        }
    }

    /** Draws a key and an increment. */
    public static NoiseStream of(UniformRandomProvider source) {
        long key = source.nextLong();
        long gamma = source.nextLong() | 1;
        return new NoiseStream(key, Long.bitCount(gamma ^ (gamma >>> 1)) < TRANSITIONS ? gamma ^ ALTERNATING : gamma);
    }

    /** Returns the 64 bits at a position. */
    public long bits(long position) {
        long z = key + position * gamma;
        z = (z ^ (z >>> 30)) * FIRST;
        z = (z ^ (z >>> 27)) * SECOND;
        return z ^ (z >>> 31);
    }
}
