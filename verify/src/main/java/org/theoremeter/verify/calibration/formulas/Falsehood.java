package org.theoremeter.verify.calibration.formulas;

import java.util.List;

/** A kind of falsehood: a way in which a statement can be false and look true, and in which a true one can look odd. */
public sealed interface Falsehood
        permits Bump,
                Sliver,
                ExtraRoot,
                ShiftedRegion,
                LateTerm,
                DroppedJump,
                NearConstant,
                Commensurate,
                OneSided,
                ShortCue,
                LeftDomain,
                NarrowPeak,
                VanishingDivisor,
                Cancellation {

    /** Returns all kinds. */
    static List<Falsehood> all() {
        return List.of(
                new Bump(),
                new Sliver(),
                new ExtraRoot(),
                new ShiftedRegion(),
                new LateTerm(),
                new DroppedJump(),
                new NearConstant(),
                new Commensurate(),
                new OneSided(),
                new ShortCue(),
                new LeftDomain(),
                new NarrowPeak(),
                new VanishingDivisor(),
                new Cancellation());
    }

    /** Returns the name, as options and reports write it. */
    String name();

    /** Returns in one sentence what is false about its false statements. */
    String words();

    /**
     * Makes a statement.
     *
     * @param truth whether it is to be true
     * @param draws its random choices
     */
    Statement make(boolean truth, Draws draws);

    /**
     * Makes the statement of a number, the same at every call.
     *
     * @param seed the root seed
     * @param truth whether it is to be true
     * @param number its number, from 0
     */
    default Statement statement(long seed, boolean truth, long number) {
        return make(truth, Draws.of(seed, name(), truth, number));
    }
}
