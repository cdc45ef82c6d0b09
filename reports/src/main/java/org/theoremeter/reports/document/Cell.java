package org.theoremeter.reports.document;

/** One entry of a table. */
public sealed interface Cell {

    /**
     * Plain text.
     *
     * @param text the text, possibly empty
     */
    record Text(String text) implements Cell {

        /**
         * Checks the text.
         *
         * @throws NullPointerException if it is null
         */
        public Text {
            Validate.notNull(text, "cell text");
        }
    }

    /**
     * A number, shown to a number of significant digits; one that is not finite is shown as such.
     *
     * @param value the number
     * @param digits significant digits, 1 to 17
     */
    record Number(double value, int digits) implements Cell {

        /**
         * Checks the digits.
         *
         * @throws IllegalArgumentException if they are outside 1 to 17
         */
        public Number {
            Validate.digits(digits);
        }
    }

    /**
     * An interval from a lower to an upper bound; a bound that is not finite is shown as such.
     *
     * @param lower the lower bound
     * @param upper the upper bound
     * @param digits significant digits of each bound, 1 to 17
     */
    record Range(double lower, double upper, int digits) implements Cell {

        /**
         * Checks order and digits.
         *
         * @throws IllegalArgumentException if the bounds are in the wrong order or the digits outside 1 to 17
         */
        public Range {
            if (lower > upper) {
                throw new IllegalArgumentException(
                        "interval bounds in the wrong order: [" + lower + ", " + upper + "]");
            }
            Validate.digits(digits);
        }
    }

    /**
     * A badge.
     *
     * @param badge what is shown
     */
    record Tag(Badge badge) implements Cell {

        /**
         * Checks the badge.
         *
         * @throws NullPointerException if it is null
         */
        public Tag {
            Validate.notNull(badge, "cell badge");
        }
    }

    /**
     * A formula in the line; the same trust and the same fallback as {@link Block.Formula}.
     *
     * @param tex the formula in TeX math mode, without delimiters; trusted
     * @param mathMl the content of a {@code <math>} element, or a whole one, as well-formed XML; trusted; may be empty
     * @param text the formula in one line of plain text, never blank
     */
    record Math(String tex, String mathMl, String text) implements Cell {

        /**
         * Checks the parts.
         *
         * @throws NullPointerException if a part is null
         * @throws IllegalArgumentException if TeX or text is blank
         */
        public Math {
            Validate.notBlank(tex, "formula TeX");
            Validate.notNull(mathMl, "formula MathML");
            Validate.notBlank(text, "formula text");
        }
    }

    /** Nothing: the row has no such value. */
    record Empty() implements Cell {}
}
