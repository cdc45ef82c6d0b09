package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * How claims are written and read where nobody looks at figures and typeset formulas, nor at what a claim would notice: without
 * them, and past them where they are there; see {@link ResultsShape#CLAIM_AS_TEXT}.
 */
public final class ClaimAsText {

    /** What to leave out of which record, for {@link JsonRecord}. */
    public static final Map<Class<?>, Class<?>> MIX_INS = Map.of(
            ClaimJson.class,
            WithoutSensitivity.class,
            ComparisonResult.class,
            WithoutPlot.class,
            ClaimDescription.Statement.class,
            TextOnly.class);

    private ClaimAsText() {}

    /** What a claim would notice says nothing of what it found. */
    @JsonIgnoreProperties("sensitivity")
    private abstract static class WithoutSensitivity {}

    @JsonIgnoreProperties("plot")
    private abstract static class WithoutPlot {}

    @JsonIgnoreProperties({"tex", "mathMl"})
    private abstract static class TextOnly {}
}
