/**
 * The figures of a document as SVG: scales, ticks, legend and curves, and maps of colours.
 * Only what turns a figure into a drawing with text as text may enter; no fonts, no window system and no other library are needed.
 * It belongs to no section of the theory.
 */
package org.theoremeter.reports.figure;
