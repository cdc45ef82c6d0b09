package org.theoremeter.simulate.experiment.nonlinear;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.network.ParameterLayout;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.network.RecurrentNetwork;

/**
 * The initial network and state of the STM paper's rank-2 example (PyTorch's seed 30; N = 100, K = 2, numbers exact in single
 * precision).
 *
 * @param parameters flat, as {@link RankKRnn} lays them out
 * @param state x(0)
 */
record PublishedRank2(double[] parameters, double[] state) {

    private static final String RESOURCE = "stm-rank2-seed30.csv";
    private static final int UNITS = 100;
    private static final int RANK = 2;

    /** Reads the numbers that come with the program. */
    static PublishedRank2 read() {
        List<String> lines;
        try (InputStream in = PublishedRank2.class.getResourceAsStream(RESOURCE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines = reader.lines().collect(Collectors.toList());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + RESOURCE, failure);
        }
        // second line: # W_out=a,b b_out=c b=0
        String[] head = lines.get(1).replace("#", "").trim().split("\\s+");
        String[] readout = head[0].substring(head[0].indexOf('=') + 1).split(",");
        ParameterLayout layout = network().layout();
        double[] parameters = new double[layout.size()];
        double[] state = new double[UNITS];
        for (int k = 0; k < RANK; k++) {
            parameters[layout.block("W_out").at(0, k)] = Double.parseDouble(readout[k]);
        }
        parameters[layout.block("b_out").offset()] = Double.parseDouble(head[1].substring(head[1].indexOf('=') + 1));
        for (int i = 0; i < UNITS; i++) {
            String[] row = lines.get(3 + i).split(",");
            for (int k = 0; k < RANK; k++) {
                parameters[layout.block("m").at(i, k)] = Double.parseDouble(row[1 + k]);
                parameters[layout.block("n").at(k, i)] = Double.parseDouble(row[1 + RANK + k]);
            }
            state[i] = Double.parseDouble(row[1 + 2 * RANK]);
        }
        return new PublishedRank2(parameters, state);
    }

    private static RankKRnn network() {
        return new RankKRnn(UNITS, RANK, 0, 1, 0.5, Readout.LOGISTIC);
    }

    /** Refuses networks of another shape. */
    void require(RecurrentNetwork network) {
        if (!network.layout().blocks().equals(network().layout().blocks())) {
            throw new ArgumentException(
                    TrainingParameters.START,
                    TrainingParameters.PUBLISHED,
                    "drawn, or published with neurons 100 and rank 2");
        }
    }
}
