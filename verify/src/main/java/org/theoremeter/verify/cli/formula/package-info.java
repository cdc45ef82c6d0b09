/**
 * Commands about formulas alone: derive checks derivations, critical finds where a loss loses stability.
 */
package org.theoremeter.verify.cli.formula;
