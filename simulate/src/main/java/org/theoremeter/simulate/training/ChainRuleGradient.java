package org.theoremeter.simulate.training;

import java.util.Arrays;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.LowRankRnn;
import org.theoremeter.simulate.network.Target;

/** Computes the gradient by the factors of W = m nᵀ from that by the N² weights themselves, by the chain rule. */
public final class ChainRuleGradient implements FactorGradient {

    private final int size;
    private final int rank;
    private final LyapunovGradient gradient;
    private final double[] weights;
    private final double[][] byColumns;

    /**
     * Prepares a workspace.
     *
     * @param size number of neurons N
     * @param rank R
     * @param target the filter to be learned
     */
    public ChainRuleGradient(int size, int rank, Target target) {
        this.size = size;
        this.rank = rank;
        gradient = new LyapunovGradient(size, target);
        weights = new double[size * size];
        byColumns = new double[2 * rank + 2][size];
    }

    @Override
    public boolean evaluate(LowRankRnn network) {
        network.writeWeights(weights);
        if (!gradient.evaluate(new LinearRnn(weights, network.readIn(), network.readOut()))) {
            return false;
        }
        double[] byWeights = gradient.byWeights();
        for (int r = 0; r < rank; r++) {
            double[] left = network.left()[r];
            double[] right = network.right()[r];
            double[] byRight = byColumns[rank + r];
            Arrays.fill(byRight, 0);
            for (int i = 0; i < size; i++) {
                double sum = 0;
                for (int j = 0; j < size; j++) {
                    double slope = byWeights[i * size + j];
                    sum = Math.fma(slope, right[j], sum);
                    byRight[j] = Math.fma(slope, left[i], byRight[j]);
                }
                byColumns[r][i] = sum;
            }
        }
        System.arraycopy(gradient.byReadIn(), 0, byColumns[2 * rank], 0, size);
        System.arraycopy(gradient.byReadOut(), 0, byColumns[2 * rank + 1], 0, size);
        return true;
    }

    @Override
    public double loss() {
        return gradient.loss();
    }

    @Override
    public double[][] byColumns() {
        return byColumns;
    }
}
