package org.theoremeter.verify.cli.terminal;

import java.util.List;

/** Ends a command because of its input: one line a fault, exit status 2. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** Creates the refusal, a line a fault. */
    public BadInput(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Creates the refusal of a single fault. */
    public BadInput(String fault) {
        this(List.of(fault));
    }

    /** Returns one line a fault. */
    public List<String> faults() {
        return faults;
    }
}
