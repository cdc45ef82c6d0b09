package org.theoremeter.simulate.ode.method;

/**
 * The length of a first step, from the size of the state, of its slope and of the slope's change (E. Hairer,
 * S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I, section II.4).
 */
final class FirstStep {

    private static final double SHARE = 0.01;
    private static final double GROWTH = 100;

    /** Where the state or its slope is nothing: part of the time that is left. */
    private static final double BLIND = 1e-6;

    private static final double ORDER = 8;

    private FirstStep() {}

    static double of(Method.Task task, double time, double[] state, double end) {
        double[] slope = task.slope(time, state);
        double size = norm(task, state, state);
        double speed = norm(task, slope, state);
        double guess =
                size > 0 && speed > 0 && Double.isFinite(size / speed) ? SHARE * size / speed : BLIND * (end - time);
        guess = Math.min(guess, end - time);
        double[] next = state.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += guess * slope[i];
        }
        double[] change = task.slope(time + guess, next);
        for (int i = 0; i < change.length; i++) {
            change[i] = (change[i] - slope[i]) / guess;
        }
        double most = Math.max(speed, norm(task, change, state));
        double step = most > 0 && Double.isFinite(most) ? Math.pow(SHARE / most, 1 / ORDER) : GROWTH * guess;
        return Math.max(Math.min(GROWTH * guess, step), 64 * Math.ulp(time));
    }

    /** Returns the root mean square in units of what a step may err, over the components that have a size. */
    private static double norm(Method.Task task, double[] values, double[] state) {
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            if (state[i] != 0) {
                double ratio = values[i] / task.scales().allowed(i, Math.abs(state[i]), 0);
                squares += ratio * ratio;
            }
        }
        return Math.sqrt(squares / values.length);
    }
}
