package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.theoremeter.simulate.random.RandomStreams;

/** The random choices of one statement, which depend on seed, kind, truth and number only. */
final class Draws {

    /** So many digits make a place that nobody looks at by chance. */
    private static final MathContext PLACE = new MathContext(7);

    private static final MathContext SIZE = new MathContext(3);

    private final String id;
    private final UniformRandomProvider random;

    private Draws(String id, UniformRandomProvider random) {
        this.id = id;
        this.random = random;
    }

    static Draws of(long seed, String kind, boolean truth, long number) {
        String side = truth ? "true" : "false";
        return new Draws(
                "adversary." + kind + "." + side + "-" + number,
                RandomStreams.of(seed).child("adversary").child(kind).child(side).child(number).stream("statement"));
    }

    /** Returns the id of the claim that is made of these choices. */
    String id() {
        return id;
    }

    /** Returns a whole number between two, both included. */
    int whole(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Returns one of several. */
    @SafeVarargs
    final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Returns one of several. */
    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Returns a number between two, with seven digits. */
    BigDecimal between(double low, double high) {
        return new BigDecimal(low + (high - low) * random.nextDouble(), PLACE);
    }

    /** Returns a number between two, its logarithm uniform, with three digits. */
    BigDecimal size(double low, double high) {
        return new BigDecimal(low * Math.pow(high / low, random.nextDouble()), SIZE);
    }
}
