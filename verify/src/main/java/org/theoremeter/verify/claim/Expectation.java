package org.theoremeter.verify.claim;

import org.theoremeter.verify.judge.Verdict;

/**
 * A known disagreement: the verdict a claim is expected to get, and why.
 *
 * @param verdict the expected verdict
 * @param because the reason, shown in every report
 */
public record Expectation(Verdict verdict, String because) {}
