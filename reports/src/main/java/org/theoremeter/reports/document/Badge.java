package org.theoremeter.reports.document;

/**
 * A word that sums up a section or a row, such as PASS.
 *
 * @param text the word shown, never blank
 * @param tone what the word means
 */
public record Badge(String text, Tone tone) {

    /**
     * Checks the parts.
     *
     * @throws NullPointerException if a part is null
     * @throws IllegalArgumentException if the text is blank
     */
    public Badge {
        Validate.notBlank(text, "badge text");
        Validate.notNull(tone, "badge tone");
    }
}
