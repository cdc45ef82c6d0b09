package org.theoremeter.verify.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Rewriting.Meaning;
import org.theoremeter.verify.mutation.FormulaSlips;
import org.theoremeter.verify.mutation.Slip;

/**
 * A number, exponent or sign in the prediction of a claim.
 *
 * <p>Its name says in which formula it stands if there are several, and its turn if it stands there several times: {@code
 * 16}, {@code excess:2}, {@code 2#3}, {@code excess:2#3}. What {@code exempt} calls it may be shorter.
 *
 * @param name its name
 * @param formula which formula of the prediction it is in, counted from 0
 * @param place what that formula is called
 * @param meaning what the verdict depends on in that formula
 * @param slip what stands there
 */
public record PredictedSlip(String name, int formula, String place, Meaning meaning, Slip slip) {

    private static final Pattern NAME = Pattern.compile("(?:(.*):)?([^:#]+)(?:#([1-9][0-9]{0,5}))?");
    private static final int MOST_NAMED = 12;

    /** Returns what a claim's prediction is made of, in the order of its formulas; nothing for derivations. */
    public static List<PredictedSlip> of(Claim claim) {
        List<PredictedSlip> unnamed = new ArrayList<>();
        AtomicInteger formulas = new AtomicInteger();
        claim.rewritten((place, meaning, formula) -> {
            int index = formulas.getAndIncrement();
            List<Slip> slips = meaning == Meaning.SHAPE ? FormulaSlips.of(formula) : FormulaSlips.ofWhole(formula);
            slips.forEach(slip -> unnamed.add(new PredictedSlip("", index, place, meaning, slip)));
            return formula;
        });
        return unnamed.stream()
                .map(each -> new PredictedSlip(each.name(unnamed), each.formula, each.place, each.meaning, each.slip))
                .toList();
    }

    private String name(List<PredictedSlip> all) {
        List<PredictedSlip> alike = all.stream()
                .filter(each -> each.place.equals(place) && each.slip.text().equals(slip.text()))
                .toList();
        boolean onlyPlace = all.stream().allMatch(each -> each.place.equals(place));
        String number = alike.size() == 1 ? slip.text() : slip.text() + "#" + (alike.indexOf(this) + 1);
        return onlyPlace && !slip.isOfWhole() ? number : place + ":" + number;
    }

    /**
     * Finds what a name means.
     *
     * @param name a number as it stands in the file, or a sign, or {@code whole}; with the formula before it, {@code
     *     excess:2}, and with its place among its like after it, {@code 2#3}, where that is needed
     * @param all what the prediction is made of
     * @throws IllegalArgumentException if there is none or more than one; the message says what is accepted
     */
    static PredictedSlip named(String name, List<PredictedSlip> all) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("found " + Quotation.of(name)
                    + ", accepted: a number of the prediction such as 2, formula:2 or formula:2#3");
        }
        List<PredictedSlip> meant = all.stream()
                .filter(each -> matcher.group(1) == null || each.place.equals(matcher.group(1)))
                .filter(each -> each.isWritten(matcher.group(2)))
                .toList();
        int last = meant.size();
        int chosen = matcher.group(3) == null ? last : Integer.parseInt(matcher.group(3));
        boolean ambiguous = matcher.group(3) == null && last > 1;
        if (ambiguous || last == 0 || chosen > last) {
            throw new IllegalArgumentException("found " + Quotation.of(name) + ", which "
                    + (ambiguous ? "stands in " + last + " places" : "does not stand in the prediction")
                    + ", accepted: " + listed(ambiguous ? meant : all));
        }
        return meant.get(chosen - 1);
    }

    private static String listed(List<PredictedSlip> slips) {
        String names = slips.stream()
                .limit(MOST_NAMED)
                .map(PredictedSlip::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return slips.isEmpty() ? "none, for it predicts no number" : names + (slips.size() > MOST_NAMED ? ", …" : "");
    }

    private boolean isWritten(String text) {
        if (slip.text().equals(text)) {
            return true;
        }
        try {
            return new BigDecimal(slip.text()).compareTo(new BigDecimal(text)) == 0;
        } catch (NumberFormatException notNumbers) {
            return false;
        }
    }

    /** Returns a claim with another formula in the place of the one in which this stands. */
    public Claim in(Claim claim, Expression wrong) {
        AtomicInteger formulas = new AtomicInteger();
        return claim.rewritten((other, meant, known) -> formulas.getAndIncrement() == formula ? wrong : known);
    }
}
