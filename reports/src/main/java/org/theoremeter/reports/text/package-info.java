/**
 * How numbers and characters become text, alike in every format.
 * Only conversions without knowledge of a format may enter; the escaping of a format lives with that format.
 * It belongs to no section of the theory.
 *
 * <p>{@link Numbers} writes numbers to a number of significant digits; {@link Characters} replaces the characters that no
 * format can show.
 */
package org.theoremeter.reports.text;
