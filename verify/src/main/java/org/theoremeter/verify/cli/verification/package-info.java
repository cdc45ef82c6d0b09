/**
 * The main command, verify: its options, the run with what is kept while it lasts, and what is reported of it; and render, which
 * draws its report again.
 */
package org.theoremeter.verify.cli.verification;
