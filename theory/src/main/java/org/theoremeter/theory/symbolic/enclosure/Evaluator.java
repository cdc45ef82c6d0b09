package org.theoremeter.theory.symbolic.enclosure;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Relation;

/**
 * Encloses the values of formulas on boxes, and their partial derivatives.
 *
 * <p>It works in arrays of its own and makes no objects while it does; threads must not share one.
 */
public final class Evaluator {
    private final Program.Step[] steps;
    private final int[] outputs;
    private final int[][] operands;
    private final Program.Kind[] kinds;
    private final int[] first;
    private final int[] last;
    /** Of a power with a small whole exponent that exponent; else 0. */
    private final int[] small;

    private final double[] lower;
    private final double[] upper;
    private final int[] flags;
    /** Of a case distinction with one branch that may hold: the place of its value; else −1. */
    private final int[] only;

    private final Bounds out = new Bounds();
    private Slopes slopes;
    private final int variables;

    /**
     * Prepares to evaluate formulas.
     *
     * @param formulas the formulas
     * @param like a box with the variables of those to come, in their order
     * @throws IllegalArgumentException if a formula has another free symbol
     */
    public Evaluator(List<Expression> formulas, Box like) {
        variables = like.size();
        Program program = new Program(like.names(), new HashSet<>(like.integers()));
        outputs = formulas.stream().mapToInt(program::append).toArray();
        steps = program.steps().toArray(Program.Step[]::new);
        operands = new int[steps.length][];
        kinds = new Program.Kind[steps.length];
        first = new int[steps.length];
        last = new int[steps.length];
        small = new int[steps.length];
        lower = new double[steps.length];
        upper = new double[steps.length];
        flags = new int[steps.length];
        only = new int[steps.length];
        for (int i = 0; i < steps.length; i++) {
            operands[i] =
                    steps[i].operands().stream().mapToInt(Integer::intValue).toArray();
            kinds[i] = steps[i].kind();
            if (operands[i].length > 0) {
                first[i] = operands[i][0];
                last[i] = operands[i][operands[i].length - 1];
            }
            if (kinds[i] == Program.Kind.POWER && kinds[last[i]] == Program.Kind.NUMBER) {
                small[i] = Powers.small(lower[last[i]], upper[last[i]]);
            }
            if (steps[i].kind() == Program.Kind.NUMBER) {
                number(steps[i].number());
                store(i);
            } else if (steps[i].kind() == Program.Kind.PI) {
                Functions.pi(out);
                store(i);
            }
        }
    }

    private void number(Numeral numeral) {
        BigDecimal exact = numeral.value();
        double nearest = exact.doubleValue();
        int side = new BigDecimal(nearest).compareTo(exact);
        out.set(
                side > 0 ? Math.nextDown(nearest) : nearest,
                side < 0 ? Math.nextUp(nearest) : nearest,
                side == 0 ? 0 : Bounds.OPEN);
    }

    private void store(int i) {
        lower[i] = out.lower;
        upper[i] = out.upper;
        flags[i] = out.flags;
    }

    /** Encloses all formulas on a box. */
    public void evaluate(Box box) {
        for (int i = 0; i < kinds.length; i++) {
            int a = first[i];
            int b = last[i];
            switch (kinds[i]) {
                case NUMBER, PI -> {}
                case VARIABLE -> {
                    out.set(box.lower(a), box.upper(a), box.marks(a));
                    store(i);
                }
                case CASES -> {
                    only[i] = cases(steps[i].relations(), operands[i]);
                    store(i);
                }
                default -> {
                    if ((flags[a] | flags[b]) != 0 || !plain(i, a, b)) {
                        general(i, a, b);
                    }
                }
            }
        }
    }

    /** The four operations of intervals with both their ends and without faults; false where it takes more than that. */
    private boolean plain(int i, int a, int b) {
        switch (kinds[i]) {
            case ADD -> {
                lower[i] = Directed.addDown(lower[a], lower[b]);
                upper[i] = Directed.addUp(upper[a], upper[b]);
            }
            case SUBTRACT -> {
                lower[i] = Directed.addDown(lower[a], -upper[b]);
                upper[i] = Directed.addUp(upper[a], -lower[b]);
            }
            case MULTIPLY -> {
                double low = Bounds.lowestProduct(lower[a], upper[a], lower[b], upper[b]);
                double high = Bounds.highestProduct(lower[a], upper[a], lower[b], upper[b]);
                if (low == 0 || high == 0) {
                    return false;
                }
                lower[i] = low;
                upper[i] = high;
            }
            case DIVIDE -> {
                if (!(lower[b] > 0)) {
                    return false;
                }
                double low = Directed.divideDown(lower[a], lower[a] >= 0 ? upper[b] : lower[b]);
                double high = Directed.divideUp(upper[a], upper[a] <= 0 ? upper[b] : lower[b]);
                if (low == 0 || high == 0) {
                    return false;
                }
                lower[i] = low;
                upper[i] = high;
            }
            case NEGATE -> {
                double low = -upper[a];
                upper[i] = -lower[a];
                lower[i] = low;
            }
            case POWER -> {
                if (small[i] == 0) {
                    return false;
                }
                double low = Powers.lowest(lower[a], upper[a], small[i]);
                upper[i] = Powers.highest(lower[a], upper[a], small[i]);
                lower[i] = low;
            }
            default -> {
                return false;
            }
        }
        flags[i] = 0;
        return true;
    }

    private void general(int i, int a, int b) {
        int faults = (flags[a] | flags[b]) & Bounds.FAULTS;
        if ((faults & Bounds.EMPTY) != 0) {
            out.empty(faults);
        } else {
            apply(i, a, b);
        }
        store(i);
    }

    private void apply(int i, int a, int b) {
        switch (kinds[i]) {
            case NEGATE -> out.negate(lower[a], upper[a], flags[a]);
            case ADD -> out.add(lower[a], upper[a], flags[a], lower[b], upper[b], flags[b]);
            case SUBTRACT -> out.subtract(lower[a], upper[a], flags[a], lower[b], upper[b], flags[b]);
            case MULTIPLY -> out.multiply(lower[a], upper[a], flags[a], lower[b], upper[b], flags[b]);
            case DIVIDE -> out.divide(lower[a], upper[a], flags[a], lower[b], upper[b], flags[b]);
            case MINIMUM -> out.minimum(lower[a], upper[a], flags[a], lower[b], upper[b], flags[b]);
            case MAXIMUM -> out.maximum(lower[a], upper[a], flags[a], lower[b], upper[b], flags[b]);
            case POWER ->
                Powers.general(lower[a], upper[a], flags[a], lower[b], upper[b], flags[b], steps[b].whole(), out);
            default -> Functions.apply(steps[i].function(), lower[a], upper[a], flags[a], out);
        }
    }

    /** Encloses a case distinction, and returns the place of the value if one branch only may hold, else −1. */
    private int cases(List<Relation> relations, int[] on) {
        boolean any = false;
        int faults = 0;
        for (int i = 0; i < relations.size(); i++) {
            int left = on[3 * i];
            int right = on[3 * i + 1];
            int condition = flags[left] | flags[right];
            if ((condition & Bounds.EMPTY) != 0) {
                undecidable(any, faults);
                return -1;
            }
            faults |= condition & Bounds.PARTIAL;
            Truth truth = compared(relations.get(i), left, right);
            boolean first = !any;
            if (truth != Truth.NEVER) {
                branch(on[3 * i + 2], any);
                any = true;
            }
            if (truth == Truth.ALWAYS) {
                out.flags |= faults;
                return first ? on[3 * i + 2] : -1;
            }
        }
        branch(on[on.length - 1], any);
        out.flags |= faults;
        return any ? -1 : on[on.length - 1];
    }

    /** Where a condition is undefined there is a value only if an earlier branch holds. */
    private void undecidable(boolean any, int faults) {
        if (any) {
            out.flags |= faults | Bounds.PARTIAL;
        } else {
            out.empty(faults);
        }
    }

    /** Takes a branch in that may hold; where there are several, the formula may jump from one to the other. */
    private void branch(int value, boolean joined) {
        if (!joined) {
            out.set(lower[value], upper[value], flags[value]);
        } else if ((flags[value] & Bounds.EMPTY) != 0) {
            out.flags |= Bounds.PARTIAL;
        } else if (out.isEmpty()) {
            out.set(lower[value], upper[value], flags[value] | Bounds.PARTIAL);
        } else {
            out.hull(lower[value], upper[value], flags[value]);
        }
        out.flags |= joined ? Bounds.JUMP | Bounds.KINK : 0;
    }

    /** What intervals say of a comparison. */
    public enum Truth {
        ALWAYS,
        NEVER,
        SOMETIMES
    }

    Truth compared(Relation relation, int left, int right) {
        return switch (relation) {
            case LESS -> less(left, right);
            case GREATER -> less(right, left);
            case AT_MOST -> opposite(less(right, left));
            case AT_LEAST -> opposite(less(left, right));
            case EQUAL -> equal(left, right);
        };
    }

    private static Truth opposite(Truth truth) {
        return switch (truth) {
            case ALWAYS -> Truth.NEVER;
            case NEVER -> Truth.ALWAYS;
            case SOMETIMES -> Truth.SOMETIMES;
        };
    }

    private Truth less(int left, int right) {
        boolean strict = (flags[left] & Bounds.UPPER_OPEN) != 0 || (flags[right] & Bounds.LOWER_OPEN) != 0;
        if (upper[left] < lower[right] || (upper[left] == lower[right] && strict)) {
            return Truth.ALWAYS;
        }
        return lower[left] >= upper[right] ? Truth.NEVER : Truth.SOMETIMES;
    }

    private Truth equal(int left, int right) {
        if (left == right) {
            return Truth.ALWAYS;
        }
        boolean point = lower[left] == upper[left] && lower[right] == upper[right];
        if (point && lower[left] == lower[right]) {
            return Truth.ALWAYS;
        }
        return less(left, right) == Truth.ALWAYS || less(right, left) == Truth.ALWAYS ? Truth.NEVER : Truth.SOMETIMES;
    }

    Program.Step[] steps() {
        return steps;
    }

    int[][] operands() {
        return operands;
    }

    int output(int formula) {
        return outputs[formula];
    }

    double lowerAt(int step) {
        return lower[step];
    }

    double upperAt(int step) {
        return upper[step];
    }

    boolean isEmptyAt(int step) {
        return (flags[step] & Bounds.EMPTY) != 0;
    }

    int onlyAt(int step) {
        return only[step];
    }

    /** Returns how many operations an evaluation takes. */
    public int operations() {
        return steps.length;
    }

    /** Tells whether a formula has no value anywhere on the box; then there are no bounds. */
    public boolean isEmpty(int formula) {
        return (flags[outputs[formula]] & Bounds.EMPTY) != 0;
    }

    /** Tells whether a formula surely has a value everywhere on the box. */
    public boolean isDefined(int formula) {
        return (flags[outputs[formula]] & Bounds.PARTIAL) == 0;
    }

    /** Tells whether a formula is surely defined and continuous on the box. */
    public boolean isContinuous(int formula) {
        return (flags[outputs[formula]] & (Bounds.PARTIAL | Bounds.JUMP)) == 0;
    }

    /** Tells whether a formula is surely defined and differentiable on the box. */
    public boolean isSmooth(int formula) {
        return (flags[outputs[formula]] & (Bounds.PARTIAL | Bounds.JUMP | Bounds.KINK)) == 0;
    }

    /** Returns the lower bound of a formula; NaN if it is empty. */
    public double lower(int formula) {
        return lower[outputs[formula]];
    }

    /** Returns the upper bound of a formula; NaN if it is empty. */
    public double upper(int formula) {
        return upper[outputs[formula]];
    }

    /** Returns the values of a formula; not if it is empty. */
    public Interval value(int formula) {
        int place = outputs[formula];
        return new Interval(
                lower[place],
                (flags[place] & Bounds.LOWER_OPEN) != 0,
                upper[place],
                (flags[place] & Bounds.UPPER_OPEN) != 0);
    }

    /** Tells whether a formula is surely not 0 wherever it has a value. */
    public boolean isNowhereZero(int formula) {
        int place = outputs[formula];
        return isEmpty(formula) || !Bounds.mayBeZero(lower[place], upper[place], flags[place]);
    }

    /** Returns what is known of a comparison of two formulas wherever both have a value. */
    Truth truth(Relation relation, int left, int right) {
        return compared(relation, outputs[left], outputs[right]);
    }

    /** Returns what is known of a comparison of two formulas on the box; where one has no value it does not hold. */
    Truth holds(Relation relation, int left, int right) {
        if (isEmpty(left) || isEmpty(right)) {
            return Truth.NEVER;
        }
        Truth truth = truth(relation, left, right);
        return truth == Truth.ALWAYS && !(isDefined(left) && isDefined(right)) ? Truth.SOMETIMES : truth;
    }

    /**
     * Encloses the partial derivatives of a formula on the box that was evaluated last.
     *
     * <p>Where it is continuous but has kinks, these enclose the slopes between any two points of the box all the same.
     *
     * @param formula the formula
     * @return the enclosures, one a variable, until the next call
     */
    public Slopes slopes(int formula) {
        if (slopes == null) {
            slopes = new Slopes(steps, operands, lower, upper, flags, only, variables);
        }
        slopes.of(outputs[formula]);
        return slopes;
    }
}
