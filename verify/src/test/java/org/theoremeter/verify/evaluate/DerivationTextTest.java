package org.theoremeter.verify.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.theory.derivation.Definition;
import org.theoremeter.theory.derivation.Step;
import org.theoremeter.theory.derivation.justification.Antiderivative;
import org.theoremeter.theory.derivation.justification.Cited;
import org.theoremeter.theory.derivation.justification.Differentiated;
import org.theoremeter.theory.derivation.justification.Expanded;
import org.theoremeter.theory.derivation.justification.Gradient;
import org.theoremeter.theory.derivation.justification.Integrated;
import org.theoremeter.theory.derivation.justification.Justification;
import org.theoremeter.theory.derivation.justification.LimitTaken;
import org.theoremeter.theory.derivation.justification.Rearranged;
import org.theoremeter.theory.derivation.justification.SecondDerivatives;
import org.theoremeter.theory.derivation.justification.Solved;
import org.theoremeter.theory.derivation.justification.Substituted;
import org.theoremeter.theory.derivation.justification.Summed;
import org.theoremeter.theory.derivation.justification.Symmetric;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;

/** What is recorded of a definition or step differs wherever these do, so that a changed one is found. */
class DerivationTextTest {

    private static final Expression E = Expression.parse("e^x");
    private static final Expression EXP = Expression.parse("exp(x)");

    /** Each argument of each justification changed alone, some to what a reader could not tell apart. */
    static Stream<List<Justification>> justifications() {
        return Stream.of(
                List.of(new Rearranged(true), new Rearranged(false)),
                List.of(new Differentiated("a", 1), new Differentiated("b", 1), new Differentiated("a", 2)),
                List.of(new Gradient(List.of("a", "b")), new Gradient(List.of("b", "a"))),
                List.of(new SecondDerivatives(List.of("a")), new SecondDerivatives(List.of("b"))),
                List.of(
                        new Integrated("t", finite(E), Endpoint.Infinite.PLUS),
                        new Integrated("t", finite(EXP), Endpoint.Infinite.PLUS),
                        new Integrated("t", finite(E), finite(E)),
                        new Integrated("s", finite(E), Endpoint.Infinite.PLUS)),
                List.of(new Antiderivative("a"), new Antiderivative("b")),
                List.of(new Summed("k", 0), new Summed("k", 1), new Summed("l", 0)),
                List.of(
                        new Substituted(Map.of("a", E)),
                        new Substituted(Map.of("a", EXP)),
                        new Substituted(Map.of("b", E))),
                List.of(new Solved("a", E), new Solved("a", EXP), new Solved("b", E)),
                List.of(
                        new LimitTaken("a", finite(E)),
                        new LimitTaken("a", finite(EXP)),
                        new LimitTaken("b", finite(E))),
                List.of(
                        new Expanded("a", E, 1),
                        new Expanded("a", EXP, 1),
                        new Expanded("a", E, 2),
                        new Expanded("b", E, 1)),
                List.of(
                        new Symmetric(Map.of("a", E), E),
                        new Symmetric(Map.of("a", E), EXP),
                        new Symmetric(Map.of("a", EXP), E),
                        new Symmetric(Map.of("b", E), E)),
                List.of(new Cited("one"), new Cited("another")));
    }

    private static Endpoint finite(Expression at) {
        return new Endpoint.Finite(at);
    }

    @ParameterizedTest
    @MethodSource("justifications")
    void everyArgumentOfAJustificationShows(List<Justification> different) {
        assertThat(different.stream().map(because -> exact("x", "x", because))).doesNotHaveDuplicates();
    }

    @Test
    void everyJustificationIsTried() {
        assertThat(justifications().map(each -> each.get(0).getClass()).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(Justification.class.getPermittedSubclasses())
                        .collect(Collectors.toSet()));
    }

    @Test
    void bothSidesShowToTheLastBranchAndDigit() {
        Justification because = new Rearranged(false);
        List<String> formulas = List.of(
                "x",
                "e^x",
                "exp(x)",
                "sqrt(x)",
                "x^(1/2)",
                "x1",
                "x_1",
                "0.1*x",
                "0.10000000000000000001*x",
                "piecewise(x < 1, x, 2*x)",
                "piecewise(x <= 1, x, 2*x)",
                "piecewise(x < 2, x, 2*x)",
                "piecewise(x < 1, x, 3*x)");
        assertThat(Stream.concat(
                        formulas.stream().map(to -> exact("y", to, because)),
                        formulas.stream().map(from -> exact(from, "y", because))))
                .doesNotHaveDuplicates();
        assertThat(formulas.stream()
                        .map(value -> DerivationText.of(new Definition("f", "", Matrix.of(Expression.parse(value)), ""))
                                .exact()))
                .doesNotHaveDuplicates();
    }

    private static String exact(String from, String to, Justification because) {
        return DerivationText.of(
                        new Step("s", "", Matrix.of(Expression.parse(from)), Matrix.of(Expression.parse(to)), because))
                .exact();
    }
}
