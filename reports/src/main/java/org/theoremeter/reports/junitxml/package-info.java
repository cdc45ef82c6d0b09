/**
 * The checks of a document as JUnit XML, for continuous integration.
 * Only what writes the format that Jenkins, GitLab and GitHub's actions read may enter.
 * It belongs to no section of the theory.
 *
 * <p>{@link JUnitXmlReport} is all there is.
 */
package org.theoremeter.reports.junitxml;
