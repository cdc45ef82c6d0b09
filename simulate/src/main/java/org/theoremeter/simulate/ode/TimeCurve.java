package org.theoremeter.simulate.ode;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.theoremeter.simulate.ode.enclosure.Enclosed;
import org.theoremeter.simulate.ode.enclosure.EnclosedReader;
import org.theoremeter.simulate.ode.enclosure.Window;
import org.theoremeter.simulate.ode.regime.Decided;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.numeric.FieldEvaluation;

/**
 * A curve given by a formula of time, with what rounding does to it.
 *
 * <p>Where double precision loses digits the formula is evaluated with {@value #DIGITS}. At a time that may lie on either
 * side of a jump, as far as rounding tells, the curve has both values.
 *
 * <pre>{@code
 * TimeCurve.of(Expression.parse("(exp(1e-13*t) - 1)/1e-13"), "t", Map.of()).at(2).value(); // 2
 * }</pre>
 */
public final class TimeCurve {

    private static final int DIGITS = 50;

    /** A value with this relative bound on its rounding needs no more digits. */
    private static final double SURE = 1e-12;

    private static final int MOST_SURFACES = 4;

    private final Expression formula;
    private final String time;
    private final Map<String, Double> values;

    private TimeCurve(Expression formula, String time, Map<String, Double> values) {
        this.formula = formula;
        this.time = time;
        this.values = Map.copyOf(values);
    }

    /**
     * Makes a curve.
     *
     * @param formula the formula
     * @param time the symbol of time
     * @param values the values of all its other symbols
     */
    public static TimeCurve of(Expression formula, String time, Map<String, Double> values) {
        return new TimeCurve(formula, time, values);
    }

    /**
     * A value of a curve.
     *
     * @param value the value; not finite where the formula is undefined
     * @param low the smallest value at a jump, else the value
     * @param high the largest value at a jump, else the value
     * @param error bound of the error of each by rounding, of the time too
     */
    public record Value(double value, double low, double high, double error) {}

    /**
     * Evaluates the curve.
     *
     * @param t the time, within half a unit of its last place
     */
    public Value at(double t) {
        Set<Expression> unsure = new LinkedHashSet<>();
        Value value = at(t, Map.of(), unsure);
        if (unsure.isEmpty()) {
            return value;
        }
        List<Expression> surfaces = unsure.stream().limit(MOST_SURFACES).toList();
        double low = value.low();
        double high = value.high();
        double error = value.error;
        for (int sides = 0; sides < 1 << surfaces.size(); sides++) {
            Map<Expression, Integer> assumed = new HashMap<>();
            for (int k = 0; k < surfaces.size(); k++) {
                assumed.put(surfaces.get(k), (sides >> k & 1) == 0 ? -1 : 1);
            }
            Value other = at(t, assumed, new LinkedHashSet<>());
            if (Double.isFinite(other.value)) {
                low = Math.min(low, other.value);
                high = Math.max(high, other.value);
                error = Math.max(error, other.error);
            }
        }
        return new Value(value.value, low, high, error);
    }

    /** Evaluates with some sides assumed, and collects the surfaces whose side rounding does not tell. */
    private Value at(double t, Map<Expression, Integer> assumed, Set<Expression> unsure) {
        Map<String, Double> point = new HashMap<>(values);
        point.put(time, t);
        Decided decided = new Decided(Set.of(time), values, g -> {
            double value = g.evaluate(point);
            if (!exactlyZero(g, value) && Math.abs(value) <= enclosed(g, t).rounding()) {
                unsure.add(g);
            }
            return assumed.getOrDefault(g, (int) Math.signum(value));
        });
        Expression smooth = formula.accept(decided);
        for (Expression edge : decided.edges()) {
            Enclosed enclosed = enclosed(edge, t);
            if (!(enclosed.high() >= -enclosed.rounding())) {
                return new Value(Double.NaN, Double.NaN, Double.NaN, 0);
            }
        }
        double value = smooth.evaluate(point);
        double rounding = enclosed(smooth, t).rounding();
        if (!(rounding <= SURE * Math.abs(value))) {
            Map<String, Dfp> exact = new HashMap<>();
            DfpField field = new DfpField(DIGITS);
            point.forEach((name, number) -> exact.put(name, field.newDfp(number)));
            value = FieldEvaluation.of(smooth, exact, field.getOne()).toDouble();
            double slope = FieldEvaluation.of(smooth.derivative(time), exact, field.getOne())
                    .toDouble();
            rounding = Math.ulp(value) + Math.abs(slope) * Math.ulp(t) / 2;
        }
        return new Value(value, value, value, Double.isFinite(rounding) ? rounding : 0);
    }

    /** A time that is compared with a number, and equal to it, was written so: no rounding is in doubt. */
    private static boolean exactlyZero(Expression difference, double value) {
        return value == 0
                && (difference instanceof Symbol
                        || (difference instanceof Operation operation
                                && ((operation.left() instanceof Symbol && operation.right() instanceof Numeral)
                                        || (operation.left() instanceof Numeral
                                                && operation.right() instanceof Symbol))));
    }

    private Enclosed enclosed(Expression smooth, double t) {
        Enclosed enclosed = new EnclosedReader(List.of(time), values).of(smooth);
        enclosed.enclose(Window.at(t, new double[0]));
        return enclosed;
    }
}
