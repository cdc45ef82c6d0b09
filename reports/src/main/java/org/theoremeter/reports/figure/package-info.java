/**
 * The figures of a document as SVG: scales, ticks, legend and curves, and maps of colours.
 * Only what turns a figure into a drawing with text as text may enter; no fonts, no window system and no other library are needed.
 * Curves look as {@code CurveStyle} says, and on a page as its style sheet does; the values of heat maps as {@code HeatmapColours} says.
 * {@code Layout} sets the margins, {@code Plane} the left one by its ticks.
 * It belongs to no section of the theory.
 */
package org.theoremeter.reports.figure;
