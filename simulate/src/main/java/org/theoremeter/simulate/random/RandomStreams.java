package org.theoremeter.simulate.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Gives an independent stream of random numbers for every path of names below one root seed.
 *
 * <p>A path is hashed step by step with SHA-256; the digest seeds a xoshiro256++ generator. Two paths that differ
 * anywhere share nothing, and the order in which streams are asked for does not matter.
 *
 * <pre>{@code
 * RandomStreams run = RandomStreams.of(42).child("linear-rnn/gradient-flow").child(3);
 * run.gaussians("initial-weights", 100);
 * }</pre>
 */
public final class RandomStreams {

    private static final byte ROOT = 'r';
    private static final byte NAME = 'n';
    private static final byte INDEX = 'i';
    private static final byte STREAM = 's';

    private final byte[] digest;

    private RandomStreams(byte[] digest) {
        this.digest = digest;
    }

    /** Starts from a root seed. */
    public static RandomStreams of(long rootSeed) {
        return new RandomStreams(hash(
                new byte[0],
                ROOT,
                ByteBuffer.allocate(Long.BYTES).putLong(rootSeed).array()));
    }

    /** Returns streams that refuse to be drawn from, for runs that are declared to draw nothing. */
    public static RandomStreams none() {
        return new RandomStreams(null);
    }

    /** Descends to a named branch. */
    public RandomStreams child(String name) {
        return descend(NAME, name.getBytes(StandardCharsets.UTF_8));
    }

    /** Descends to a numbered branch, such as the index of a seed. */
    public RandomStreams child(long index) {
        return descend(INDEX, ByteBuffer.allocate(Long.BYTES).putLong(index).array());
    }

    /**
     * Opens the stream of a name, from its beginning.
     *
     * @throws IllegalStateException if these are the streams of a run that draws nothing
     */
    public UniformRandomProvider stream(String name) {
        if (digest == null) {
            throw new IllegalStateException("a run that is declared to draw nothing asked for the stream " + name);
        }
        ByteBuffer bytes = ByteBuffer.wrap(hash(digest, STREAM, name.getBytes(StandardCharsets.UTF_8)));
        long[] seed = {bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong()};
        return RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    /**
     * Draws the first standard normal numbers of a stream, by the ziggurat method.
     *
     * @param count how many, at least 0
     * @throws IllegalStateException if these are the streams of a run that draws nothing
     */
    public double[] gaussians(String name, int count) {
        ZigguratSampler.NormalizedGaussian sampler = ZigguratSampler.NormalizedGaussian.of(stream(name));
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = sampler.sample();
        }
        return numbers;
    }

    private RandomStreams descend(byte kind, byte[] step) {
        return digest == null ? this : new RandomStreams(hash(digest, kind, step));
    }

    private static byte[] hash(byte[] parent, byte kind, byte[] step) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(parent);
            sha.update(kind);
            return sha.digest(step);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
