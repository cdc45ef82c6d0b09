/**
 * From results to a document: what a report of a run contains, before any format is chosen.
 *
 * <p>Reads results, with the verdicts in them, and nothing else, so that {@code render} makes the same report again from
 * results.json. How a document looks is the business of {@code reports}.
 *
 * <ul>
 *   <li>Entry: {@link ResultsDocument}, the head and the order of sections.
 *   <li>Sections: {@code ClaimSection} for one claim, {@code ComparisonsSection} for all comparisons in one table.
 *   <li>Parts: {@link PlotFigure} draws evidence, {@link ScalingCollapse} counts in units of their fitted threshold; {@code DerivationChain} shows a derivation, {@code ObligationFacts} what had to be shown,
 *       {@code SensitivityBlocks} what would be noticed; {@code Badges} has the badge of each verdict.
 * </ul>
 */
package org.theoremeter.verify.document;
