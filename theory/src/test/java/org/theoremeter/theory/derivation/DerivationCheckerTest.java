package org.theoremeter.theory.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

class DerivationCheckerTest {
    private static final DerivationChecker CHECKER =
            DerivationChecker.withDefaults().with(Duration.ofMinutes(2));

    private static Expression formula(String text) {
        return Expression.parse(text);
    }

    /** Rows are divided by ";", entries by "|". */
    private static Matrix matrix(String text) {
        return new Matrix(Stream.of(text.split(";"))
                .map(row -> Stream.of(row.split("\\|")).map(Expression::parse).toList())
                .toList());
    }

    private static Derivation start(String definition) {
        SortedMap<String, Domain> domains = new TreeMap<>();
        List.of("a", "b", "c", "t").forEach(name -> domains.put(name, Domain.parse("positive")));
        List.of("x", "y").forEach(name -> domains.put(name, Domain.parse("(-inf, inf)")));
        domains.put("r", Domain.parse("(-1, 1)"));
        domains.put("k", Domain.parse("integer [0, inf)"));
        Region region = new Region(domains, List.of(Condition.parse("a > b")));
        return Derivation.in(region).define(new Definition("start", "", matrix(definition), ""));
    }

    private static StepReport check(String from, String to, Justification because) {
        Derivation derivation = start(from).then(new Step("end", "", matrix("start"), matrix(to), because));
        return CHECKER.check(derivation).get(0);
    }

    /** What each justification leads to: the start, the right end, and an end that is wrong by one slip. */
    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(new Rearranged(false), "(a + b)^2", "a^2 + 2*a*b + b^2", "a^2 + 2.001*a*b + b^2"),
                Arguments.of(new Rearranged(false), "abs(a - b)", "a - b", "b - a"),
                Arguments.of(new Differentiated("c", 2), "exp(-a*c)", "a^2*exp(-a*c)", "-a^2*exp(-a*c)"),
                Arguments.of(new Gradient(List.of("x", "y")), "x^2*y", "2*x*y; x^2", "2*x*y; x^3"),
                Arguments.of(new Gradient(List.of("x", "y")), "x^2*y; y", "2*x*y|x^2; 0|1", "2*x*y|x^2; 1|0"),
                Arguments.of(new SecondDerivatives(List.of("x", "y")), "x^2*y", "2*y|2*x; 2*x|0", "2*y|2*x; 2*x|1"),
                Arguments.of(
                        new Integrated("t", new Endpoint.Finite(formula("0")), Endpoint.Infinite.PLUS),
                        "t*exp(-a*t)",
                        "1/a^2",
                        "1/a^3"),
                Arguments.of(new Antiderivative("x"), "1/(1 + x^2)", "atan(x)", "atan(-x)"),
                // Σ k r^k = r/(1 − r)².
                Arguments.of(new Summed("k", 0), "k*r^k", "r/(1 - r)^2", "r/(1 + r)^2"),
                Arguments.of(new Substituted(Map.of("a", formula("2*b"))), "a^2*b", "4*b^3", "4*b^2"),
                Arguments.of(new Solved("c", formula("1")), "a*c - b", "(1 + b)/a", "(1 - b)/a"),
                Arguments.of(new Solved("x", formula("0")), "x^2 - a", "sqrt(a); -sqrt(a)", "sqrt(a); sqrt(a)"),
                Arguments.of(new LimitTaken("c", new Endpoint.Finite(formula("0"))), "(exp(a*c) - 1)/c", "a", "b"),
                Arguments.of(new LimitTaken("c", Endpoint.Infinite.PLUS), "c*ln(1 + a/c)", "a", "1/a"),
                Arguments.of(new Expanded("c", formula("0"), 2), "1/(a + c)", "1/a - c/a^2 + c^2/a^3", "1/a - c/a^2"),
                Arguments.of(new Symmetric(Map.of("x", formula("-x")), formula("x^2*y")), "x^3", "-x^3", "x^3"));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void provesEveryKindOfStep(Justification because, String from, String to, String wrong) {
        StepReport report = check(from, to, because);

        assertThat(report.grade()).as(report.how()).isEqualTo(Grade.PROVED);
        assertThat(report.evidence().points()).isGreaterThanOrEqualTo(16);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void refutesTheSameWithOneSlip(Justification because, String from, String to, String wrong) {
        StepReport report = check(from, wrong, because);

        assertThat(report.grade()).as(report.how()).isEqualTo(Grade.REFUTED);
        assertThat(report.how()).contains("refuted").contains("is not");
    }

    @Test
    void findsTheSecondSolution() {
        // x² = a has two solutions on the whole line, of which one formula names one.
        StepReport report = check("x^2 - a", "sqrt(a)", new Solved("x", formula("0")));

        assertThat(report.grade()).isEqualTo(Grade.REFUTED);
        assertThat(report.how()).contains("another solution");
    }

    @Test
    void refusesASolutionOutsideTheDomain() {
        StepReport report = check("c + a", "-a", new Solved("c", formula("0")));

        assertThat(report.grade()).isEqualTo(Grade.REFUTED);
        assertThat(report.how()).contains("-a > 0 fails at");
    }

    @Test
    void refusesToSubstituteWhatLiesOutsideTheDomain() {
        StepReport report = check("r^2", "4", new Substituted(Map.of("r", formula("2"))));

        assertThat(report.grade()).isEqualTo(Grade.REFUTED);
        assertThat(report.how()).contains("fails at");
    }

    @Test
    void refusesASymmetryThatChangesWhatItShouldNot() {
        StepReport report = check("x^3", "-x^3", new Symmetric(Map.of("x", formula("-x")), formula("x*y")));

        assertThat(report.grade()).isEqualTo(Grade.REFUTED);
    }

    @Test
    void takesCitedStepsOnTrustAndSaysSo() {
        StepReport report = check("x", "y", new Cited("Isserlis 1918"));

        assertThat(report.grade()).isEqualTo(Grade.CITED);
        assertThat(report.how()).isEqualTo("Isserlis 1918");
    }

    @Test
    void namesWhatAgreesWithoutProof() {
        // Gudermann's function in two ways: exact arithmetic knows no relation between these arctangents.
        StepReport report = check("atan(sinh(x + y))", "2*atan(tanh((x + y)/2))", new Rearranged(false));

        assertThat(report.grade()).isEqualTo(Grade.AGREED);
        assertThat(report.how()).contains("exact arithmetic leaves");
    }

    @Test
    void cutsAProofOffAndCallsItUndecided() {
        Derivation derivation = start("sin(x)^8*cos(y)^6 + (a + b)^9")
                .then(new Step(
                        "end",
                        "",
                        matrix("start"),
                        matrix("(1 - cos(x)^2)^4*(1 - sin(y)^2)^3 + (b + a)^9"),
                        new Rearranged(false)));
        StepReport report =
                DerivationChecker.withDefaults().with(Duration.ofNanos(1)).check(derivation, 0);

        assertThat(report.grade()).isEqualTo(Grade.UNDECIDED);
        assertThat(report.how()).contains("cut off");
    }

    @Test
    void keepsNamesApartAndKnowsEntries() {
        Derivation derivation = start("a|b; b|a")
                .then(new Step("d", "", matrix("det(start)"), matrix("a^2 - b^2"), new Rearranged(false)))
                .then(new Step(
                        "e", "", matrix("start_11*start_12 + d"), matrix("a*b + a^2 - b^2"), new Rearranged(false)))
                .then(new Step(
                        "f",
                        "",
                        matrix("start*transpose(start)"),
                        matrix("a^2 + b^2|2*a*b; 2*a*b|a^2 + b^2"),
                        new Rearranged(false)));

        assertThat(CHECKER.check(derivation)).extracting(StepReport::grade).containsOnly(Grade.PROVED);
        assertThatThrownBy(() -> derivation.define(new Definition("d", "", matrix("a"), "")))
                .hasMessageContaining("'d' twice");
    }

    @Test
    void refusesWhatGrowsBeyondReadingWithoutBuildingIt() {
        Derivation doubled = start("a + b");
        for (int i = 0; i < 12; i++) {
            String before = i == 0 ? "start" : "d" + (i - 1);
            doubled = doubled.define(new Definition("d" + i, "", matrix(before + "*" + before), ""));
        }
        Derivation large = doubled;
        assertThatThrownBy(
                        () -> large.define(new Definition("e", "", matrix("d11*d11*d11*d11*d11*d11*d11*d11*d11"), "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'e' with more than 100000 terms");
    }

    /** 4294967297 is 1 in 32 bits. */
    @Test
    void refusesPowersOfMatricesBeyondAllReason() {
        assertThatThrownBy(() ->
                        start("a|b; b|a").define(new Definition("huge", "", matrix("trace(start^4294967297)"), "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("accepted: a whole number from 0 to");
    }

    @Test
    void refusesAStepThatStartsFromNowhere() {
        assertThatThrownBy(() -> start("a").then(new Step("s", "", matrix("b"), matrix("b"), new Rearranged(false))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("definition or of an earlier step");
    }

    @Test
    void refusesShapesThatDoNotFit() {
        assertThatThrownBy(() -> check("a|b; b|a", "a", new Rearranged(false))).hasMessageContaining("2 × 2");
        assertThatThrownBy(() -> check("a", "a; b", new SecondDerivatives(List.of("a", "b"))))
                .hasMessageContaining("Hessian");
        assertThatThrownBy(() -> start("a|b; b|a")
                        .then(new Step("s", "", matrix("start + a"), matrix("a"), new Rearranged(false))))
                .hasMessageContaining("cannot add");
    }

    @Test
    void findsDivisorsThatVanish() {
        Derivation derivation = start("a");
        Divisors divisors = new Divisors(derivation.region());

        assertThat(divisors.vanishing(formula("1/(x - y)"))).isPresent();
        // No change of sign: (x − y)² and a sum of squares with a zero inside.
        assertThat(divisors.vanishing(formula("1/(x^2 - 2*x*y + y^2)"))).isPresent();
        assertThat(divisors.vanishing(formula("2/((x - 1)^2 + (y - 2)^2)"))).isPresent();
        assertThat(divisors.vanishing(formula("(1 + a)^(-2)/(r - 2)"))).isEmpty();
        // a > b is assumed, c is positive, and what is left out at an edge does not count.
        assertThat(divisors.vanishing(formula("1/(a - b) + 1/c + 1/(1 - r^2) + 1/(a^2 + b^2)")))
                .isEmpty();
        assertThat(divisors.vanishing(formula("1/(a - 2*b)"))).isPresent();
    }

    @Test
    void givesTheSameWithFourThreadsAsWithOne() throws Exception {
        List<Derivation> derivations = steps().map(arguments -> start(
                                (String) arguments.get()[1])
                        .then(new Step(
                                "end",
                                "",
                                matrix("start"),
                                matrix((String) arguments.get()[2]),
                                (Justification) arguments.get()[0])))
                .toList();
        List<StepReport> alone =
                derivations.stream().map(each -> CHECKER.check(each, 0)).toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<StepReport>> together = new ArrayList<>();
            derivations.forEach(each -> together.add(pool.submit(() -> CHECKER.check(each, 0))));
            for (int i = 0; i < alone.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
