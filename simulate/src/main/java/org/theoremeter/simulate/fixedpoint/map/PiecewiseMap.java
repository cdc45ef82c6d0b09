package org.theoremeter.simulate.fixedpoint.map;

import java.util.Arrays;
import java.util.Optional;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.ParameterBlock;
import org.theoremeter.simulate.network.PiecewiseLinearRnn;

/**
 * The map z ← A z + W max(z, 0) + c of a piecewise-linear network. Its linear regions are told by which units are positive; within one
 * it does not bend.
 */
public final class PiecewiseMap extends NetworkMap {

    private final double[] decay;
    private final double[][] rows;
    private final double[][] columns;
    private final Drive drive;
    private final double[] active;
    private final double[] products;

    private PiecewiseMap(NetworkMap base, double[] decay, double[][] rows, double[][] columns, Drive drive) {
        super(base);
        this.decay = decay;
        this.rows = rows;
        this.columns = columns;
        this.drive = drive;
        active = new double[rows.length];
        products = new double[rows.length];
    }

    static PiecewiseMap of(PiecewiseLinearRnn network, double[] parameters, double[] input) {
        ParameterBlock w = network.layout().block("W");
        int a = network.layout().block("A").offset();
        double[][] rows = new double[network.units()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(parameters, w.at(i, 0), w.at(i, 0) + rows.length);
        }
        double[][] columns = new double[rows.length][rows.length];
        Rows.transpose(rows, columns);
        return new PiecewiseMap(
                new NetworkMap(network, parameters, input),
                Arrays.copyOfRange(parameters, a, a + rows.length),
                rows,
                columns,
                Drive.of(network, parameters, input, "C", "h"));
    }

    @Override
    public SearchedMap another() {
        return new PiecewiseMap(this, decay, rows, columns, drive);
    }

    /** Returns the diagonal of A; shared. */
    public double[] decay() {
        return decay;
    }

    /** Returns W, one array a row; shared. */
    public double[][] weights() {
        return rows;
    }

    /** Returns c, bias and held input; shared. */
    public double[] drive() {
        return drive.sum();
    }

    /** Returns a bound of the rounding of each component of c, relative to which nothing else is known; a new array. */
    public double[] driveError() {
        return Arrays.stream(drive.size()).map(size -> Rounding.ofSum(0) * size).toArray();
    }

    @Override
    public void step(double[] state, double[] next) {
        for (int k = 0; k < active.length; k++) {
            active[k] = Math.max(state[k], 0);
        }
        Rows.transposedTimes(columns, active, products);
        for (int i = 0; i < next.length; i++) {
            next[i] = decay[i] * state[i] + products[i] + drive.sum()[i];
        }
    }

    @Override
    public void step(double[] state, double[] direction, double[] next, double[] nextDirection) {
        step(state, next);
        for (int k = 0; k < active.length; k++) {
            active[k] = state[k] > 0 ? direction[k] : 0;
        }
        Rows.transposedTimes(columns, active, products);
        for (int i = 0; i < next.length; i++) {
            nextDirection[i] = decay[i] * direction[i] + products[i];
        }
    }

    @Override
    public void jacobian(double[] state, double[][] to) {
        for (int i = 0; i < to.length; i++) {
            for (int k = 0; k < to.length; k++) {
                to[i][k] = state[k] > 0 ? rows[i][k] : 0;
            }
            to[i][i] += decay[i];
        }
    }

    @Override
    public void addCurvature(double[] state, double[] weights, double[][] to) {
        // none within a region
    }

    @Override
    public Optional<Bounds> bounds(double[] state) {
        int size = state.length;
        double[] value = new double[size];
        double[] slope = new double[size];
        double reach = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            double sum = drive.size()[i] + (Math.abs(decay[i]) + 1) * Math.abs(state[i]);
            for (int k = 0; k < size; k++) {
                sum += Math.abs(rows[i][k]) * Math.max(state[k], 0);
            }
            value[i] = Rounding.ROOM * Rounding.ofSum(size) * sum;
            slope[i] = Rounding.FEW * (1 + Math.abs(decay[i]));
            reach = Math.min(reach, Math.abs(state[i]));
        }
        // what lies on the border between two regions has no room
        return Optional.of(new Bounds(value, slope, new double[size], reach));
    }
}
