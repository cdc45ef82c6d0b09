package org.theoremeter.theory.lazy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.theoremeter.theory.law.Law;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * The laws of lazy training from random weights, theory 1.11.
 *
 * <p>Symbols: {@code gain} the radius g of the random weights; {@code length} the norm s of the read-in times that of the
 * read-out, whose overlap is 1; {@code cstar} and {@code omegastar} the decay rate and the angular frequency of the target in
 * units of the inverse neuronal time constant; {@code neurons} their number N; {@code moments} the number M of moments that are
 * learned; {@code time} the training time s²τ of gradient flow in steps of the neuronal time constant. A change is s times the
 * Frobenius norm of the change of the weights.
 */
public final class LazyLaws {
    /** Most moments in a sum. */
    static final int TERMS = 60;

    private static final List<Law> ALL = List.of(trace(), integrator(), oscillator(), moments(), flow());

    private LazyLaws() {}

    /** Returns the laws. */
    public static List<Law> all() {
        return ALL;
    }

    private static Law trace() {
        return law(
                "lazy.kernel-trace",
                "The trace of the tangent kernel of random weights, over s^2, in continuous time.",
                Map.of("gain", "(0, 1)"),
                Map.of("trace", Expression.parse("1/(4*(1 - gain^2)^(3/2))")));
    }

    private static Law integrator() {
        return law(
                "lazy.integrator",
                "The least change of weights that learns an integrator whose mode 1 - cstar lies within the bulk, below gain.",
                Map.of("cstar", "(0, 1)", "gain", "(0, 1)"),
                Map.of("change", Expression.parse("sqrt(-gain^2*ln(1 - (1 - cstar)^2/gain^2))")));
    }

    private static Law oscillator() {
        String modulus = "((1 - cstar)^2 + omegastar^2)";
        String square = "((1 - ((1 - cstar)^2 - omegastar^2)/gain^2)^2 + (2*(1 - cstar)*omegastar/gain^2)^2)";
        return law(
                "lazy.oscillator",
                "The least change of weights that learns an oscillator whose modes lie within the bulk.",
                Map.of("cstar", "(0, 1)", "omegastar", "(-inf, inf)", "gain", "(0, 1)"),
                Map.of(
                        "change",
                        Expression.parse("sqrt(-gain^2/2*(ln(1 - " + modulus + "/gain^2) + ln(" + square + ")/2))")));
    }

    private static Law moments() {
        return law(
                "lazy.moments",
                "The least change of weights that learns some moments of an integrator, in a network of many neurons.",
                Map.of(
                        "cstar", "(0, 1)",
                        "gain", "(0, 1)",
                        "length", "[1, inf)",
                        "neurons", "[1, inf)",
                        "moments", "[1, " + TERMS + "]"),
                squareAndRoot(k -> "piecewise(" + k + " <= moments, 1, 0)*" + term(k)));
    }

    private static Law flow() {
        return law(
                "lazy.flow",
                "The change of weights along gradient flow towards an integrator in discrete time of step 1, by its first "
                        + TERMS + " moments.",
                Map.of(
                        "cstar", "(0, 1)",
                        "gain", "(0, 1)",
                        "length", "[1, inf)",
                        "neurons", "[1, inf)",
                        "time", "[0, inf)"),
                squareAndRoot(k -> "(1 - exp(-" + rate(k) + "*time))^2*" + term(k)));
    }

    /** Returns a sum over the moments and its root; the mean over networks is that of the square. */
    private static Map<String, Expression> squareAndRoot(IntFunction<String> terms) {
        String sum = IntStream.rangeClosed(1, TERMS).mapToObj(terms).collect(Collectors.joining(" + "));
        Map<String, Expression> values = new LinkedHashMap<>();
        values.put("square", Expression.parse(sum));
        values.put("change", Expression.parse("sqrt(" + sum + ")"));
        return values;
    }

    /** Returns the square of what a moment lacks on average, over that of its slope. */
    private static String term(int k) {
        return "((1 - cstar)^" + 2 * k + " + length^2*gain^" + 2 * k + "/neurons)/(" + rate(k) + ")";
    }

    /** Returns the square of the slope of a moment, over s². */
    private static String rate(int k) {
        return k + "*gain^" + 2 * (k - 1);
    }

    private static Law law(String name, String statement, Map<String, String> domains, Map<String, Expression> values) {
        Map<String, Domain> parameters = new LinkedHashMap<>();
        domains.keySet().stream().sorted().forEach(symbol -> parameters.put(symbol, Domain.parse(domains.get(symbol))));
        return new Law(name, "1.11", statement, parameters, values, Optional.empty(), Map.of());
    }
}
