package org.theoremeter.theory.derivation.justification;

import java.util.List;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.InfiniteSum;

/**
 * The result is the sum of every entry over whole numbers to infinity.
 *
 * @param over the index
 * @param first its first value
 */
public record Summed(String over, int first) implements Justification {
    @Override
    public List<Equation> equations(Matrix from, Matrix to, Region region) {
        return Equation.entries(from, to, entry -> new InfiniteSum(entry, over, first));
    }

    @Override
    public List<Obligation> obligations(Matrix from, Matrix to, Region region) {
        return TailBounds.obligations(this, from, region);
    }

    @Override
    public boolean isSettledByProof() {
        return true;
    }

    @Override
    public List<String> named() {
        return List.of(over);
    }

    @Override
    public String words() {
        return "sum over " + Brackets.name(over) + " from " + first + " to infinity";
    }

    @Override
    public String text(String from) {
        return "Σ " + Brackets.around(from) + ", " + Brackets.name(over) + " = " + first + " … ∞";
    }

    @Override
    public String tex(String from) {
        return "\\sum_{" + Expression.symbol(over).toTex() + "=" + first + "}^{\\infty} " + Brackets.aroundTex(from);
    }

    @Override
    public String mathMl(String from) {
        return "<munderover><mo>&#x2211;</mo><mrow>" + Expression.symbol(over).toMathMl() + "<mo>=</mo><mn>" + first
                + "</mn></mrow><mi>&#x221E;</mi></munderover>" + Brackets.aroundMathMl(from);
    }
}
