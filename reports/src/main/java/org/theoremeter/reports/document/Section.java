package org.theoremeter.reports.document;

import java.util.List;

/**
 * One section of a document.
 *
 * @param id unique in the document and the anchor of links to it; letters, digits, dots, hyphens and underscores
 * @param title its heading, as plain text, never blank
 * @param subtitle a line below the heading, possibly empty
 * @param badge what sums it up
 * @param blocks its content, possibly none
 */
public record Section(String id, String title, String subtitle, Badge badge, List<Block> blocks) {

    /**
     * Checks and copies the parts.
     *
     * @throws NullPointerException if a part is null
     * @throws IllegalArgumentException if the identifier is malformed or the title blank
     */
    public Section {
        Validate.identifier(id, "section id");
        Validate.notBlank(title, "title of section " + id);
        Validate.notNull(subtitle, "subtitle of section " + id);
        Validate.notNull(badge, "badge of section " + id);
        blocks = Validate.list(blocks, "blocks of section " + id);
    }
}
