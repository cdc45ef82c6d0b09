package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.util.Map;

/** A sum whose terms rise again after they had decayed. */
final class LateTerm implements Falsehood {

    private static final Map<String, String> DOMAINS = Map.of("r", "(0.1, 0.9)", "k", "integer [0, inf)");
    private static final Map<String, String> AT = Map.of("r", "0.3");

    /**
     * A part of the summand with its sum.
     *
     * @param term the part
     * @param sum its sum from 0 to infinity
     */
    private record Part(String term, String sum) {}

    @Override
    public String name() {
        return "late-term";
    }

    @Override
    public String words() {
        return "terms of a sum that rise late are forgotten";
    }

    @Override
    public Statement make(boolean truth, Draws draws) {
        Part early = new Part("r^k", "1/(1 - r)");
        Part late = late(draws);
        boolean alone = truth && draws.chance(0.4);
        if (alone) {
            early = draws.chance(0.5) ? periodic(draws) : delayed(draws);
        }
        String term = alone ? early.term() : early.term() + " + " + late.term();
        String sum = alone ? early.sum() : early.sum() + " + " + late.sum();
        String stated = truth ? sum : early.sum();
        Truth is = truth ? Truth.TRUE : Truth.FALSE;
        return Statement.step(
                draws.id(),
                alone ? "an unusual sum" : truth ? "late terms, counted" : "late terms, forgotten",
                is,
                DOMAINS,
                term,
                Statement.quoted(stated),
                "{sum over: k, from: 0}",
                Witness.at(AT).pair(is, sum, stated));
    }

    /** Terms that rise at K, between 30 and 100000, to a height of 10⁻⁶ to 1. */
    private static Part late(Draws draws) {
        int start = draws.size(30, 1e5).intValue();
        BigDecimal height = draws.size(1e-6, 1);
        BigDecimal q = draws.between(0.3, 0.95);
        return switch (draws.whole(0, 2)) {
            case 0 ->
                new Part(
                        "piecewise(k < " + start + ", 0, " + height + "*" + q + "^(k - " + start + "))",
                        height + "/(1 - " + q + ")");
            case 1 -> new Part("piecewise(k == " + start + ", " + height + ", 0)", height.toString());
            default ->
                new Part(
                        height + "*" + q + "^abs(k - " + start + ")",
                        height + "*(1 + " + q + " - " + q + "^(" + (start + 1) + "))/(1 - " + q + ")");
        };
    }

    private static Part periodic(Draws draws) {
        String turn = "2*pi/" + draws.whole(2, 24);
        return new Part("r^k*cos(" + turn + "*k)", "(1 - r*cos(" + turn + "))/(1 - 2*r*cos(" + turn + ") + r^2)");
    }

    private static Part delayed(Draws draws) {
        int start = draws.size(10, 3000).intValue();
        return new Part("piecewise(k < " + start + ", 0, r^(k - " + start + "))", "1/(1 - r)");
    }
}
