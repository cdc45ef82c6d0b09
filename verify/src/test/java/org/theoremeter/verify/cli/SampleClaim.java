package org.theoremeter.verify.cli;

/** Small claims that pass, which tests change in one place. */
final class SampleClaim {

    static final String TRAJECTORY = """
            claim: 1
            id: my.outlier
            title: The outlier follows the scalar ODE
            kind: trajectory
            given:
              cstar: {value: 0.2, domain: "(0, 1)"}
              gain: {value: 0.02, domain: "[0, 1)"}
            measured: {c0: initial-decay}
            predict:
              time: tau
              ode: {c: "1/(4*c^2) - 1/(c + cstar)^2"}
              start: {c: c0}
              curves: {outlier: "1 - c"}
            observe:
              experiment: linear-rnn/gradient-flow
              with: {cstar: cstar, gain: gain, neurons: 24, horizon: 1.5 tau}
              seeds: 4
            compare:
              - {predicted: outlier, observed: outlier, from: emergence, distance: sup, margin: 0.02}
            """;

    static final String CRITICAL_RATE = """
            claim: 1
            id: my.rate
            title: A rate
            kind: value
            given: {cstar: 0.2}
            predict: {values: {rate: "8*cstar^3"}}
            observe:
              experiment: linear-rnn/critical-rate
              with: {cstar: cstar, neurons: 6, bracket: 0.1, horizon: 500 step}
              seeds: none
            compare: [{predicted: rate, observed: critical-rate, margin: 20 %}]
            """;

    private SampleClaim() {}
}
