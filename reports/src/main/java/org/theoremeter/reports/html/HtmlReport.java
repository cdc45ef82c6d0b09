package org.theoremeter.reports.html;

import org.theoremeter.reports.document.Document;

/**
 * Writes a document as one HTML page.
 *
 * <p>The page holds its style, figures and formulas, loads nothing, runs nothing, and is well-formed XML too. Section S has the
 * anchor {@code #S}, table T {@code #table:T} and figure F {@code #figure:F}.
 */
public final class HtmlReport {

    private HtmlReport() {}

    /** Returns the page. */
    public static String render(Document document) {
        return Templates.fill("page.ftl", PageModel.of(document));
    }
}
