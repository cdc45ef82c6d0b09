package org.theoremeter.reports.document;

/** A block that is drawn, and is a file of its own beside a document that cannot hold drawings. */
public sealed interface Graphic extends Block permits Figure, Heatmap, Panels, PhaseDiagram {

    /** Returns what names it and its file, unique among the graphics of a document. */
    String id();

    /** Returns what it shows, as plain text. */
    String caption();
}
