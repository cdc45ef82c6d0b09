package org.theoremeter.theory.symbolic;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import org.theoremeter.theory.text.Quotation;

/**
 * A free symbol: a variable or a parameter.
 *
 * @param name its name, in Unicode normal form C, so that letters that look composed alike are alike
 */
public record Symbol(String name) implements Expression {
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd}_\u22C6\u2080-\u2089]*");

    /**
     * Makes a symbol.
     *
     * @throws IllegalArgumentException if the name is not one that a formula could contain as a symbol
     */
    public Symbol {
        name = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("found " + Quotation.of(name)
                    + ", accepted: a name of letters, then also digits, '_' and '\u22C6'");
        }
        if (Constant.named(name).isPresent() || isReserved(name)) {
            throw new IllegalArgumentException(Quotation.of(name) + " is a function or a constant, not a symbol");
        }
    }

    private static boolean isReserved(String name) {
        return name.equals(Endpoint.INFINITY)
                || Piecewise.isName(name)
                || ElementaryFunction.named(name).isPresent();
    }

    @Override
    public double evaluate(Map<String, Double> values) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("undefined symbol " + Quotation.of(name));
        }
        return value;
    }

    @Override
    public Expression derivative(String symbol) {
        return name.equals(symbol) ? Numeral.ONE : Numeral.ZERO;
    }

    @Override
    public Expression substitute(Map<String, Expression> replacements) {
        return replacements.getOrDefault(name, this);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.symbol(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
