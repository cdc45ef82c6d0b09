package org.theoremeter.reports.document;

import java.util.List;

/**
 * Formulas each of which follows from what stands above it, as in a derivation.
 *
 * @param lines what is defined and what follows, in order, at least one
 */
public record Chain(List<Line> lines) implements Block {

    /**
     * Checks and copies the list.
     *
     * @throws NullPointerException if it or a line is null
     * @throws IllegalArgumentException if it is empty
     */
    public Chain {
        lines = Validate.filled(lines, "lines of a chain");
    }

    /** One formula of a chain. */
    public sealed interface Line {

        /** Returns the formula. */
        Block.Formula formula();

        /** Returns what it means, as plain text, possibly empty. */
        String says();
    }

    /**
     * A formula that holds because it says what a name stands for.
     *
     * @param formula the formula
     * @param says what it means, as plain text, possibly empty
     */
    public record Definition(Block.Formula formula, String says) implements Line {

        /**
         * Checks the parts.
         *
         * @throws NullPointerException if a part is null
         */
        public Definition {
            Validate.notNull(formula, "formula of a definition");
            Validate.notNull(says, "meaning of a definition");
        }
    }

    /**
     * A formula that follows from what stands above it.
     *
     * @param formula the formula
     * @param says what it means, as plain text, possibly empty
     * @param reason why it follows, as plain text, never blank
     * @param badge whether it does
     * @param detail a sentence on how that was found, possibly empty
     */
    public record Step(Block.Formula formula, String says, String reason, Badge badge, String detail) implements Line {

        /**
         * Checks the parts.
         *
         * @throws NullPointerException if a part is null
         * @throws IllegalArgumentException if the reason is blank
         */
        public Step {
            Validate.notNull(formula, "formula of a step");
            Validate.notNull(says, "meaning of a step");
            Validate.notBlank(reason, "reason of a step");
            Validate.notNull(badge, "badge of a step");
            Validate.notNull(detail, "detail of a step");
        }
    }
}
