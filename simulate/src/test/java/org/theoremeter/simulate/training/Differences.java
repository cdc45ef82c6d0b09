package org.theoremeter.simulate.training;

import java.util.Map;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.theoremeter.simulate.Networks;
import org.theoremeter.simulate.network.LinearRnn;

/**
 * Second routes to a gradient: central differences of fourth order, and the conservation law in Hipparchus'
 * arithmetic.
 */
final class Differences {

    private Differences() {}

    /** Returns the largest error of any entry of ∂L/∂W, ∂L/∂u, ∂L/∂v, relative to the largest entry of all. */
    static double worst(LossGradient gradient, LinearRnn network, double step) {
        gradient.evaluate(network);
        Map<String, double[]> analytic = Map.of(
                "W", gradient.byWeights().clone(),
                "u", gradient.byReadIn().clone(),
                "v", gradient.byReadOut().clone());
        double scale = 0;
        double worst = 0;
        for (Map.Entry<String, double[]> entry : analytic.entrySet()) {
            for (int i = 0; i < entry.getValue().length; i++) {
                double[] direction = new double[entry.getValue().length];
                direction[i] = 1;
                Map<String, double[]> along = Map.of(entry.getKey(), direction);
                double near = loss(gradient, network, along, step) - loss(gradient, network, along, -step);
                double far = loss(gradient, network, along, 2 * step) - loss(gradient, network, along, -2 * step);
                worst = Math.max(worst, Math.abs((8 * near - far) / (12 * step) - entry.getValue()[i]));
                scale = Math.max(scale, Math.abs(entry.getValue()[i]));
            }
        }
        return worst / scale;
    }

    /** Returns the Frobenius norm of G_W Wᵀ − Wᵀ G_W + G_u uᵀ − v G_vᵀ relative to that of its largest term. */
    static double conservationResidual(LossGradient gradient, LinearRnn network) {
        gradient.evaluate(network);
        RealMatrix w = Networks.matrix(network);
        RealMatrix g = Networks.matrix(gradient.byWeights().clone());
        RealVector u = new ArrayRealVector(network.readIn());
        RealVector v = new ArrayRealVector(network.readOut());
        RealMatrix first = g.multiply(w.transpose());
        RealMatrix second = w.transpose().multiply(g);
        RealMatrix third = new ArrayRealVector(gradient.byReadIn()).outerProduct(u);
        RealMatrix fourth = v.outerProduct(new ArrayRealVector(gradient.byReadOut()));
        double scale = Math.max(
                Math.max(first.getFrobeniusNorm(), second.getFrobeniusNorm()),
                Math.max(third.getFrobeniusNorm(), fourth.getFrobeniusNorm()));
        return first.subtract(second).add(third).subtract(fourth).getFrobeniusNorm() / scale;
    }

    private static double loss(LossGradient gradient, LinearRnn network, Map<String, double[]> direction, double step) {
        gradient.evaluate(Networks.moved(network, direction, step));
        return gradient.loss();
    }
}
