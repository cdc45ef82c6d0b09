package org.theoremeter.verify.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.Set;

/** Whether this machine multiplies and adds in one step; if not, Java computes the same bits with decimals, and slowly. */
final class FusedArithmetic {

    private static final Set<String> COMPUTING =
            Set.of("verify", "derive", "critical", "predict", "simulate", "points", "calibrate");

    private FusedArithmetic() {}

    /** Returns what to tell somebody who starts a command that would take much longer than is said elsewhere. */
    static Optional<String> warning(String command) {
        return COMPUTING.contains(command) && isMissing()
                ? Optional.of(
                        "this machine has no fused multiply-add: the results are the same, but simulations and proofs"
                                + " take up to a hundred times longer")
                : Optional.empty();
    }

    private static boolean isMissing() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        try {
            return machine != null && machine.getVMOption("UseFMA").getValue().equals("false");
        } catch (IllegalArgumentException anotherMachine) {
            return false;
        }
    }
}
