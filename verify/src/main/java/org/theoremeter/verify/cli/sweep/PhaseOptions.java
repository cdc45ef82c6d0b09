package org.theoremeter.verify.cli.sweep;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What a figure of a sweep is to show, and where it is written. */
final class PhaseOptions {

    static final String FIGURE = "--figure";
    static final String FRACTION = "--fraction";
    static final String SCALE = "--scale";

    /** What a run counts as. */
    enum Counted {
        SUCCESS,
        FAILURE;

        boolean success() {
            return this == SUCCESS;
        }
    }

    /** How an axis is drawn. */
    enum AxisScale {
        LOG,
        LINEAR
    }

    @Option(
            names = FIGURE,
            paramLabel = "FILE.svg",
            description = "Draw the fraction of runs in which something happens over the axes of the sweep.")
    Path figure;

    @Option(
            names = FRACTION,
            paramLabel = "CONDITION",
            description =
                    "What happens, as in 'fraction of' of a claim: learned < 0.5, an event, or diverged. Several are drawn"
                            + " beside each other.")
    List<String> fractions = List.of();

    @Option(
            names = "--diverged",
            paramLabel = "AS",
            description = "success or failure: what a run that diverged counts as where it does not tell.")
    Counted diverged;

    @Option(
            names = "--missing",
            paramLabel = "AS",
            description = "success or failure: what a run counts as that lacks what the condition asks for.")
    Counted missing;

    @Option(
            names = SCALE,
            paramLabel = "AXIS=SCALE",
            description = "log or linear: how an axis is drawn; default: as its values are spaced.")
    Map<String, AxisScale> scales = new LinkedHashMap<>();
}
