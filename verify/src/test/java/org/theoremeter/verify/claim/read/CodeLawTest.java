package org.theoremeter.verify.claim.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.ode.ReducedRun;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.PredictedSlip;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.YamlReader;

/** Curves of a claim's own over a law whose field is Java code. */
class CodeLawTest {

    private static final String CLAIM = """
            claim: 1
            id: made.up
            title: A law of code
            kind: trajectory
            given: {cstar: 0.3, other: 2}
            measured: {A11_0: initial-A11, b1_0: initial-b1, k1_0: initial-k1, d_0: initial-d, mm11_0: initial-mm11, nn11_0: initial-nn11, uu_0: initial-uu, vv_0: initial-vv, mu1_0: initial-mu1, nv1_0: initial-nv1}
            predict:
              law: lowrank.rank-one-integrator
              curves: {twice: "CURVE"}
            observe:
              experiment: low-rank-rnn/gradient-flow
              with: {cstar: cstar, neurons: 8}
              seeds: 2
            compare:
              - {predicted: twice, observed: loss, margin: 0.05}
            """;

    private static Claim claim(String curve) {
        return new ClaimReader(Profile.QUICK, Settings.none())
                .read(YamlReader.read("made-up.yaml", CLAIM.replace("CURVE", curve))
                        .get(0));
    }

    private static double atStart(Claim claim) {
        ReducedDynamics dynamics = claim.curves().orElseThrow().dynamics().orElseThrow();
        Map<String, Double> start = dynamics.state().stream()
                .collect(Collectors.toMap(name -> name, name -> name.equals("A11") ? 0.5 : 0.0));
        return ReducedRun.of(dynamics).run(start, Map.of("cstar", 0.3), 1).observable("twice", 0);
    }

    @Test
    void areFormulasOverItsCurvesAndState() {
        // a network without output has the loss 1/(4 cstar)
        assertThat(atStart(claim("2*loss + A11 + cstar"))).isEqualTo(2 / (4 * 0.3) + 0.5 + 0.3);
    }

    @Test
    void arePartOfWhatMayBeWrong() {
        Claim claim = claim("2*loss + A11");
        PredictedSlip two = PredictedSlip.of(claim).stream()
                .filter(slip ->
                        slip.place().equals("twice") && slip.slip().text().equals("2"))
                .findFirst()
                .orElseThrow();
        Claim wrong = two.in(claim, two.slip().scaled(BigDecimal.ONE));
        assertThat(atStart(wrong)).isEqualTo(4 / (4 * 0.3) + 0.5);
        // ten starts, each as a number and as a sign, and 2 and +
        assertThat(PredictedSlip.of(claim)).hasSize(22);
    }

    @Test
    void useNoSymbolThatTheCodeDoesNotTake() {
        assertThatThrownBy(() -> claim("2*loss + other"))
                .isInstanceOf(ClaimException.class)
                .hasMessageContaining("other");
    }
}
