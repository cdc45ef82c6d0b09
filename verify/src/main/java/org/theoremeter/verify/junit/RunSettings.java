package org.theoremeter.verify.junit;

import java.util.Optional;
import org.theoremeter.simulate.sweep.Sweep;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.read.ClaimReader;
import org.theoremeter.verify.claim.read.Settings;

/**
 * How claims are run.
 *
 * @param profile the profile in which they are read
 * @param seed the root seed
 * @param jobs how many simulations run at the same time
 */
record RunSettings(Profile profile, long seed, int jobs) {

    private static final String PROFILE = "theoremeter.profile";
    private static final String SEED = "theoremeter.seed";

    /** Returns what the system properties say, and what is given where they say nothing. */
    static RunSettings of(Profile profile, long seed, int jobs) {
        return new RunSettings(
                property(PROFILE).map(RunSettings::profile).orElse(profile),
                property(SEED).map(RunSettings::seed).orElse(seed),
                jobs);
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name));
    }

    private static Profile profile(String text) {
        for (Profile profile : Profile.values()) {
            if (profile.text().equals(text)) {
                return profile;
            }
        }
        throw new IllegalArgumentException(
                PROFILE + ": found " + Quotation.of(text) + ", " + Nearest.hint(text, Profile.names()));
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException fault) {
            throw new IllegalArgumentException(SEED + ": found " + Quotation.of(text) + ", accepted: a whole number");
        }
    }

    /** Returns what reads the claims. */
    ClaimReader reader() {
        return new ClaimReader(profile, Settings.none());
    }

    /** Returns what simulates for them, and keeps nothing. */
    Sweep sweep() {
        return Sweep.unkept(jobs, seed);
    }

    /** Returns the command line that runs a file the same way, with a report to look at. */
    String command(String file) {
        return "theoremeter verify " + (file.contains(" ") ? '"' + file + '"' : file)
                + (profile == Profile.QUICK ? "" : " --profile " + profile.text())
                + (seed == 1 ? "" : " --seed " + seed);
    }
}
