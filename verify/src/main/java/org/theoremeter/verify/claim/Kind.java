package org.theoremeter.verify.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of claims, with what each compares and when it passes. */
public enum Kind {
    /** Two expressions are equal. */
    IDENTITY(
            "two expressions are equal",
            "nothing is simulated",
            "proved, enclosed on the whole domain, or agreed at points, as the claim requires (judge: require: proved,"
                    + " enclosed or agreed; proved where it says nothing)"),
    /** Each step of a derivation follows from the one before. */
    DERIVATION(
            "steps, each with its justification",
            "nothing is simulated",
            "every step is proved, enclosed on the whole domain, or agreed at points, as the claim requires, or cited (judge:"
                    + " require: proved, enclosed or agreed; agreed where it says nothing)"),
    /** A number is as predicted. */
    VALUE("a formula gives a number", "a scalar", "the interval of the mean lies inside the margin"),
    /** A curve is as predicted. */
    TRAJECTORY(
            "an ODE or a formula gives a curve",
            "a series a seed",
            "the upper bound of the mean distance to the curve lies below the margin"),
    /** A quantity follows a power law. */
    EXPONENT(
            "a slope on logarithmic axes, or a formula whose local slope is meant",
            "a scalar over a grid",
            "the interval of the fitted local slope lies inside the margin"),
    /** An error vanishes at a given order. */
    CONVERGENCE(
            "an error falls as a power of a small parameter",
            "an error over a grid",
            "the interval of the order lies inside the margin, in the asymptotic range"),
    /** A quantity is conserved. */
    INVARIANT(
            "a quantity is conserved, or drifts at a given order",
            "a series a seed, and its drift over a grid",
            "the upper bound of the mean drift lies below the margin, and the interval of its order inside"),
    /** One quantity comes before another, or is smaller. */
    COMPARISON(
            "one quantity comes before another, or their ratio is below a limit",
            "two scalars or events of the same seeds",
            "the one-sided bound of the mean difference, or of the ratio, excludes the opposite"),
    /** Something happens with a given probability. */
    FRACTION(
            "a formula gives a probability",
            "whether something happens, a seed, or counts",
            "the exact binomial interval lies inside the margin");

    private final String prediction;
    private final String observation;
    private final String passes;

    Kind(String prediction, String observation, String passes) {
        this.prediction = prediction;
        this.observation = observation;
        this.passes = passes;
    }

    /** Returns the name as written in claim files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what is predicted. */
    public String prediction() {
        return prediction;
    }

    /** Returns what is observed. */
    public String observation() {
        return observation;
    }

    /** Returns when such a claim passes. */
    public String passes() {
        return passes;
    }

    /** Returns the names of all kinds. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Kind::text).toList();
    }

    /**
     * Returns the kind with that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
