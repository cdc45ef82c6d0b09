/**
 * Claim files as JUnit tests: a project extends {@link org.theoremeter.verify.junit.ClaimTests}, and every claim under the
 * class path folder {@code claims} is a test that fails when theory and simulation part.
 *
 * <p>Claims are read, simulated and judged as on the command line; nothing is printed, drawn or kept. JUnit is provided by
 * the project that has the tests: no other package knows it, and this one knows neither terminal nor report.
 */
package org.theoremeter.verify.junit;
