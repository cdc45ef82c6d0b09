/**
 * The figures of a document as SVG: scales, ticks, legend and curves, and maps of colours. Only what turns a figure into a
 * drawing with text as text may enter; no fonts, no window system and no other library are needed. It belongs to no section of
 * the theory.
 *
 * <ul>
 *   <li>Entry: {@link GraphicSvg}, which hands a figure to {@code FigureSvg}, panels to {@code PanelsSvg}, a heat map to {@code
 *       HeatmapSvg} and a phase diagram to {@code PhaseDiagramSvg}.
 *   <li>Places: {@code Layout} sets the margins of a figure and {@code Plane} the left one by its ticks, {@code HeatmapLayout}
 *       and {@code PhaseLayout} say where the parts of a heat map and of a phase diagram stand, {@code Legend} where the
 *       entries of the legend do; {@code Scale} maps values to places, {@code Ticks} chooses the marks of an axis, {@code
 *       TextWidth} estimates the room that text takes.
 *   <li>Drawing: {@code AxesDrawing} draws grid, axes and titles, {@code CurveDrawing} curves and legend, after
 *       {@code Thinning} has left out the points that nobody would see; {@code Cells} says where the cells of a heat map
 *       meet, {@code PhaseCells} those of a phase diagram; {@code SvgWriter} writes the elements.
 *   <li>Looks: {@code CurveStyle} for curves, which on a page follow its style sheet, {@code HeatmapColours} for values,
 *       {@code PhaseMarks} for what stands in and over the cells of a phase diagram.
 * </ul>
 */
package org.theoremeter.reports.figure;
