package org.theoremeter.simulate.experiment.linear;

import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.training.LossGradient;

/** Tests a gradient by the conservation law G_W Wᵀ − Wᵀ G_W + G_u uᵀ − v G_vᵀ = 0 (theory 0.5). */
final class Conservation {

    private Conservation() {}

    /** Returns the Frobenius norm of the left-hand side, relative to the sum of those of its four terms. */
    static double residual(LinearRnn network, LossGradient gradient) {
        int size = network.size();
        double[] w = network.weights();
        double[] g = gradient.byWeights();
        double[][] terms = new double[4][size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                int at = i * size + j;
                for (int k = 0; k < size; k++) {
                    terms[0][at] = Math.fma(g[i * size + k], w[j * size + k], terms[0][at]);
                    terms[1][at] = Math.fma(-w[k * size + i], g[k * size + j], terms[1][at]);
                }
                terms[2][at] = gradient.byReadIn()[i] * network.readIn()[j];
                terms[3][at] = -network.readOut()[i] * gradient.byReadOut()[j];
            }
        }
        double[] sum = new double[size * size];
        double scale = 0;
        for (double[] term : terms) {
            Rows.add(1, term, sum);
            scale += Rows.norm(term);
        }
        return Rows.norm(sum) / scale;
    }
}
