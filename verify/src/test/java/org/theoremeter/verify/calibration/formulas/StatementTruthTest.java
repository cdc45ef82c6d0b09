package org.theoremeter.verify.calibration.formulas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.term.Formula;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.source.ClaimException;

/** What is said to be true is true, and what is said to be false is false, by ways that no checker takes. */
class StatementTruthTest {

    private static final int STATEMENTS = 24;
    private static final long SEED = 20;

    /** The library's inverse functions are good to some 40 digits of 100; what differs at all does so by e⁻⁷² or more. */
    private static final double SAME = 1e-37;

    private static final double APART = 1e-32;

    /** Beyond what counts as agreement, by a factor of ten. */
    private static final double VISIBLE = 1e-9;

    static List<Falsehood> kinds() {
        return Falsehood.all();
    }

    private static Stream<Statement> statements(Falsehood kind, boolean truth) {
        return IntStream.range(0, STATEMENTS).mapToObj(number -> kind.statement(SEED, truth, number));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void witnessesShowWhatTheySay(Falsehood kind) {
        Stream.of(false, true).flatMap(truth -> statements(kind, truth)).forEach(statement -> {
            Witness why = statement.witness();
            ManyDigits digits = new ManyDigits(why.at());
            // places beside a jump or a kink are 10⁻¹² away from it, and curves are tables of doubles
            boolean nearby = kind instanceof DroppedJump || kind instanceof OneSided || kind instanceof ShortCue;
            for (Witness.Pair pair : why.equal()) {
                Dfp off =
                        digits.of(pair.left()).subtract(digits.of(pair.right())).abs();
                // tanh(10⁶) overflows in the library; integrals are tested by quadrature
                if (!(kind instanceof NarrowPeak && off.isNaN())) {
                    assertThat(off.toDouble()).as(statement + "").isLessThan(nearby ? 1e-11 : SAME);
                }
            }
            for (Witness.Pair pair : why.apart()) {
                double off = ManyDigits.relative(digits.of(pair.left()), digits.of(pair.right()));
                assertThat(off)
                        .as(statement + "")
                        .isGreaterThan(nearby ? 1e-2 : statement.truth() == Truth.FALSE ? VISIBLE : APART);
            }
            if (statement.truth() == Truth.CLOSE) {
                Witness.Pair pair = why.apart().get(0);
                assertThat(ManyDigits.relative(digits.of(pair.left()), digits.of(pair.right())))
                        .isLessThan(1e-11);
            }
            boolean undefined = kind instanceof VanishingDivisor && !why.equal().isEmpty();
            assertThat(statement.truth() == Truth.TRUE
                            || undefined
                            || !why.apart().isEmpty())
                    .as(statement + "")
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void witnessesLieInTheDomain(Falsehood kind) {
        Stream.of(false, true).flatMap(truth -> statements(kind, truth)).forEach(statement -> {
            ManyDigits digits = new ManyDigits(statement.witness().at());
            domains(statement).forEach((symbol, domain) -> {
                if (statement.witness().at().containsKey(symbol)) {
                    assertThat(domain.contains(digits.value(symbol)))
                            .as(symbol + " of " + statement)
                            .isTrue();
                }
            });
        });
    }

    /** At random points, and at the place where a false one of the same look differs, which the witness names. */
    @ParameterizedTest
    @MethodSource("kinds")
    void sidesOfTrueIdentitiesAreEqual(Falsehood kind) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7);
        statements(kind, true).forEach(statement -> {
            if (!statement.kind().equals("identity")) {
                return;
            }
            Claim.Identity claim = (Claim.Identity) Trial.read(statement);
            if (!(claim.left() instanceof Formula left) || !(claim.right() instanceof Formula right)) {
                return;
            }
            List<Map<String, String>> points = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Map<String, String> point = new TreeMap<>();
                domains(statement)
                        .forEach((symbol, domain) ->
                                point.put(symbol, Double.toString(domain.point(random.nextDouble()))));
                points.add(point);
            }
            for (Map<String, String> point : points) {
                assertThat(off(point, left.expression(), right.expression()))
                        .as(statement + " at " + point)
                        .isLessThan(SAME);
            }
        });
    }

    private static double off(Map<String, String> point, Expression left, Expression right) {
        ManyDigits digits = new ManyDigits(point);
        return ManyDigits.relative(digits.of(left), digits.of(right));
    }

    /** Reads the domains off the claim's text, since some false statements are refused as a whole. */
    private static Map<String, Domain> domains(Statement statement) {
        Map<String, Domain> domains = new LinkedHashMap<>();
        statement
                .body()
                .lines()
                .filter(line -> line.contains(": {domain: \""))
                .forEach(line -> domains.put(
                        line.substring(2, line.indexOf(':')),
                        Domain.parse(line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')))));
        return domains;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void statementsAreReadOrRefusedForADivisor(Falsehood kind) {
        Stream.of(false, true).flatMap(truth -> statements(kind, truth)).forEach(statement -> {
            try {
                assertThat(Trial.read(statement).id()).isEqualTo(statement.id());
            } catch (ClaimException refused) {
                assertThat(refused.getMessage()).as(statement + "").contains("the divisor");
            }
        });
    }
}
