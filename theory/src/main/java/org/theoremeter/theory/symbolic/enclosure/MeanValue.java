package org.theoremeter.theory.symbolic.enclosure;

/**
 * The mean value form f(m) + Σ f_i (x_i − m_i): where boxes are small it is far narrower than the natural enclosure, whose
 * width keeps what equal terms would cancel.
 */
final class MeanValue {
    private final Evaluator evaluator;
    private final Bounds sum = new Bounds();
    private final Bounds term = new Bounds();
    private double[] slopeLower = new double[0];
    private double[] slopeUpper = new double[0];

    MeanValue(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * Encloses the first formula on a box on which the evaluator was run last.
     *
     * @return whether it could: the formula is continuous there, the box bounded and its slopes too
     */
    boolean on(Box box) {
        if (evaluator.isEmpty(0) || !evaluator.isContinuous(0)) {
            return false;
        }
        if (!remember(box)) {
            return false;
        }
        evaluator.evaluate(Box.at(box.middle()));
        if (evaluator.isEmpty(0) || !evaluator.isDefined(0)) {
            return false;
        }
        sum.set(evaluator.lower(0), evaluator.upper(0), 0);
        for (int i = 0; i < box.size(); i++) {
            double middle = box.middle(i);
            term.multiply(
                    slopeLower[i],
                    slopeUpper[i],
                    0,
                    Directed.addDown(box.lower(i), -middle),
                    Directed.addUp(box.upper(i), -middle),
                    0);
            sum.add(sum.lower, sum.upper, 0, term.lower, term.upper, 0);
        }
        return true;
    }

    private boolean remember(Box box) {
        Slopes slopes = evaluator.slopes(0);
        if (slopeLower.length < box.size()) {
            slopeLower = new double[box.size()];
            slopeUpper = new double[box.size()];
        }
        for (int i = 0; i < box.size(); i++) {
            slopeLower[i] = slopes.lower(i);
            slopeUpper[i] = slopes.upper(i);
            boolean bounded = Double.isFinite(slopeLower[i])
                    && Double.isFinite(slopeUpper[i])
                    && Double.isFinite(box.lower(i))
                    && Double.isFinite(box.upper(i));
            if (!bounded) {
                return false;
            }
        }
        return true;
    }

    double lower() {
        return sum.lower;
    }

    double upper() {
        return sum.upper;
    }

    /** Returns the lower bound of a slope on the box that was looked at last. */
    double slopeLower(int variable) {
        return slopeLower[variable];
    }

    /** Returns the upper bound of a slope on the box that was looked at last. */
    double slopeUpper(int variable) {
        return slopeUpper[variable];
    }
}
