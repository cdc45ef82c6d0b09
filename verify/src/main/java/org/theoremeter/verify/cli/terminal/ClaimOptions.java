package org.theoremeter.verify.cli.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.verify.catalogue.Selection;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.read.ClaimReader;
import org.theoremeter.verify.claim.read.Settings;
import org.theoremeter.verify.claim.source.ClaimException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which claims, and with which changes: what {@code check}, {@code verify}, {@code explain} and {@code predict} share. */
public final class ClaimOptions {

    @Parameters(
            paramLabel = "CLAIM",
            arity = "0..*",
            description = "Claim files, ids of the catalogue, or globs such as 'integrator.*'.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            defaultValue = "quick",
            description = "quick (minutes), standard (half an hour) or full (hours); default: ${DEFAULT-VALUE}.")
    private Profile profile;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Change a given symbol, a parameter, seeds or confidence in every claim that has it.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** Returns the chosen profile. */
    public Profile profile() {
        return profile;
    }

    /** Returns what {@code --set} changes. */
    public Map<String, String> settings() {
        return settings;
    }

    /** Returns whether the whole catalogue is meant. */
    public boolean nothingNamed() {
        return names.isEmpty();
    }

    /**
     * Reads the chosen claims.
     *
     * @throws BadInput with every fault of every file, if there is one
     */
    public List<Claim> claims() {
        Settings changes = Settings.of(settings);
        Selection.Chosen chosen = Selection.of(names, new ClaimReader(profile, changes));
        List<String> faults = new ArrayList<>(chosen.faults());
        if (faults.isEmpty()) {
            try {
                changes.requireAllUsed();
            } catch (ClaimException fault) {
                faults.add(fault.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
        return chosen.claims();
    }
}
