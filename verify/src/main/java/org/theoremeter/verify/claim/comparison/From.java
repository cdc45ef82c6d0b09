package org.theoremeter.verify.claim.comparison;

import java.util.Optional;

/**
 * Where a comparison of curves begins.
 *
 * @param event the event, or empty for a fixed time
 * @param time the fixed time
 */
public record From(Optional<String> event, double time) {}
