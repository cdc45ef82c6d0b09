package org.theoremeter.reports.document;

import java.util.List;

/** One piece of a section's content. */
public sealed interface Block permits Block.Paragraph, Block.Formula, Block.Facts, Chain, Table, Graphic {

    /**
     * Running text.
     *
     * @param text plain text, never blank; any markup in it is shown as it stands
     */
    record Paragraph(String text) implements Block {

        /**
         * Checks the text.
         *
         * @throws NullPointerException if it is null
         * @throws IllegalArgumentException if it is blank
         */
        public Paragraph {
            Validate.notBlank(text, "paragraph text");
        }
    }

    /**
     * A displayed formula, written three ways.
     *
     * <p>TeX and MathML are copied into the output <em>unescaped</em>: they must come from a writer that escapes, never from a
     * user's text. The plain text is escaped like any other.
     *
     * @param tex the formula in TeX math mode, without delimiters; trusted
     * @param mathMl the content of a {@code <math>} element, or a whole one, as well-formed XML; trusted; if empty, the plain text
     *     is shown instead
     * @param text the formula in one line of plain text, never blank
     */
    record Formula(String tex, String mathMl, String text) implements Block {

        /**
         * Checks the parts.
         *
         * @throws NullPointerException if a part is null
         * @throws IllegalArgumentException if TeX or text is blank
         */
        public Formula {
            Validate.notBlank(tex, "formula TeX");
            Validate.notNull(mathMl, "formula MathML");
            Validate.notBlank(text, "formula text");
        }
    }

    /**
     * A list of named values.
     *
     * @param facts the values in the order in which they are shown, at least one
     */
    record Facts(List<Fact> facts) implements Block {

        /**
         * Checks and copies the list.
         *
         * @throws NullPointerException if it or a fact is null
         * @throws IllegalArgumentException if it is empty
         */
        public Facts {
            facts = Validate.filled(facts, "facts");
        }
    }
}
