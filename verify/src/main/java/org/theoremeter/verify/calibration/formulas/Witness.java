package org.theoremeter.verify.calibration.formulas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a statement is true or false, in formulas that anybody can evaluate at one point.
 *
 * @param at the point: a formula without symbols for each symbol, exact as it is written
 * @param apart pairs of formulas that differ there, or one of which is undefined: what makes the statement false
 * @param equal pairs of formulas that are equal there
 */
public record Witness(Map<String, String> at, List<Pair> apart, List<Pair> equal) {

    /** Two formulas. */
    public record Pair(String left, String right) {}

    /** Copies the collections; the symbols are put in order. */
    public Witness {
        at = new TreeMap<>(at);
        apart = List.copyOf(apart);
        equal = List.copyOf(equal);
    }

    /** Returns a witness that shows nothing yet, at a point. */
    static Witness at(Map<String, String> point) {
        return new Witness(point, List.of(), List.of());
    }

    /** Returns the witness with one more pair that differs. */
    Witness apart(String left, String right) {
        return new Witness(at, with(apart, left, right), equal);
    }

    /** Returns the witness with one more pair that is equal. */
    Witness equal(String left, String right) {
        return new Witness(at, apart, with(equal, left, right));
    }

    /** Returns the witness with a pair that is equal if the statement is true, and else differs. */
    Witness pair(Truth truth, String left, String right) {
        return truth == Truth.TRUE ? equal(left, right) : apart(left, right);
    }

    private static List<Pair> with(List<Pair> pairs, String left, String right) {
        List<Pair> more = new ArrayList<>(pairs);
        more.add(new Pair(left, right));
        return more;
    }

    /** Returns one sentence for a reader: where to look, and at what. */
    public String text() {
        StringBuilder text = new StringBuilder();
        apart.forEach(pair -> text.append(text.isEmpty() ? "" : "; ")
                .append(pair.left())
                .append(" is not ")
                .append(pair.right()));
        equal.forEach(pair -> text.append(text.isEmpty() ? "" : "; ")
                .append(pair.left())
                .append(" is ")
                .append(pair.right()));
        return text + (at.isEmpty() ? "" : " at " + at);
    }
}
