package org.theoremeter.verify.claim.formula;

import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads numbers with units: {@code 100 ms}, {@code 3 tau}, {@code 2/cstar tau}, {@code 0.1}. */
public final class Quantities {

    private static final Pattern WITH_UNIT = Pattern.compile("(.*\\S)\\s+([A-Za-z]+)\\s*");

    /** The longest quantity, in characters. */
    private static final int LONGEST = 1_000;

    private Quantities() {}

    /**
     * Reads a quantity as a formula whose value is in the wanted unit.
     *
     * @param scalar the text
     * @param what the parameter, for messages
     * @param wanted the parameter's unit
     * @param known the symbols that may occur
     * @throws ClaimException if the unit is missing, unknown or not convertible, or the formula is wrong
     */
    public static Expression read(YamlNode.Scalar scalar, String what, Unit wanted, Collection<String> known) {
        if (scalar.text().length() > LONGEST) {
            throw new ClaimException(
                    scalar.position(),
                    "found " + scalar.text().length() + " characters for " + what + ", accepted: at most " + LONGEST);
        }
        Matcher matcher = WITH_UNIT.matcher(scalar.text());
        boolean hasUnit = matcher.matches() && isUnitLike(matcher.group(2), known);
        if (!hasUnit) {
            if (wanted != Unit.ONE) {
                throw new ClaimException(
                        scalar.position(),
                        "found " + scalar.described() + " for " + what + " without a unit, accepted: such as '"
                                + scalar.text().strip() + " " + wanted.symbol() + "'");
            }
            return FormulaReader.read(scalar, what, known);
        }
        String symbol = matcher.group(2);
        Unit unit = Arrays.stream(Unit.values())
                .filter(candidate -> candidate.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new ClaimException(
                        scalar.at(matcher.start(2) + 1),
                        "found the unknown unit " + Quotation.of(symbol) + " for " + what + ", accepted: "
                                + accepted(wanted)));
        YamlNode.Scalar number =
                new YamlNode.Scalar(matcher.group(1), scalar.quoted(), scalar.literal(), scalar.position());
        Expression value = FormulaReader.read(number, what, known);
        if (unit == wanted) {
            return value;
        }
        if (wanted == Unit.MILLISECOND && unit == Unit.SECOND) {
            return Expression.parse("1000*(" + value + ")");
        }
        if (wanted == Unit.SECOND && unit == Unit.MILLISECOND) {
            return Expression.parse("(" + value + ")/1000");
        }
        throw new ClaimException(
                scalar.at(matcher.start(2) + 1),
                "found the unit " + Quotation.of(symbol) + " for " + what + ", accepted: " + accepted(wanted));
    }

    /** A trailing word is a unit unless it is a symbol of the claim, as in the (faulty) formula {@code 2 gain}. */
    private static boolean isUnitLike(String word, Collection<String> known) {
        return !known.contains(word);
    }

    private static String accepted(Unit wanted) {
        return switch (wanted) {
            case ONE -> "a plain number";
            case MILLISECOND, SECOND -> "ms, s";
            default ->
                Arrays.stream(Unit.values())
                        .filter(unit -> unit == wanted)
                        .map(Unit::symbol)
                        .collect(Collectors.joining());
        };
    }
}
