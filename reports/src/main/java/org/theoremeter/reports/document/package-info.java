/**
 * The document that every renderer reads: sections of text, formulas, chains of them, tables,
 * figures and heat maps, the checks made and where they come from.
 * Only plain records may enter, validated when they are built; nothing here knows a format, a theory or a simulation.
 * It carries the results of any section of the theory and belongs to none of them.
 *
 * <ul>
 *   <li>Frame: a {@link Document} has sections and checks; a {@link Section} has a heading, a {@link Badge} and blocks; a
 *       {@link Check} is one thing that was checked, of which JUnit XML makes a test case.
 *   <li>Blocks: {@link Block} lists their kinds and holds the small ones (paragraphs, formulas, facts); {@link Chain} is
 *       formulas that follow from each other, {@link Table} a table; a {@link Graphic} is drawn: {@link Figure} with curves
 *       over two axes, {@link Panels} are several with one horizontal axis; {@link Heatmap} has values as colours, {@link
 *       PhaseDiagram} the part of runs in which something happens.
 *   <li>Parts of blocks: {@link Cell}, one entry of a table; {@link Fact}, a named value; {@link Tone}, what a badge says about
 *       its subject.
 *   <li>{@code Validate} has the conditions that the records share. A new kind of block is named among the {@code permits} of
 *       {@link Block}, and every format then says how it is written.
 * </ul>
 */
package org.theoremeter.reports.document;
