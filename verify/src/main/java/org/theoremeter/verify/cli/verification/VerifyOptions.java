package org.theoremeter.verify.cli.verification;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.verify.cli.terminal.BadInput;
import picocli.CommandLine.Option;

/** By which rules {@code verify} reaches verdicts, and what it says of them where. */
final class VerifyOptions {

    private static final int MOST_SEEDS = 10_000;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "theoremeter-report",
            description = "Where the report goes; default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--quiet", description = "Print nothing but faults.")
    private boolean quiet;

    @Option(
            names = "--strict",
            description = "Ignore what claims expect: a known disagreement counts in the exit status.")
    private boolean strict;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "Say what changed against a baseline; exit status 1 if a claim came out worse or states something"
                            + " else.")
    private Path baseline;

    @Option(
            names = "--until-decided",
            description = "Add seeds to claims left open, doubling, up to --most-seeds; every interim analysis is paid"
                    + " for by a higher confidence.")
    private boolean untilDecided;

    @Option(
            names = "--most-seeds",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many seeds a claim may get with --until-decided; default: ${DEFAULT-VALUE}.")
    private int most;

    @Option(
            names = "--holm",
            description = "Holm's correction: the chance that any claim passes wrongly is at most 1 - confidence.")
    private boolean holm;

    @Option(
            names = "--sensitivity",
            description =
                    "Say what each claim would notice: make its prediction wrong, number by number, and judge it again on the"
                            + " same observations.")
    private boolean sensitivity;

    /**
     * Requires a number of seeds that could be drawn.
     *
     * @throws BadInput if it is none
     */
    void requirePossible() {
        if (most < 2 || most > MOST_SEEDS) {
            throw new BadInput("--most-seeds: found " + most + ", accepted: from 2 to " + MOST_SEEDS + " seeds");
        }
    }

    /** Returns the rules by which verdicts are reached beyond what each claim says, as provenance names them. */
    Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        if (untilDecided) {
            rules.put("--until-decided", most + " seeds");
        }
        if (holm) {
            rules.put("--holm", "yes");
        }
        return rules;
    }

    Path out() {
        return out;
    }

    boolean quiet() {
        return quiet;
    }

    boolean strict() {
        return strict;
    }

    Optional<Path> baseline() {
        return Optional.ofNullable(baseline);
    }

    boolean untilDecided() {
        return untilDecided;
    }

    /** Returns how many seeds a claim may get until it is decided. */
    int mostSeeds() {
        return most;
    }

    boolean holm() {
        return holm;
    }

    boolean sensitivity() {
        return sensitivity;
    }
}
