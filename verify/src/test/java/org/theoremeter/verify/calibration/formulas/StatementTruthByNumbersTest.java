package org.theoremeter.verify.calibration.formulas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.bytecode.CompiledFunction;
import org.theoremeter.theory.symbolic.term.DefiniteIntegral;
import org.theoremeter.verify.claim.Claim;

/** Sums, integrals and curves of statements, computed here by someone who knows where to look. */
class StatementTruthByNumbersTest {

    private static final int STATEMENTS = 24;
    private static final long SEED = 21;
    private static final GaussIntegrator GAUSS = new GaussIntegratorFactory().legendre(12);
    private static final Pattern WIDTH = Pattern.compile("x - ([0-9.E+-]+)\\)/([0-9.E+-]+|s)");
    private static final Pattern PLACE = Pattern.compile("\\(?[xtv] ?[-<] ([0-9][0-9.E+-]*)");

    private static Stream<Statement> statements(Falsehood kind) {
        return Stream.of(false, true)
                .flatMap(truth ->
                        IntStream.range(0, STATEMENTS).mapToObj(number -> kind.statement(SEED, truth, number)));
    }

    /** 110,000 terms: beyond the latest rise at 10⁵ the terms fall by 0.95 each, to 10⁻²²⁰ of it. */
    @Test
    void sums() {
        statements(new LateTerm()).forEach(statement -> {
            Claim.Derivation claim = (Claim.Derivation) Trial.read(statement);
            CompiledFunction term = claim.chain().result("f0").scalar().compile(List.of("k", "r"));
            double sum = 0;
            for (int k = 110_000; k >= 0; k--) {
                sum += term.value(k, 0.3);
            }
            double stated = claim.chain().result("s1").scalar().evaluate(Map.of("r", 0.3));
            compare(statement, sum, stated, 1e-12);
        });
    }

    @Test
    void integrals() {
        Stream.of(new NarrowPeak(), new DroppedJump())
                .flatMap(kind -> statements(kind))
                .filter(statement -> statement.kind().equals("identity"))
                .forEach(statement -> {
                    Claim.Identity claim = (Claim.Identity) Trial.read(statement);
                    DefiniteIntegral integral = (DefiniteIntegral) claim.left();
                    Map<String, Double> at = new HashMap<>();
                    ManyDigits digits = new ManyDigits(statement.witness().at());
                    statement.witness().at().keySet().forEach(symbol -> at.put(symbol, digits.value(symbol)));
                    double end = integral.to() instanceof Endpoint.Finite
                            ? integral.to().evaluate(at)
                            : 2e6;
                    Expression f = integral.integrand();
                    double value = integral(
                            x -> {
                                Map<String, Double> point = new HashMap<>(at);
                                point.put("x", x);
                                return f.evaluate(point);
                            },
                            withEdges(places(statement.body(), end), statement.body(), at));
                    compare(statement, value, claim.right().evaluate(at), 1e-9 + rounding(statement.body(), at));
                });
    }

    /** Steps of a curve between places where its drive may change, each a hundred small ones. */
    @Test
    void curves() {
        statements(new ShortCue()).forEach(statement -> {
            Claim.Trajectory claim = (Claim.Trajectory) Trial.read(statement);
            Expression field = claim.curves()
                    .orElseThrow()
                    .dynamics()
                    .orElseThrow()
                    .formulas()
                    .get("u");
            String table = statement.tables().values().iterator().next();
            double worst = 0;
            double u = claim.curves().orElseThrow().start().get("u").evaluate(Map.of());
            double t = 0;
            List<String> rows = table.lines().skip(1).toList();
            double end = Double.parseDouble(rows.get(rows.size() - 1).split(",")[0]);
            NavigableSet<Double> places = places(statement.body(), end);
            for (String row : rows) {
                double next = Double.parseDouble(row.split(",")[0]);
                for (double place : new TreeSet<>(places.subSet(t, false, next, false))) {
                    u = step(field, t, u, place);
                    t = place;
                }
                u = next > t ? step(field, t, u, next) : u;
                t = next;
                worst = Math.max(worst, Math.abs(u - Double.parseDouble(row.split(",")[1])));
            }
            if (statement.truth() == Truth.TRUE) {
                assertThat(worst).as(statement.body()).isLessThan(1e-5);
            } else {
                assertThat(worst).as(statement.id()).isGreaterThan(1e-2);
            }
        });
    }

    /** The classical Runge–Kutta method; the ends of a piece belong to it. */
    private static double step(Expression field, double from, double start, double to) {
        int steps = 20;
        double inside = 1e-9 * (to - from);
        double h = (to - from) / steps;
        double u = start;
        for (int i = 0; i < steps; i++) {
            double t0 = Math.max(from + i * h, from + inside);
            double t1 = Math.min(from + (i + 1) * h, to - inside);
            double k1 = slope(field, t0, u);
            double k2 = slope(field, (t0 + t1) / 2, u + h / 2 * k1);
            double k3 = slope(field, (t0 + t1) / 2, u + h / 2 * k2);
            double k4 = slope(field, t1, u + h * k3);
            u += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }
        return u;
    }

    /** The state that runs along is time itself. */
    private static double slope(Expression field, double t, double u) {
        return field.evaluate(Map.of("t", t, "v", t, "u", u));
    }

    private static void compare(Statement statement, double computed, double stated, double exact) {
        double off = Math.abs(computed - stated) / Math.abs(computed);
        if (statement.truth() == Truth.TRUE) {
            assertThat(off).as(statement.toString()).isLessThan(exact);
        } else {
            assertThat(off).as(statement.toString()).isGreaterThan(1e-8);
        }
    }

    /** Every place that the text names, and places ever nearer to it from both sides. */
    private static NavigableSet<Double> places(String text, double end) {
        List<Double> named = new ArrayList<>(List.of(0.0));
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            named.add(Double.parseDouble(matcher.group(1)));
        }
        TreeSet<Double> places = new TreeSet<>(List.of(0.0, end));
        for (int i = 1; i < 50; i++) {
            places.add(end * i / 50);
        }
        for (double place : named) {
            places.add(place);
            for (double near = 1e-10; near < end; near *= 1.3) {
                places.add(place - near);
                places.add(place + near);
            }
        }
        places.removeIf(place -> place < 0 || place > end);
        return places;
    }

    /** Peaks that end do so one width away. */
    private static NavigableSet<Double> withEdges(NavigableSet<Double> places, String text, Map<String, Double> at) {
        Matcher matcher = WIDTH.matcher(text);
        while (matcher.find()) {
            double place = Double.parseDouble(matcher.group(1));
            double width = Expression.parse(matcher.group(2)).evaluate(at);
            places.add(place - width);
            places.add(place + width);
        }
        return places;
    }

    /** How far doubles at a place are apart, in widths. */
    private static double rounding(String text, Map<String, Double> at) {
        Matcher matcher = WIDTH.matcher(text);
        return matcher.find()
                ? 4
                        * Math.ulp(Double.parseDouble(matcher.group(1)))
                        / Expression.parse(matcher.group(2)).evaluate(at)
                : 0;
    }

    private static double integral(DoubleUnaryOperator f, NavigableSet<Double> places) {
        double sum = 0;
        double before = places.first();
        for (double place : places.tailSet(places.first(), false)) {
            double middle = (before + place) / 2;
            double half = (place - before) / 2;
            sum += half * GAUSS.integrate(x -> f.applyAsDouble(middle + half * x));
            before = place;
        }
        return sum;
    }
}
