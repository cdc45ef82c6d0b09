package org.theoremeter.reports.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.theoremeter.reports.text.Numbers;

/**
 * The marks along an axis.
 *
 * @param marks from the low end to the high end
 */
record Ticks(List<Mark> marks) {

    /** Labels that fit along either axis without crowding. */
    private static final int WANTED = 6;

    /** With fewer labels than this an axis is hard to read. */
    private static final int FEWEST = 3;

    /** From this many decades on, only powers of ten are labelled. */
    private static final int DECADES_ALONE = 3;

    /** Decades from label to label; the last covers all that a double can hold. */
    private static final List<Integer> DECADE_STEPS = List.of(1, 2, 3, 5, 10, 20, 50, 100);

    /** With more decades than this from label to label, those between have no mark either. */
    private static final int MOST_UNLABELLED = 5;

    /** The least room between two labels, in pixels. */
    private static final double APART = 6;

    /** Marks at the very ends count as inside, although rounding may have put them outside. */
    private static final double ROUNDING = 1e-9;

    /**
     * One mark.
     *
     * @param reduced the reduced value at which it stands, see {@link Scale}
     * @param label its label; empty if it is a minor mark
     */
    record Mark(double reduced, String label) {

        boolean isLabelled() {
            return !label.isEmpty();
        }
    }

    /** Returns marks at round values of the scale, at least two of them labelled. */
    static Ticks of(Scale scale) {
        if (!scale.logarithmic()) {
            return new Ticks(linear(scale, 0));
        }
        List<Mark> marks = scale.high() - scale.low() >= DECADES_ALONE ? decades(scale) : withinDecades(scale);
        boolean few = marks.stream().filter(Mark::isLabelled).count() < FEWEST;
        return new Ticks(few ? stretched(scale) : marks);
    }

    /** Returns marks at whole values of a linear scale that is neither very long nor very short. */
    static Ticks whole(Scale scale) {
        return new Ticks(linear(scale, 1));
    }

    /** Returns the same marks without the labels that would come too close to the one before, along a horizontal axis. */
    Ticks apart(Scale scale) {
        List<Mark> apart = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (Mark mark : marks) {
            double half = TextWidth.of(mark.label(), Layout.FONT) / 2;
            double at = scale.place(mark.reduced());
            boolean shown = mark.isLabelled() && at - half >= free;
            apart.add(shown ? mark : new Mark(mark.reduced(), ""));
            free = shown ? at + half + APART : free;
        }
        return new Ticks(List.copyOf(apart));
    }

    /** Returns the marks that have a label. */
    List<Mark> labelled() {
        return marks.stream().filter(Mark::isLabelled).toList();
    }

    /** Returns the room that the widest label takes, in pixels. */
    double widest() {
        return marks.stream()
                .mapToDouble(mark -> TextWidth.of(mark.label(), Layout.FONT))
                .max()
                .orElse(0);
    }

    private static List<Mark> linear(Scale scale, int leastStep) {
        List<Mark> marks = new ArrayList<>();
        for (BigDecimal value : roundValues(scale.low(), scale.high(), leastStep)) {
            marks.add(new Mark(value.doubleValue(), value.toPlainString().replace('-', '−')));
        }
        return marks;
    }

    /** Multiples of 1, 2 or 5 times a power of ten, whichever gives the most values up to the number wanted. */
    private static List<BigDecimal> roundValues(double low, double high, int leastStep) {
        double ideal = (high - low) / WANTED;
        int exponent = (int) Math.floor(Math.log10(ideal));
        double lead = ideal / Math.pow(10, exponent);
        BigDecimal step = BigDecimal.valueOf(lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10)
                .scaleByPowerOfTen(exponent)
                .max(BigDecimal.valueOf(leastStep));
        BigDecimal rounding = new BigDecimal(ROUNDING * (high - low));
        BigDecimal first = new BigDecimal(low)
                .subtract(rounding)
                .divide(step, 0, RoundingMode.CEILING)
                .multiply(step);
        BigDecimal last = new BigDecimal(high).add(rounding);
        int decimals = Math.max(0, step.stripTrailingZeros().scale());
        List<BigDecimal> values = new ArrayList<>();
        for (BigDecimal value = first; value.compareTo(last) <= 0; value = value.add(step)) {
            values.add(value.setScale(decimals, RoundingMode.UNNECESSARY));
        }
        return values;
    }

    /** Powers of ten, some of them unlabelled where there are many; the multiples between as minor marks while there is room. */
    private static List<Mark> decades(Scale scale) {
        double fewest = (scale.high() - scale.low()) / (WANTED + 2);
        int every =
                DECADE_STEPS.stream().filter(step -> step >= fewest).findFirst().orElse(100);
        boolean plain = scale.low() >= -3.3 && scale.high() <= 4.3;
        List<Mark> marks = new ArrayList<>();
        for (int k = (int) Math.floor(scale.low()); k <= scale.high(); k++) {
            boolean shown = Math.floorMod(k, every) == 0;
            String label = plain ? BigDecimal.ONE.scaleByPowerOfTen(k).toPlainString() : Numbers.powerOfTen(k);
            if (shown || every <= MOST_UNLABELLED) {
                add(marks, scale, new Mark(k, shown ? label : ""));
            }
            for (int j = 2; j <= 9 && every == 1; j++) {
                add(marks, scale, new Mark(k + Math.log10(j), ""));
            }
        }
        return marks;
    }

    /** Every multiple of a power of ten, with labels at 1, 2 and 5. */
    private static List<Mark> withinDecades(Scale scale) {
        List<Mark> marks = new ArrayList<>();
        for (int k = (int) Math.floor(scale.low()); k <= scale.high(); k++) {
            for (int j = 1; j <= 9; j++) {
                String label =
                        j == 1 || j == 2 || j == 5 ? value(BigDecimal.valueOf(j).scaleByPowerOfTen(k)) : "";
                add(marks, scale, new Mark(k + Math.log10(j), label));
            }
        }
        return marks;
    }

    /** On a small part of a decade the round values of a linear axis, set where the logarithm puts them. */
    private static List<Mark> stretched(Scale scale) {
        int power = (int) Math.floor(scale.low());
        double low = Math.pow(10, scale.low() - power);
        double high = Math.pow(10, scale.high() - power);
        return roundValues(low, high, 0).stream()
                .map(value -> new Mark(power + Math.log10(value.doubleValue()), value(value.scaleByPowerOfTen(power))))
                .toList();
    }

    private static void add(List<Mark> marks, Scale scale, Mark mark) {
        if (mark.reduced >= scale.low() - ROUNDING && mark.reduced <= scale.high() + ROUNDING) {
            marks.add(mark);
        }
    }

    private static String value(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        if (exponent >= -3 && exponent <= 4) {
            return value.toPlainString();
        }
        String lead = value.scaleByPowerOfTen(-exponent).toPlainString();
        return (lead.equals("1") ? "" : lead + "·") + Numbers.powerOfTen(exponent);
    }
}
