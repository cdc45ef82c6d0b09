package org.theoremeter.verify.cli;

import java.util.List;

/** Ends a command because of its input: one line a fault, exit status 2. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    BadInput(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    BadInput(String fault) {
        this(List.of(fault));
    }

    List<String> faults() {
        return faults;
    }
}
