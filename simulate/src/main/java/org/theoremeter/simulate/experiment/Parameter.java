package org.theoremeter.simulate.experiment;

import java.util.List;

/** Describes one argument that an experiment takes: its name, type, bounds and default. */
public sealed interface Parameter {

    /** Returns the name by which claims set the parameter, such as {@code cstar}. */
    String name();

    /** Returns what the parameter is, in one line. */
    String description();

    /** Returns the unit in which the value is counted; a choice has {@link Unit#ONE}. */
    Unit unit();

    /** Describes the values that are accepted, for messages: {@code a number in (0, 1)}. */
    String accepted();

    /** Returns the value taken when none is given: a Double, a Long or a String. */
    Object defaultValue();

    /**
     * Checks a given value and brings it to the parameter's type: Double, Long or String.
     *
     * @throws ArgumentException if the value has another type or lies outside the bounds
     */
    Object read(Object given);

    /**
     * A real number within bounds.
     *
     * @param name name in claims
     * @param description what it is, in one line
     * @param unit unit in which it is counted
     * @param bounds values allowed
     * @param fallback the default
     */
    record Real(String name, String description, Unit unit, Bounds bounds, double fallback) implements Parameter {

        /** Checks that the default lies within the bounds. */
        public Real {
            if (!bounds.contains(fallback)) {
                throw new IllegalArgumentException(name + ": the default " + fallback + " is outside " + bounds);
            }
        }

        @Override
        public Double defaultValue() {
            return fallback;
        }

        @Override
        public String accepted() {
            return "a number in " + bounds;
        }

        @Override
        public Double read(Object given) {
            if (given instanceof Number number && bounds.contains(number.doubleValue())) {
                // −0.0 becomes 0.0: one value, one canonical text
                return number.doubleValue() + 0.0;
            }
            throw new ArgumentException(name, String.valueOf(given), accepted());
        }
    }

    /**
     * A whole number within bounds, both ends included.
     *
     * @param name name in claims
     * @param description what it is, in one line
     * @param unit unit in which it is counted
     * @param min smallest value
     * @param max largest value, at most 2⁵³ so that numbers read as doubles stay exact
     * @param fallback the default
     */
    record Whole(String name, String description, Unit unit, long min, long max, long fallback) implements Parameter {

        private static final long EXACT = 1L << 53;

        /** Checks that the default lies within the bounds, and the bounds within the exactly representable. */
        public Whole {
            if (fallback < min || fallback > max || max > EXACT || min < -EXACT) {
                throw new IllegalArgumentException(
                        name + ": the default " + fallback + " or the bounds [" + min + ", " + max + "] are wrong");
            }
        }

        @Override
        public Long defaultValue() {
            return fallback;
        }

        @Override
        public String accepted() {
            return "a whole number in [" + min + ", " + max + "]";
        }

        @Override
        public Long read(Object given) {
            if (given instanceof Number number) {
                double value = number.doubleValue();
                if (value == Math.rint(value) && value >= min && value <= max) {
                    return (long) value;
                }
            }
            throw new ArgumentException(name, String.valueOf(given), accepted());
        }
    }

    /**
     * One of a closed list of words.
     *
     * @param name name in claims
     * @param description what it is, in one line
     * @param choices the words allowed
     * @param fallback the default
     */
    record Choice(String name, String description, List<String> choices, String fallback) implements Parameter {

        /** Copies the list and checks that the default is on it. */
        public Choice {
            choices = List.copyOf(choices);
            if (!choices.contains(fallback)) {
                throw new IllegalArgumentException(name + ": the default " + fallback + " is not among " + choices);
            }
        }

        @Override
        public Unit unit() {
            return Unit.ONE;
        }

        @Override
        public String defaultValue() {
            return fallback;
        }

        @Override
        public String accepted() {
            return choices.size() == 1 ? choices.get(0) : "one of " + String.join(", ", choices);
        }

        @Override
        public String read(Object given) {
            if (given instanceof String text && choices.contains(text)) {
                return text;
            }
            String hint = given instanceof String text ? Arguments.suggestion(text, choices) : "";
            throw new ArgumentException(name, String.valueOf(given), accepted() + hint);
        }
    }
}
