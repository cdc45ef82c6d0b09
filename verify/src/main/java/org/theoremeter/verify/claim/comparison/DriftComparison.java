package org.theoremeter.verify.claim.comparison;

import java.util.List;
import java.util.Optional;

/**
 * Bounds how far quantities drift from where they start.
 *
 * @param name the name of the comparison
 * @param source which of the claim's observations it is about
 * @param drifting the series that are conserved, or scalars that measure a drift themselves
 * @param norm how the drifts of several quantities become one
 * @param scale what the drift is divided by: a series (its largest size up to then), a scalar, or nothing
 * @param margin the largest mean drift
 */
public record DriftComparison(
        String name, String source, List<String> drifting, Norm norm, Optional<String> scale, Margin margin) {}
