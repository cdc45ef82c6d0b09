package org.theoremeter.reports.document;

/**
 * A named value, such as a seed or a count.
 *
 * @param name what it is, never blank
 * @param value its value as text, possibly empty
 */
public record Fact(String name, String value) {

    /**
     * Checks the parts.
     *
     * @throws NullPointerException if a part is null
     * @throws IllegalArgumentException if the name is blank
     */
    public Fact {
        Validate.notBlank(name, "fact name");
        Validate.notNull(value, "fact value");
    }
}
