/**
 * Commands about formulas alone: derive checks derivations, critical finds where a loss loses stability.
 *
 * <p>{@link DeriveCommand} and {@link CriticalCommand} are the commands; {@code CriticalText} words the analysis of the second.
 */
package org.theoremeter.verify.cli.formula;
