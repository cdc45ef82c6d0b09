/**
 * The document that every renderer reads: sections of text, formulas, chains of them, tables,
 * figures and heat maps, the checks made and where they come from.
 * Only plain records may enter, validated when they are built; nothing here knows a format, a theory or a simulation.
 * It carries the results of any section of the theory and belongs to none of them.
 */
package org.theoremeter.reports.document;
