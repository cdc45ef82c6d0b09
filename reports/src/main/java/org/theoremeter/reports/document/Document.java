package org.theoremeter.reports.document;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * All that a report shows, in the order in which it shows it.
 *
 * @param title the name of the report, never blank
 * @param lead a sentence or two below the title, possibly empty
 * @param headline the few values to see first, such as counts of verdicts
 * @param sections the content
 * @param checks what was checked, as test cases
 * @param provenance what made it: version, seed, parameters, machine
 */
public record Document(
        String title,
        String lead,
        List<Fact> headline,
        List<Section> sections,
        List<Check> checks,
        List<Fact> provenance) {

    /**
     * Checks and copies the parts.
     *
     * @throws NullPointerException if a part is null
     * @throws IllegalArgumentException if the title is blank or two sections, two tables or two figures have one identifier
     */
    public Document {
        Validate.notBlank(title, "document title");
        Validate.notNull(lead, "document lead");
        headline = Validate.list(headline, "headline");
        sections = Validate.list(sections, "sections");
        checks = Validate.list(checks, "checks");
        provenance = Validate.list(provenance, "provenance");
        requireDistinct("section", sections.stream().map(Section::id).toList());
        requireDistinct(
                "table", blocks(sections, Table.class).stream().map(Table::id).toList());
        requireDistinct(
                "figure",
                blocks(sections, Graphic.class).stream().map(Graphic::id).toList());
    }

    /** Returns all tables in the order of the sections. */
    public List<Table> tables() {
        return blocks(sections, Table.class);
    }

    /** Returns all figures and heat maps in the order of the sections. */
    public List<Graphic> figures() {
        return blocks(sections, Graphic.class);
    }

    private static <B extends Block> List<B> blocks(List<Section> sections, Class<B> kind) {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Ignores case, because identifiers become file names and some file systems do too. */
    private static void requireDistinct(String what, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two " + what + "s with the id '" + id + "' in one document");
            }
        }
    }
}
