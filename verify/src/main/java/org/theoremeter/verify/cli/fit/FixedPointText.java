package org.theoremeter.verify.cli.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.theoremeter.theory.dynamics.FixedPoint;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * Says in lines which fixed points an ODE has, and where they were looked for: where its solution runs, closely, and ten times
 * as far as that goes from 0, for what the flow leaves and for what it never reaches.
 */
final class FixedPointText {

    private static final double FURTHER = 10;

    /** Beyond so many the points are likely to form a set, and no list. */
    private static final int MOST = 20;

    private FixedPointText() {}

    /**
     * Returns the lines.
     *
     * @param dynamics the ODE
     * @param symbols a value for every parameter
     * @param visited the values of a state variable along the solution
     */
    static List<String> of(ReducedDynamics dynamics, Map<String, Double> symbols, Function<String, double[]> visited) {
        if (!dynamics.autonomous()) {
            return List.of("no fixed points were looked for: the field depends on " + dynamics.time());
        }
        double[] parameters =
                dynamics.parameters().stream().mapToDouble(symbols::get).toArray();
        Map<String, Domain> near = new LinkedHashMap<>();
        Map<String, Domain> far = new LinkedHashMap<>();
        for (String state : dynamics.state()) {
            double[] values = visited.apply(state);
            near.put(state, around(values));
            far.put(state, beyond(values));
        }
        List<FixedPoint> found = new ArrayList<>(dynamics.fixedPoints(parameters, near));
        dynamics.fixedPoints(parameters, far).stream()
                .filter(point -> !inside(point, dynamics.state(), near))
                .forEach(found::add);
        int starts = FixedPoint.starts(dynamics.state().size());
        List<String> lines = new ArrayList<>();
        lines.add("looked for fixed points, stable or not, from " + starts + " starts in " + text(near) + " and from "
                + starts + " in " + text(far));
        found.stream().limit(MOST).forEach(point -> lines.add(text(point, dynamics.state())));
        if (found.isEmpty()) {
            lines.add("no fixed point found there");
        } else if (found.size() > MOST) {
            lines.add("and " + (found.size() - MOST) + " more fixed points, as where they form a line");
        }
        return lines;
    }

    private static String text(FixedPoint point, List<String> states) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            parts.add(states.get(i) + " = " + point.state()[i]);
        }
        return "fixed point " + String.join(", ", parts) + ": "
                + point.stability().name().toLowerCase(Locale.ROOT) + ", eigenvalues " + point.eigenvalues();
    }

    private static String text(Map<String, Domain> box) {
        return box.entrySet().stream()
                .map(side ->
                        side.getKey() + " in [" + FitText.number(side.getValue().lower()) + ", "
                                + FitText.number(side.getValue().upper()) + "]")
                .collect(Collectors.joining(", "));
    }

    private static boolean inside(FixedPoint point, List<String> states, Map<String, Domain> box) {
        for (int i = 0; i < states.size(); i++) {
            if (!box.get(states.get(i)).contains(point.state()[i])) {
                return false;
            }
        }
        return true;
    }

    /** The range that the solution visits, and as much again on either side, but not across zero. */
    private static Domain around(double[] values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        double room = Math.max(high - low, 1e-3 * Math.max(1, Math.abs(high)));
        double below = low > 0 ? Math.max(low - room, low / 2) : low - room;
        double above = high < 0 ? Math.min(high + room, high / 2) : high + room;
        return new Domain(below, false, above, false);
    }

    /** On both sides of zero, because what repels often is there, or a mirror image is. */
    private static Domain beyond(double[] values) {
        double size = Arrays.stream(values).map(Math::abs).max().orElseThrow();
        double reach = FURTHER * (size > 0 ? size : 1);
        return new Domain(-reach, false, reach, false);
    }
}
