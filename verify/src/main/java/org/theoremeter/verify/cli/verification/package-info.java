/**
 * The main command, verify, what it keeps while it runs, and render, which draws its report again.
 */
package org.theoremeter.verify.cli.verification;
