package org.theoremeter.theory.symbolic.algebra;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.algebra.rewrite.Decomposition;
import org.theoremeter.theory.symbolic.algebra.rewrite.PowerProduct;
import org.theoremeter.theory.symbolic.algebra.rewrite.ReadableForm;
import org.theoremeter.theory.symbolic.algebra.symja.Proposals;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Formula;

/** Draws the root of a formula as far as its factors allow: √(a²/b³) is a/b^(3/2) where a and b are positive. */
public final class SquareRoot {
    private static final int POINTS = 64;
    private static final double RELATIVE = 1e-10;

    private SquareRoot() {}

    /**
     * Returns the root of a formula.
     *
     * @param radicand the formula, not negative in the region
     * @param region a domain for each of its symbols
     * @return a formula that agrees with the root at all points looked at; √(radicand) itself at worst
     * @throws IllegalArgumentException if a free symbol has no domain
     */
    public static Expression of(Expression radicand, Region region) {
        Region about = region.about(radicand.symbols());
        Expression plain = new Call(ElementaryFunction.SQRT, List.of(radicand));
        List<Expression> factored = new ArrayList<>(Proposals.factored(radicand));
        Collections.reverse(factored);
        for (Expression form : factored) {
            for (Expression root : signs(form)) {
                if (agrees(plain, root, about)) {
                    return root;
                }
            }
        }
        return plain;
    }

    private static List<Expression> signs(Expression form) {
        return drawn(form).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), Proposals.readable(new Negation(root)).stream()))
                .toList();
    }

    /** Returns the root of a formula all of whose factors are positive, if it needs no more than one root sign. */
    private static Optional<Expression> drawn(Expression form) {
        PowerProduct product = Decomposition.of(form);
        if (product.number().signum() <= 0) {
            return Optional.empty();
        }
        PowerProduct root = product.root();
        long signs = root.powers().values().stream()
                .filter(exponent -> !exponent.getDenominator().equals(BigInteger.ONE))
                .count();
        return signs <= 1 ? Proposals.readable(ReadableForm.laidOut(root)) : Optional.empty();
    }

    private static boolean agrees(Expression plain, Expression candidate, Region region) {
        return Algebra.withDefaults()
                        .compare(new Formula(plain), new Formula(candidate), region, POINTS, RELATIVE, false)
                instanceof Equality.Agreed;
    }
}
