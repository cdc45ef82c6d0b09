package org.theoremeter.simulate.fixedpoint.map;

import java.util.Arrays;
import java.util.Optional;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.ParameterBlock;
import org.theoremeter.simulate.network.RankKRnn;

/** The map r ← (1 − α) r + α tanh(W r + c) of leaky networks, and of low-rank ones with W = m n. */
final class RateMap extends NetworkMap {

    /** max |tanh″|. */
    private static final double STEEPEST = 4 / (3 * Math.sqrt(3));

    private final double alpha;
    private final double[][] rows;
    private final double[][] columns;
    private final double[] drive;
    private final double[] driveSize;

    /** Bounds of what the entries of W may be off, none where they are the network's own. */
    private final double[][] spread;

    private final double[] active;
    private final double[] products;
    private final double[][] scaled;

    private RateMap(RateMap other) {
        super(other);
        alpha = other.alpha;
        rows = other.rows;
        columns = other.columns;
        drive = other.drive;
        driveSize = other.driveSize;
        spread = other.spread;
        active = new double[dimension()];
        products = new double[dimension()];
        scaled = new double[dimension()][dimension()];
    }

    private RateMap(NetworkMap base, double alpha, double[][] rows, double[][] spread, Drive drive) {
        super(base);
        this.alpha = alpha;
        this.rows = rows;
        this.spread = spread;
        this.drive = drive.sum();
        this.driveSize = drive.size();
        columns = new double[rows.length][rows.length];
        Rows.transpose(rows, columns);
        active = new double[rows.length];
        products = new double[rows.length];
        scaled = new double[rows.length][rows.length];
    }

    static RateMap of(LeakyRnn network, double[] parameters, double[] input) {
        NetworkMap base = new NetworkMap(network, parameters, input);
        ParameterBlock w = network.layout().block("W_rec");
        double[][] rows = new double[network.units()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(parameters, w.at(i, 0), w.at(i, 0) + rows.length);
        }
        Drive drive = Drive.of(network, parameters, input, "W_in", "b_in", "b_rec");
        return new RateMap(base, network.alpha(), rows, new double[0][], drive);
    }

    static RateMap of(RankKRnn network, double[] parameters, double[] input) {
        NetworkMap base = new NetworkMap(network, parameters, input);
        int units = network.units();
        double[][] left = network.leftVectors(parameters);
        double[][] right = network.rightVectors(parameters);
        double[][] rows = new double[units][units];
        double[][] spread = new double[units][units];
        for (int i = 0; i < units; i++) {
            for (int l = 0; l < left.length; l++) {
                for (int k = 0; k < units; k++) {
                    double product = left[l][i] * right[l][k];
                    rows[i][k] += product;
                    spread[i][k] += Rounding.ofSum(left.length) * Math.abs(product);
                }
            }
        }
        return new RateMap(base, network.alpha(), rows, spread, Drive.of(network, parameters, input, "W_in", "b"));
    }

    @Override
    public SearchedMap another() {
        return new RateMap(this);
    }

    private void activate(double[] state) {
        Rows.transposedTimes(columns, state, active);
        for (int i = 0; i < active.length; i++) {
            active[i] = Math.tanh(active[i] + drive[i]);
        }
    }

    @Override
    public void step(double[] state, double[] next) {
        activate(state);
        for (int i = 0; i < next.length; i++) {
            next[i] = (1 - alpha) * state[i] + alpha * active[i];
        }
    }

    @Override
    public void step(double[] state, double[] direction, double[] next, double[] nextDirection) {
        step(state, next);
        Rows.transposedTimes(columns, direction, products);
        for (int i = 0; i < next.length; i++) {
            nextDirection[i] = (1 - alpha) * direction[i] + alpha * (1 - active[i] * active[i]) * products[i];
        }
    }

    @Override
    public void jacobian(double[] state, double[][] to) {
        activate(state);
        for (int i = 0; i < to.length; i++) {
            double slope = alpha * (1 - active[i] * active[i]);
            double[] row = to[i];
            for (int k = 0; k < row.length; k++) {
                row[k] = slope * rows[i][k];
            }
            row[i] += 1 - alpha;
        }
    }

    /** Wᵀ diag(α y tanh″) W. */
    @Override
    public void addCurvature(double[] state, double[] weights, double[][] to) {
        activate(state);
        for (int i = 0; i < to.length; i++) {
            double bend = -2 * alpha * weights[i] * active[i] * (1 - active[i] * active[i]);
            for (int k = 0; k < to.length; k++) {
                scaled[i][k] = bend * rows[i][k];
            }
        }
        Rows.addOuterProducts(scaled, rows, 0, to.length, to);
    }

    @Override
    public Optional<Bounds> bounds(double[] state) {
        int size = state.length;
        double[] value = new double[size];
        double[] slope = new double[size];
        double[] bend = new double[size];
        double rounding = Rounding.ofSum(size);
        for (int i = 0; i < size; i++) {
            double sum = driveSize[i];
            double norm = 0;
            double off = 0;
            double offSum = 0;
            for (int k = 0; k < size; k++) {
                double weight = Math.abs(rows[i][k]);
                double uncertain = spread.length == 0 ? 0 : spread[i][k];
                sum += weight * Math.abs(state[k]);
                norm += weight + uncertain;
                off += uncertain;
                offSum += uncertain * Math.abs(state[k]);
            }
            double argument = rounding * sum + offSum;
            value[i] = Rounding.ROOM * (alpha * (argument + Rounding.FEW) + Rounding.FEW * (1 + Math.abs(state[i])));
            slope[i] = Rounding.ROOM
                    * (alpha * ((2 * argument + 2 * Rounding.FEW) * norm + off) + Rounding.FEW * (2 + alpha * norm));
            bend[i] = Rounding.ROOM * alpha * STEEPEST * norm * norm;
        }
        return Optional.of(new Bounds(value, slope, bend, Double.POSITIVE_INFINITY));
    }
}
