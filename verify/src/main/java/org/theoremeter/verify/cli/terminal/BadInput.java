package org.theoremeter.verify.cli.terminal;

import java.util.List;

/** Ends a command because of its input: one line a fault, exit status 2. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    public BadInput(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public BadInput(String fault) {
        this(List.of(fault));
    }

    public List<String> faults() {
        return faults;
    }
}
