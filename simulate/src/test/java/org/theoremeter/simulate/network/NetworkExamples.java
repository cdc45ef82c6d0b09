package org.theoremeter.simulate.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** One network of every kind, of a size. */
final class NetworkExamples {

    private NetworkExamples() {}

    static List<RecurrentNetwork> of(int units, int rank, int inputs, int outputs) {
        List<RecurrentNetwork> networks = List.of(
                new LeakyRnn(units, inputs, outputs, 0.4, Readout.LOGISTIC),
                new TanhRnn(units, inputs, outputs, 0.3, 0.8, Readout.LINEAR),
                new PiecewiseLinearRnn(units, inputs, outputs, Readout.LINEAR),
                new Lstm(units, inputs, outputs, Readout.LOGISTIC),
                new RankKRnn(units, rank, inputs, outputs, 0.4, Readout.LOGISTIC));
        // a kind that is added must be added here
        assertThat(networks.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(RecurrentNetwork.class.getPermittedSubclasses());
        return networks;
    }
}
