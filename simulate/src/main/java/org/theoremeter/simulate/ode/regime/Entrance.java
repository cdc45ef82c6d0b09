package org.theoremeter.simulate.ode.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.theoremeter.simulate.ode.method.Flow;
import org.theoremeter.simulate.ode.method.Open;
import org.theoremeter.theory.symbolic.Expression;

/**
 * Where a solution goes from a time and state: to which side of each surface that it is on, or along it.
 *
 * <p>A way is consistent if its field does not lead off its side, and along a surface if the fields on both sides lead to
 * it. Where the fields of all consistent ways are equal the solution is unique; otherwise it is left open.
 */
final class Entrance {

    private static final int MOST_SURFACES = 6;

    /** What part of its terms a rate may be and still count as 0. */
    private static final double STANDING = 1e-9;

    /** What part of two slopes their difference may be and still come from where the surface was met. */
    private static final double SAME = 1e-6;

    private final Regimes regimes;
    private final double time;
    private final double[] state;
    private final double[] sizes;
    private final Set<Expression> on = new LinkedHashSet<>();
    /** The largest slope of any of the smooth fields that meet. */
    private double largest;

    Entrance(Regimes regimes, double time, double[] state, double[] sizes) {
        this.regimes = regimes;
        this.time = time;
        this.state = state;
        this.sizes = sizes;
    }

    /** Returns the side of every surface of the regime that is entered, 0 along it. */
    Map<Expression, Integer> sides() {
        List<Map<Expression, Integer>> smooth = new ArrayList<>();
        collect(new HashMap<>(), smooth);
        if (smooth.size() == 1) {
            return smooth.get(0);
        }
        List<Map<Expression, Integer>> ways = new ArrayList<>(smooth);
        ways.addAll(along(smooth));
        for (Map<Expression, Integer> way : smooth) {
            largest = Math.max(largest, largest(slope(way)));
        }
        Map<Expression, Integer> found = null;
        double[] slope = null;
        for (Map<Expression, Integer> way : ways) {
            if (consistent(way)) {
                double[] other = slope(way);
                if (found == null) {
                    found = way;
                    slope = other;
                } else if (!same(slope, other)) {
                    throw new Open("the solution is not unique from " + regimes.where(time, on));
                }
            }
        }
        if (found == null) {
            throw new Open("no solution is known to go on from " + regimes.where(time, on));
        }
        return found;
    }

    /** Collects the smooth fields that meet here: both sides of each surface that the point is on. */
    private void collect(Map<Expression, Integer> assumed, List<Map<Expression, Integer>> ways) {
        Map<Expression, Integer> met = new HashMap<>();
        List<Expression> undecided = new ArrayList<>();
        Decided decided = regimes.decided(g -> met.computeIfAbsent(g, unknown -> {
            Integer known = assumed.get(unknown);
            int sign = known != null ? known : sign(unknown);
            if (sign == 0) {
                undecided.add(unknown);
            }
            return sign == 0 ? 1 : sign;
        }));
        regimes.formulas(decided);
        if (undecided.isEmpty()) {
            ways.add(met);
            return;
        }
        Expression first = undecided.get(0);
        on.add(first);
        if (on.size() > MOST_SURFACES) {
            throw new Open("the solution is on too many surfaces at once at " + regimes.where(time, on));
        }
        for (int sign : new int[] {1, -1}) {
            Map<Expression, Integer> more = new HashMap<>(assumed);
            more.put(first, sign);
            collect(more, ways);
        }
    }

    private int sign(Expression difference) {
        Surface surface = regimes.surface(difference);
        if (surface.inTimeAlone()) {
            return surface.after(time, state);
        }
        double value = surface.at(time, state);
        return Math.abs(value) <= surface.blur(time, state, sizes) ? 0 : (int) Math.signum(value);
    }

    /** Returns the ways along surfaces, between fields that differ in their sides of these only. */
    private List<Map<Expression, Integer>> along(List<Map<Expression, Integer>> smooth) {
        Set<Map<Expression, Integer>> ways = new LinkedHashSet<>();
        List<Map<Expression, Integer>> last = smooth;
        while (!last.isEmpty()) {
            List<Map<Expression, Integer>> more = new ArrayList<>();
            for (Map<Expression, Integer> below : last) {
                for (Expression g : on) {
                    Map<Expression, Integer> above = new HashMap<>(below);
                    if (below.getOrDefault(g, 1) < 0 && above.put(g, 1) != null && last.contains(above)) {
                        Map<Expression, Integer> way = new HashMap<>(below);
                        way.put(g, 0);
                        if (ways.add(way)) {
                            more.add(way);
                        }
                    }
                }
            }
            last = more;
        }
        return new ArrayList<>(ways);
    }

    /** Tells whether the field of a way keeps to it. */
    private boolean consistent(Map<Expression, Integer> way) {
        Flow flow = regimes.of(way).flow();
        if (flow instanceof Sliding sliding) {
            for (double share : sliding.shares(time, state)) {
                if (!(share >= -SAME && share <= 1 + SAME)) {
                    return false;
                }
            }
            requireAdditive(way);
        }
        double[] slope = slope(way);
        double[] most = new double[slope.length];
        Arrays.fill(most, largest);
        for (Expression g : on) {
            int sign = way.getOrDefault(g, 0);
            double[] gradient = regimes.surface(g).gradient(time, state);
            double away = sign * Surface.rate(gradient, slope);
            if (sign != 0 && away < -STANDING * Surface.rateSize(gradient, most)) {
                return false;
            }
        }
        return true;
    }

    private double[] slope(Map<Expression, Integer> way) {
        double[] slope = new double[state.length];
        regimes.of(way).flow().derivative(time, state, slope);
        return slope;
    }

    /** Along two surfaces at once only one flow is possible if what each adds does not depend on the other. */
    private void requireAdditive(Map<Expression, Integer> way) {
        List<Expression> along =
                way.keySet().stream().filter(g -> way.get(g) == 0).toList();
        if (along.size() < 2) {
            return;
        }
        double[] base = corner(way, along, Set.of());
        double[] sum = base.clone();
        for (Expression g : along) {
            double[] one = corner(way, along, Set.of(g));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += one[i] - base[i];
            }
        }
        if (!same(sum, corner(way, along, Set.copyOf(along)))) {
            throw new Open("how the solution goes on along both is not determined at " + regimes.where(time, on));
        }
    }

    private double[] corner(Map<Expression, Integer> way, List<Expression> along, Set<Expression> above) {
        Map<Expression, Integer> corner = new HashMap<>(way);
        along.forEach(g -> corner.put(g, above.contains(g) ? 1 : -1));
        return slope(corner);
    }

    private boolean same(double[] one, double[] other) {
        double difference = 0;
        for (int i = 0; i < one.length; i++) {
            difference = Math.max(difference, Math.abs(one[i] - other[i]));
        }
        return difference <= SAME * largest;
    }

    private static double largest(double[] slope) {
        return Arrays.stream(slope).map(Math::abs).max().orElse(0);
    }
}
