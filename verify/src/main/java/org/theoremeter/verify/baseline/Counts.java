package org.theoremeter.verify.baseline;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * How many claims changed in which way.
 *
 * @param worse claims that came out worse
 * @param restated claims that state something else
 * @param otherwise claims in which something else changed: parameters, an estimate beyond its error, words
 * @param added new claims
 * @param gone claims that are no longer there
 * @param same claims in which nothing changed but estimates within their errors
 */
@JsonPropertyOrder({"worse", "restated", "otherwise", "added", "gone", "same"})
public record Counts(int worse, int restated, int otherwise, int added, int gone, int same) {}
