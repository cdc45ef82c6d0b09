package org.theoremeter.verify.calibration.formulas;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Erf;

/** A reduced ODE with a cue so short that a solver may step over it, against data without its effect. */
final class ShortCue implements Falsehood {

    private static final int SAMPLES = 80;

    /**
     * An ODE with a cue.
     *
     * @param field the right-hand sides, as a claim file writes them
     * @param start the start, likewise
     * @param with the solution
     * @param without the solution if there were no cue
     */
    private record Driven(String field, String start, DoubleUnaryOperator with, DoubleUnaryOperator without) {}

    @Override
    public String name() {
        return "short-cue";
    }

    @Override
    public String words() {
        return "the data lack the effect of a short cue that the ODE has";
    }

    @Override
    public Statement make(boolean truth, Draws draws) {
        BigDecimal horizon = draws.between(10, 300);
        double end = horizon.doubleValue();
        BigDecimal width = draws.size(1e-6 * end, 1e-2 * end);
        BigDecimal at = draws.between(0.1 * end, 0.8 * end);
        BigDecimal effect = draws.between(0.1, 1);
        Driven driven = driven(at, width, effect, end, draws);
        DoubleUnaryOperator data = truth ? driven.with() : driven.without();
        String table = draws.id().replace('.', '-') + ".csv";
        String body = "predict:\n  time: t\n  ode: {" + driven.field() + "}\n  start: {" + driven.start()
                + "}\n  curves: {c: \"u\"}\nobserve:\n  csv: {file: " + table
                + ", errors: {y: 1e-9}}\n  series: t\n  seeds: none\ncompare:\n"
                + "  - {predicted: c, observed: y, distance: sup, margin: 0.001}\n";
        Truth is = truth ? Truth.TRUE : Truth.FALSE;
        return new Statement(
                draws.id(),
                truth ? "a short cue and its effect" : "a short cue without effect",
                is,
                "trajectory",
                body,
                Map.of(table, table(data, end)),
                why(is, driven, data, end));
    }

    /** Says where the data are furthest from the solution. */
    private static Witness why(Truth is, Driven driven, DoubleUnaryOperator data, double end) {
        double worst = 0;
        double when = end;
        for (int i = 0; i <= SAMPLES; i++) {
            double t = end * i / SAMPLES;
            double off = Math.abs(driven.with().applyAsDouble(t) - data.applyAsDouble(t));
            if (off > worst) {
                worst = off;
                when = t;
            }
        }
        return Witness.at(Map.of("t", Double.toString(when)))
                .pair(
                        is,
                        Double.toString(driven.with().applyAsDouble(when)),
                        Double.toString(data.applyAsDouble(when)));
    }

    private static String table(DoubleUnaryOperator curve, double end) {
        StringBuilder rows = new StringBuilder("t,y\n");
        for (int i = 0; i <= SAMPLES; i++) {
            double t = end * i / SAMPLES;
            rows.append(String.format(Locale.ROOT, "%s,%.15g%n", t, curve.applyAsDouble(t)));
        }
        return rows.toString().replace("\r\n", "\n");
    }

    private static Driven driven(BigDecimal at, BigDecimal width, BigDecimal effect, double end, Draws draws) {
        double t0 = at.doubleValue();
        double w = width.doubleValue();
        double a = effect.doubleValue();
        BigDecimal tau = draws.between(0.1 * end, end);
        double fade = tau.doubleValue();
        return switch (draws.whole(0, 4)) {
            case 0 ->
                new Driven(
                        "u: \"(-u + piecewise(t < " + at + ", 0, t < " + at.add(width) + ", " + effect + "*" + tau + "/"
                                + width + ", 0))/" + tau + "\"",
                        "u: \"0\"",
                        t -> box(t, t0, w, a * fade / w, fade),
                        t -> 0);
            case 1 ->
                new Driven(
                        "u: \"" + effect + "*exp(-((t - " + at + ")/" + width + ")^2/2)/(" + width + "*sqrt(2*pi))\"",
                        "u: \"1\"",
                        t -> 1 + a * (Erf.erf((t - t0) / w / Math.sqrt(2)) + Erf.erf(t0 / w / Math.sqrt(2))) / 2,
                        t -> 1);
            case 2 ->
                new Driven(
                        "u: \"" + effect + "/(pi*" + width + "*(1 + ((t - " + at + ")/" + width + ")^2))\"",
                        "u: \"0\"",
                        t -> a / Math.PI * (Math.atan((t - t0) / w) + Math.atan(t0 / w)),
                        t -> 0);
            case 3 ->
                new Driven(
                        "v: \"1\", u: \"piecewise(v < " + at + ", 0, v < " + at.add(width) + ", " + effect + "/" + width
                                + ", 0)\"",
                        "v: \"0\", u: \"0.5\"",
                        t -> 0.5 + a * Math.min(1, Math.max(0, (t - t0) / w)),
                        t -> 0.5);
            default -> {
                // a drive that sets in shortly before the end
                double late = end - Math.max(w, end * 1e-3);
                BigDecimal when = BigDecimal.valueOf(late);
                yield new Driven(
                        "u: \"piecewise(t < " + when + ", 0, " + BigDecimal.valueOf(a / (end - late)) + ")\"",
                        "u: \"0\"",
                        t -> a * Math.max(0, t - late) / (end - late),
                        t -> 0);
            }
        };
    }

    /** The leaky response to a box. */
    private static double box(double t, double from, double width, double height, double fade) {
        if (t <= from) {
            return 0;
        }
        double on = Math.min(t - from, width);
        return -height * Math.expm1(-on / fade) * Math.exp(-(t - from - on) / fade);
    }
}
