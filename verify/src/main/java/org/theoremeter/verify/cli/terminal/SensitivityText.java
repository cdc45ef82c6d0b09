package org.theoremeter.verify.cli.terminal;

import java.io.PrintWriter;
import java.util.List;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.Sensitivity;

/** Prints what claims would notice. */
public final class SensitivityText {

    private SensitivityText() {}

    /** Prints a line, with what its exemptions have to say. */
    static void print(PrintWriter out, ClaimResult claim) {
        Sensitivity sensitivity = claim.evidence().sensitivity();
        out.println(claim.id() + ": " + sensitivity.line());
        sensitivity.exempt().stream()
                .filter(Sensitivity.Exempt::needless)
                .forEach(each ->
                        out.println("  exempt without need: " + each.name() + ", which the claim would notice"));
        out.flush();
    }

    /** Prints which claims would notice little, and do not say why. */
    public static void printEnd(PrintWriter out, List<ClaimResult> claims) {
        List<ClaimResult> little = claims.stream()
                .filter(claim -> claim.evidence().sensitivity().provesLittle())
                .toList();
        if (little.isEmpty()) {
            out.println("every claim that passes notices an error of 10 % in each number, or says why not");
            return;
        }
        out.println("these notice no error of 10 % in some number, and do not say why:");
        little.forEach(claim -> out.println(
                "  " + claim.id() + ": " + claim.evidence().sensitivity().line()));
    }
}
