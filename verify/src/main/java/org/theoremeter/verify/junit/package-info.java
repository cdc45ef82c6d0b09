/**
 * Claim files as JUnit tests: a project extends {@link org.theoremeter.verify.junit.ClaimTests}, and every claim under the
 * class path folder {@code claims} is a test that fails when theory and simulation part.
 *
 * <p>Claims are read, simulated and judged as on the command line; nothing is printed, drawn or kept. JUnit is provided by
 * the project that has the tests: no other package knows it, and this one knows neither terminal nor report.
 *
 * <p>Entry: {@link ClaimTests}. {@code ClaimFile} is a file of the class path, {@code ClaimTest} runs one claim by the
 * {@code RunSettings}; {@code Failure} says what is wrong, at the place that {@code Places} knows.
 */
package org.theoremeter.verify.junit;
