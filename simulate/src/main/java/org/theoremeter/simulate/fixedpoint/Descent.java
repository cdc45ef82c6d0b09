package org.theoremeter.simulate.fixedpoint;

import java.util.Arrays;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.arithmetic.Inverse;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.fixedpoint.map.SearchedMap;

/**
 * Minimises q(r) = ½‖F(r) − r‖² from a start, by Newton's method on q, damped as Levenberg and Marquardt do (the damping follows
 * Nielsen, IMM-REP-1999-05).
 *
 * <p>With g = F − r and J = DF − 1 the gradient is Jᵀg and the second derivative JᵀJ + Σ g_i ∂²F_i. The sum is left out as long as q
 * falls fast, as it does towards a zero; with it a minimum that is no zero, where J is singular, is reached as fast. One workspace a
 * thread; a step allocates nothing.
 */
final class Descent {

    /** A speed so small, in units of 1 + ‖r‖, is 0: some hundred roundings. */
    static final double ZERO = 1e-13;

    /** Largest gradient of q left at a minimum, in units of ‖J‖ ‖g‖, and of ‖J‖ (1 + ‖r‖), the rounding of g. */
    static final double FLAT = 1e-10;

    private static final double ROUNDING = 1e-15;

    /** The least second derivative of q at a minimum, in units of the mean one: a little below 0, for rounding and valleys. */
    private static final double CURVED = -1e-9;

    /** States beyond this have left. */
    private static final double BOUND = 1e9;

    /** A step that leaves more than this of q is slow; after so many q is described to second order. */
    private static final double SLOW = 0.3;

    private static final int PATIENCE = 3;

    /** How much of the predicted decrease a step must keep. */
    private static final double ACCEPTED = 1e-4;

    /** A predicted decrease so small, in units of q, is lost in rounding; the gradient then tells. */
    private static final double LOST = 1e-12;

    /** What a step of Newton's method towards a zero leaves of q, at most. */
    private static final double NEWTON = 1e-2;

    private static final double FIRST_DAMPING = 1e-3;
    private static final double LEAST_DAMPING = 1e-15;
    private static final double MOST_DAMPING = 1e12;

    private final SearchedMap map;
    private final Cholesky cholesky;
    private final Inverse inverse;
    private final double[][] inverted;
    private final double[][] derivative;
    private final double[][] hessian;
    private final double[] gradient;
    private final double[] step;
    private double[] state;
    private double[] residual;
    private double[] trial;
    private double[] trialResidual;
    private double q;
    private double scale;
    private double meanCurvature;

    Descent(SearchedMap map) {
        int size = map.dimension();
        this.map = map;
        cholesky = new Cholesky(size);
        inverse = new Inverse(size);
        inverted = new double[size][size];
        derivative = new double[size][size];
        hessian = new double[size][size];
        gradient = new double[size];
        step = new double[size];
        state = new double[size];
        residual = new double[size];
        trial = new double[size];
        trialResidual = new double[size];
    }

    /** Minimises, and says what it ended in. */
    Candidate from(double[] start, int iterations) {
        System.arraycopy(start, 0, state, 0, state.length);
        q = evaluate(state, residual);
        double damping = FIRST_DAMPING;
        double growth = 2;
        int slow = 0;
        boolean second = false;
        for (int iteration = 0; iteration < iterations; iteration++) {
            InterruptedRun.check();
            if (!(q < Double.POSITIVE_INFINITY) || !(Rows.norm(state) < BOUND)) {
                return end(Candidate.End.NONE, iteration);
            }
            if (speed() <= ZERO * (1 + Rows.norm(state))) {
                return end(Candidate.End.ZERO, iteration);
            }
            differentiate(second);
            boolean flat = Rows.norm(gradient) <= scale * (FLAT * speed() + ROUNDING * (1 + Rows.norm(state)));
            if (flat && second && newton()) {
                continue;
            }
            if (flat && second) {
                boolean minimum = cholesky.factor(hessian, -CURVED * meanCurvature);
                return end(minimum ? Candidate.End.MINIMUM : Candidate.End.NONE, iteration);
            }
            if (flat) {
                second = true;
                continue;
            }
            boolean moved = false;
            while (!moved && damping <= MOST_DAMPING) {
                double shift = damping * meanCurvature;
                if (!cholesky.factor(hessian, shift)) {
                    damping = Math.max(damping, LEAST_DAMPING) * 10;
                    continue;
                }
                for (int i = 0; i < step.length; i++) {
                    step[i] = -gradient[i];
                }
                cholesky.solve(step);
                double predicted = (shift * Rows.dot(step, step) - Rows.dot(gradient, step)) / 2;
                for (int i = 0; i < trial.length; i++) {
                    trial[i] = state[i] + step[i];
                }
                double tried = evaluate(trial, trialResidual);
                double ratio = (q - tried) / predicted;
                boolean lost = predicted <= LOST * q && tried <= q * (1 + LOST);
                if (ratio > ACCEPTED || lost) {
                    slow = tried > SLOW * q ? slow + 1 : 0;
                    second |= slow >= PATIENCE;
                    moved = true;
                    accept(tried);
                    double kept = 2 * Math.min(ratio, 2) - 1;
                    damping = lost
                            ? LEAST_DAMPING
                            : Math.max(LEAST_DAMPING, damping * Math.max(1.0 / 3, 1 - kept * kept * kept));
                    growth = 2;
                } else {
                    damping *= growth;
                    growth *= 2;
                }
            }
            if (!moved && !newton()) {
                // no step lowers q, and this is no minimum: a kink
                return end(Candidate.End.NONE, iteration);
            }
        }
        return end(Candidate.End.NONE, iterations);
    }

    private Candidate end(Candidate.End end, int iterations) {
        return new Candidate(state.clone(), speed(), end, iterations);
    }

    private double speed() {
        return Math.sqrt(2 * q);
    }

    /**
     * Takes a step of Newton's method on g, which near a zero sees what is lost to rounding in JᵀJ; at a minimum that is no zero J is
     * singular, and it leads nowhere.
     *
     * @return whether it made the speed a tenth or less
     */
    private boolean newton() {
        for (int i = 0; i < inverted.length; i++) {
            System.arraycopy(derivative[i], 0, inverted[i], 0, inverted.length);
        }
        if (!inverse.invert(inverted)) {
            return false;
        }
        for (int i = 0; i < trial.length; i++) {
            trial[i] = state[i] - Rows.dot(inverted[i], residual);
        }
        double tried = evaluate(trial, trialResidual);
        if (!(tried <= NEWTON * q)) {
            return false;
        }
        accept(tried);
        return true;
    }

    private void accept(double tried) {
        double[] swap = state;
        state = trial;
        trial = swap;
        swap = residual;
        residual = trialResidual;
        trialResidual = swap;
        q = tried;
    }

    /** Sets the residual to F(r) − r and returns q. */
    private double evaluate(double[] at, double[] to) {
        map.step(at, to);
        for (int i = 0; i < to.length; i++) {
            to[i] -= at[i];
        }
        return Rows.dot(to, to) / 2;
    }

    private void differentiate(boolean second) {
        map.jacobian(state, derivative);
        double squares = 0;
        for (int i = 0; i < derivative.length; i++) {
            derivative[i][i] -= 1;
            squares += Rows.dot(derivative[i], derivative[i]);
            Arrays.fill(hessian[i], 0);
        }
        scale = Math.sqrt(squares);
        meanCurvature = squares / derivative.length;
        Rows.transposedTimes(derivative, residual, gradient);
        Rows.addOuterProducts(derivative, derivative, 0, derivative.length, hessian);
        if (second) {
            map.addCurvature(state, residual, hessian);
        }
    }
}
