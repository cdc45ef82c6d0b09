package org.theoremeter.simulate.fixedpoint;

import java.util.Optional;
import org.theoremeter.simulate.arithmetic.Inverse;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.fixedpoint.map.SearchedMap;
import org.theoremeter.simulate.fixedpoint.map.SearchedMap.Bounds;

/** Refines a point by Newton's method and proves what can be proved of it, as {@link Certificate} says; one workspace a thread. */
final class Certification {

    private static final double UNIT = 0x1p-53;

    /** Makes good what sums of positive numbers, and the few operations after them, may lose. */
    private static final double ROOM = 1 + 1e-9;

    private static final int STEPS = 3;

    /** Largest step of a refinement, in units of 1 + ‖r‖: along a curve of fixed points Newton's method would wander. */
    private static final double NEAR = 1e-6;

    private final SearchedMap map;
    private final Inverse inverse;
    private final double[][] derivative;
    private final double[][] inverted;
    private final double[] residual;
    private final double[] product;
    private final double[] trial;

    Certification(SearchedMap map) {
        int size = map.dimension();
        this.map = map;
        inverse = new Inverse(size);
        derivative = new double[size][size];
        inverted = new double[size][size];
        residual = new double[size];
        product = new double[size];
        trial = new double[size];
    }

    /** Moves a state nearer to the zero that it is near, as long as its speed falls, and returns the speed. */
    double refine(double[] state) {
        double speed = evaluate(state);
        for (int i = 0; i < STEPS && speed > 0 && invert(state); i++) {
            for (int k = 0; k < trial.length; k++) {
                trial[k] = state[k] - Rows.dot(inverted[k], residual);
            }
            double tried = evaluate(trial);
            if (!(tried < speed) || distance(trial, state) > NEAR * (1 + Rows.norm(state))) {
                evaluate(state);
                return speed;
            }
            System.arraycopy(trial, 0, state, 0, state.length);
            speed = tried;
        }
        return speed;
    }

    /** Proves that there is a fixed point near a state, if it can. */
    Certificate exists(double[] state) {
        Optional<Bounds> known = map.bounds(state);
        evaluate(state);
        if (known.isEmpty() || !invert(state)) {
            return Certificate.nothing();
        }
        Bounds bounds = known.get();
        double rounding = (state.length + 8) * UNIT;
        double[] rowSums = new double[state.length];
        for (int j = 0; j < rowSums.length; j++) {
            rowSums[j] = sum(derivative[j]);
        }
        double y = 0;
        double z = 0;
        double b = 0;
        for (int i = 0; i < state.length; i++) {
            double[] row = inverted[i];
            double moved = Math.abs(Rows.dot(row, residual));
            Rows.transposedTimes(derivative, row, product);
            product[i] -= 1;
            double left = sum(product) + UNIT;
            double bent = 0;
            for (int j = 0; j < row.length; j++) {
                double weight = Math.abs(row[j]);
                moved += weight * (rounding * Math.abs(residual[j]) + bounds.value()[j]);
                left += weight * (rounding * rowSums[j] + bounds.slope()[j]);
                bent += weight * bounds.bend()[j];
            }
            y = Math.max(y, moved);
            z = Math.max(z, left);
            b = Math.max(b, bent);
        }
        return kantorovich(ROOM * y, ROOM * z, ROOM * b, bounds.reach());
    }

    private static Certificate kantorovich(double y, double z, double b, double reach) {
        double room = 1 - z;
        double discriminant = room * room - 2 * y * b * ROOM;
        if (!(room > 0) || !(discriminant > 0)) {
            return Certificate.nothing();
        }
        double within = ROOM * 2 * y / (room + Math.sqrt(discriminant));
        double alone = Math.min(reach, b > 0 ? room / b / ROOM : Double.POSITIVE_INFINITY);
        return within < alone && within < reach
                ? new Certificate(Certificate.Claim.EXISTS, within, alone)
                : Certificate.nothing();
    }

    /** Proves that there is no fixed point near a state, if it can. */
    Certificate noneNear(double[] state) {
        Optional<Bounds> known = map.bounds(state);
        if (known.isEmpty()) {
            return Certificate.nothing();
        }
        Bounds bounds = known.get();
        double speed = evaluate(state);
        differentiate(state);
        for (int i = 0; i < residual.length; i++) {
            residual[i] /= speed;
        }
        Rows.transposedTimes(derivative, residual, product);
        double rounding = (state.length + 8) * UNIT;
        double height = speed * Rows.dot(residual, residual) * (1 - rounding);
        double steep = sum(product);
        double bent = 0;
        for (int i = 0; i < residual.length; i++) {
            double weight = Math.abs(residual[i]);
            height -= weight * bounds.value()[i];
            steep += weight * (rounding * sum(derivative[i]) + bounds.slope()[i]);
            bent += weight * bounds.bend()[i];
        }
        steep *= ROOM;
        bent *= ROOM;
        if (!(height > 0)) {
            return Certificate.nothing();
        }
        double alone = 2 * height / (steep + Math.sqrt(steep * steep + 2 * bent * height)) / ROOM;
        alone = Math.min(alone, bounds.reach());
        return alone > 0 ? new Certificate(Certificate.Claim.NONE_NEAR, Double.NaN, alone) : Certificate.nothing();
    }

    /** Returns ‖a − b‖. */
    static double distance(double[] a, double[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(squares);
    }

    private static double sum(double[] row) {
        double sum = 0;
        for (double entry : row) {
            sum += Math.abs(entry);
        }
        return sum;
    }

    private double evaluate(double[] state) {
        map.step(state, residual);
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= state[i];
        }
        return Rows.norm(residual);
    }

    private void differentiate(double[] state) {
        map.jacobian(state, derivative);
        for (int i = 0; i < derivative.length; i++) {
            derivative[i][i] -= 1;
        }
    }

    private boolean invert(double[] state) {
        differentiate(state);
        for (int i = 0; i < inverted.length; i++) {
            System.arraycopy(derivative[i], 0, inverted[i], 0, inverted.length);
        }
        return inverse.invert(inverted);
    }
}
