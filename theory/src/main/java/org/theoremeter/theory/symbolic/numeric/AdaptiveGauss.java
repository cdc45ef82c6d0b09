package org.theoremeter.theory.symbolic.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/** A Gauss–Legendre rule on geometric panels, each halved until halving changes nothing that counts. */
final class AdaptiveGauss {
    /** Panels reach from 2 to this power … */
    static final int NEAREST = -60;
    /** … to 2 to this power, on an infinite range. */
    static final int FARTHEST = 100;

    static final AdaptiveGauss COARSE = new AdaptiveGauss(12, 2);
    static final AdaptiveGauss FINE = new AdaptiveGauss(19, 3);

    /** Relative to the integral of |f|; some hundred panels then leave about 10⁻¹². */
    private static final double CONVERGED = 1e-14;
    /** A jump or a kink inside takes one halving a bit of accuracy. */
    private static final int MOST_HALVINGS = 60;

    private static final int MOST_PANELS = 50_000;

    /** No panel of a bounded range is wider, relative to half the range, so that narrow features are not stepped over. */
    private static final double WIDEST = 1.0 / 32;

    private final double[] points;
    private final double[] weights;
    private final List<Double> steps;

    private AdaptiveGauss(int order, double ratio) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(order);
        points = new double[order];
        weights = new double[order];
        for (int i = 0; i < order; i++) {
            points[i] = rule.getPoint(i);
            weights[i] = rule.getWeight(i);
        }
        steps = new ArrayList<>();
        for (double step = Math.scalb(1.0, NEAREST); step < Math.scalb(1.0, FARTHEST); step *= ratio) {
            steps.add(step);
        }
        // A last panel much narrower than the others would say nothing about what lies beyond.
        steps.set(steps.size() - 1, Math.scalb(1.0, FARTHEST));
    }

    /**
     * What a rule has summed.
     *
     * @param value the integral of f
     * @param ofMagnitude the integral of |f|
     */
    record Sum(double value, double ofMagnitude) {
        private static final Sum NONE = new Sum(Double.NaN, Double.NaN);

        private Sum plus(Sum other) {
            return new Sum(value + other.value, ofMagnitude + other.ofMagnitude);
        }
    }

    /** Integrates from a finite limit up to a larger one, or from 0 to infinity. */
    Sum integrate(DoubleUnaryOperator function, double from, double to) {
        List<double[]> panels = Double.isInfinite(to) ? outward() : inward(from, to);
        Sum total = new Sum(0, 0);
        List<Sum> first = new ArrayList<>();
        for (double[] panel : panels) {
            Sum sum = gauss(function, panel[0], panel[1]);
            first.add(sum);
            total = total.plus(sum);
        }
        boolean cutShort =
                Double.isInfinite(to) && first.get(first.size() - 1).ofMagnitude > CONVERGED * total.ofMagnitude;
        if (!Double.isFinite(total.ofMagnitude) || cutShort) {
            return Sum.NONE;
        }
        Refinement refinement = new Refinement(function, CONVERGED * total.ofMagnitude);
        Sum result = new Sum(0, 0);
        for (int i = 0; i < panels.size(); i++) {
            result = result.plus(refinement.refined(first.get(i), panels.get(i)[0], panels.get(i)[1], MOST_HALVINGS));
        }
        return result;
    }

    private List<double[]> outward() {
        List<double[]> panels = new ArrayList<>();
        double start = 0;
        for (double end : steps) {
            panels.add(new double[] {start, end});
            start = end;
        }
        return panels;
    }

    private List<double[]> inward(double from, double to) {
        double half = to / 2 - from / 2;
        double middle = from / 2 + to / 2;
        List<double[]> panels = new ArrayList<>();
        double before = 0;
        for (double step : steps) {
            double distance = Math.min(1, step) * half;
            if (from + distance > from + before && before < half) {
                int pieces = (int) Math.ceil((distance - before) / half / WIDEST);
                cut(panels, from + before, distance < half ? from + distance : middle, pieces);
                cut(panels, distance < half ? to - distance : middle, to - before, pieces);
                before = distance;
            }
        }
        return panels;
    }

    private static void cut(List<double[]> panels, double from, double to, int pieces) {
        double start = from;
        for (int i = 1; i <= pieces; i++) {
            double end = i == pieces ? to : from + (to - from) * i / pieces;
            panels.add(new double[] {start, end});
            start = end;
        }
    }

    private Sum gauss(DoubleUnaryOperator function, double from, double to) {
        double middle = from / 2 + to / 2;
        double half = to / 2 - from / 2;
        double sum = 0;
        double magnitude = 0;
        for (int i = 0; i < points.length; i++) {
            double value = weights[i] * function.applyAsDouble(middle + half * points[i]);
            sum += value;
            magnitude += Math.abs(value);
        }
        return new Sum(half * sum, half * magnitude);
    }

    /** Halves panels until the two halves say what the whole said. */
    private final class Refinement {
        private final DoubleUnaryOperator function;
        private final double tolerance;
        private int panels;

        Refinement(DoubleUnaryOperator function, double tolerance) {
            this.function = function;
            this.tolerance = tolerance;
        }

        Sum refined(Sum whole, double from, double to, int halvings) {
            double middle = from / 2 + to / 2;
            Sum left = gauss(function, from, middle);
            Sum right = gauss(function, middle, to);
            Sum both = left.plus(right);
            if (Math.abs(both.value - whole.value) <= tolerance) {
                return both;
            }
            panels++;
            if (halvings == 0 || panels > MOST_PANELS || !Double.isFinite(both.ofMagnitude)) {
                return Sum.NONE;
            }
            return refined(left, from, middle, halvings - 1).plus(refined(right, middle, to, halvings - 1));
        }
    }
}
