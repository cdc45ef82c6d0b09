package org.theoremeter.simulate.ode;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.theoremeter.simulate.ode.enclosure.Enclosed;
import org.theoremeter.simulate.ode.enclosure.Window;
import org.theoremeter.simulate.ode.method.Collapsed;
import org.theoremeter.simulate.ode.method.Open;
import org.theoremeter.simulate.ode.method.Scales;
import org.theoremeter.simulate.ode.method.Stretch;
import org.theoremeter.simulate.ode.regime.Regime;

/**
 * Looks over a step for what its method may not have seen: that the field varies between the points at which it was
 * evaluated, or that the path crosses a surface and comes back.
 *
 * <p>Formulas are enclosed over boxes around pieces of the path; a piece is halved until nothing can hide in it.
 */
final class Sight {

    /** A step may be so many times longer than the piece that it must be cut to. */
    private static final double COARSEST = 1.0 / 4;

    /** What part of the tolerance may stay unseen. */
    private static final double UNSEEN = 0.1;

    /** What part of the most that the field could add in a step counts as a size of the state. */
    private static final double BREWING = 1e-7;

    private static final int MOST_LOOKS = 100_000;
    private static final double FINEST = 1e-14;

    private final Stretch step;
    private final Scales scales;
    private final double[] from;
    private final double[] to;
    private final Window window;
    private final double[] negligible;
    private int looks;

    Sight(Stretch step, Scales scales, int dimension) {
        this.step = step;
        this.scales = scales;
        this.from = new double[dimension + 1];
        this.to = new double[dimension + 1];
        this.window = new Window(from, to);
        this.negligible = new double[dimension];
    }

    /** A piece of time. */
    record Piece(double from, double to) {
        double length() {
            return to - from;
        }
    }

    /** Puts the box around a piece of the path. */
    private void surround(double begin, double end) {
        from[0] = begin;
        to[0] = end;
        double[][] reach = step.reach(begin, end);
        System.arraycopy(reach[0], 0, from, 1, from.length - 1);
        System.arraycopy(reach[1], 0, to, 1, to.length - 1);
        window.moved();
    }

    /** Returns the first piece that is much shorter than the step and must be gone through in its own steps. */
    Optional<Piece> hidden(List<Enclosed> components) {
        surround(step.from(), step.to());
        double length = step.to() - step.from();
        boolean hides = false;
        for (int i = 0; i < negligible.length; i++) {
            Enclosed component = components.get(i);
            component.enclose(window);
            double brewing = BREWING * component.size() * length;
            double size = Math.max(Math.abs(from[i + 1]), Math.abs(to[i + 1]));
            double scale = Math.max(size, Double.isFinite(brewing) ? brewing : 0);
            negligible[i] = UNSEEN * scales.allowed(i, scale, 0);
            hides |= component.hides(1, negligible[i] / length);
        }
        return hides ? hidden(components, step.from(), step.to()) : Optional.empty();
    }

    private Optional<Piece> hidden(List<Enclosed> components, double begin, double end) {
        double middle = begin + (end - begin) / 2;
        boolean hides = hides(components, begin, end);
        if (hides && end - begin <= FINEST * end && !components.stream().allMatch(c -> Double.isFinite(c.size()))) {
            // a pole, which no step may leap over
            throw new Collapsed();
        }
        if (!hides || end - begin <= FINEST * end) {
            boolean shorter = end - begin < COARSEST * (step.to() - step.from());
            return shorter ? Optional.of(new Piece(begin, end)) : Optional.empty();
        }
        return hidden(components, begin, middle).or(() -> hidden(components, middle, end));
    }

    private boolean hides(List<Enclosed> components, double begin, double end) {
        surround(begin, end);
        for (int i = 0; i < negligible.length; i++) {
            Enclosed component = components.get(i);
            component.enclose(window);
            if (component.hides(1, negligible[i] / (end - begin))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the first time at which the path crosses a surface, if it comes to be well beyond.
     *
     * @param side the surface and the side that the path is meant to be on
     * @param slack how far beyond counts as on it
     */
    Optional<Double> crossing(Regime.Side side, double slack) {
        return beyond(side, slack, step.from(), step.to())
                .map(late -> from(side, at(side, step.from()) < 0 ? -slack : 0, late));
    }

    /** Returns the first time at which the path is well beyond a surface. */
    Optional<Double> leaving(Regime.Side side, double slack) {
        return beyond(side, slack, step.from(), step.to()).map(late -> from(side, -slack, late));
    }

    private double from(Regime.Side side, double level, double late) {
        DoublePredicate past = time -> at(side, time) < level;
        return first(past, step.from(), late);
    }

    /** Returns g, positive on the side. */
    private double at(Regime.Side side, double time) {
        return side.sign() * side.surface().at(time, step.at(time));
    }

    private Optional<Double> beyond(Regime.Side side, double slack, double begin, double end) {
        surround(begin, end);
        Enclosed enclosed = side.surface().enclosed();
        enclosed.enclose(window);
        double least = side.sign() > 0 ? enclosed.low() : -enclosed.high();
        double most = side.sign() > 0 ? enclosed.high() : -enclosed.low();
        if (least >= -slack) {
            return Optional.empty();
        }
        if (most < -slack || end - begin <= 4 * Math.ulp(end)) {
            return at(side, end) < -slack ? Optional.of(end) : Optional.empty();
        }
        if (++looks > MOST_LOOKS) {
            throw new Open("the path stays too near to where the field switches, about " + begin);
        }
        double middle = begin + (end - begin) / 2;
        return beyond(side, slack, begin, middle).or(() -> beyond(side, slack, middle, end));
    }

    /** Returns the first double at which something is true that is false at the beginning and true at the end. */
    static double first(DoublePredicate test, double begin, double end) {
        double low = begin;
        double high = end;
        while (Math.nextUp(low) < high) {
            double middle = low + (high - low) / 2;
            if (test.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
