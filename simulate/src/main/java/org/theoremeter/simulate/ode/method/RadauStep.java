package org.theoremeter.simulate.ode.method;

/** A step of {@link Radau} with its polynomial of collocation, in Newton's form. */
final class RadauStep implements Stretch {

    private final double from;
    private final double to;
    private final double[] state;
    private final double[] end;
    /** Divided differences of the increments over 0 and the nodes. */
    private final double[][] differences;

    RadauStep(double from, double to, double[] state, double[][] increments) {
        this.from = from;
        this.to = to;
        this.state = state;
        int n = state.length;
        double[] nodes = Radau.NODES;
        this.end = new double[n];
        this.differences = new double[nodes.length][n];
        for (int k = 0; k < n; k++) {
            end[k] = state[k] + increments[nodes.length - 1][k];
            double first = increments[0][k] / nodes[0];
            double second = (increments[1][k] - increments[0][k]) / (nodes[1] - nodes[0]);
            double third = (increments[2][k] - increments[1][k]) / (nodes[2] - nodes[1]);
            double bent = (second - first) / nodes[1];
            double later = (third - second) / (nodes[2] - nodes[0]);
            differences[0][k] = first;
            differences[1][k] = bent;
            differences[2][k] = (later - bent) / nodes[2];
        }
    }

    @Override
    public double from() {
        return from;
    }

    @Override
    public double to() {
        return to;
    }

    @Override
    public double[] at(double time) {
        if (time == to) {
            return end.clone();
        }
        return atPart((time - from) / (to - from));
    }

    /** Returns the state at a part of the step: more exactly than at a time, if the step is short. */
    double[] atPart(double part) {
        double[] at = increment(part);
        for (int k = 0; k < at.length; k++) {
            at[k] += state[k];
        }
        return at;
    }

    private double[] increment(double part) {
        double[] nodes = Radau.NODES;
        double[] at = new double[state.length];
        for (int k = 0; k < at.length; k++) {
            at[k] = part
                    * (differences[0][k]
                            + (part - nodes[0]) * (differences[1][k] + (part - nodes[1]) * differences[2][k]));
        }
        return at;
    }

    /** Returns the slope of the polynomial at a part of the step, which is so long. */
    double[] slope(double part, double step) {
        double first = Radau.NODES[0];
        double second = Radau.NODES[1];
        double[] slope = new double[state.length];
        for (int k = 0; k < slope.length; k++) {
            double inner = differences[1][k] + (part - second) * differences[2][k];
            double outer = differences[0][k] + (part - first) * inner;
            double bent = inner + (part - first) * differences[2][k];
            slope[k] = (outer + part * bent) / step;
        }
        return slope;
    }

    /** Returns what the polynomial says of the stages of a next step, as increments from the end of this. */
    double[][] beyond(double next) {
        double[][] guess = new double[Radau.NODES.length][];
        double[] whole = increment(1);
        for (int i = 0; i < guess.length; i++) {
            guess[i] = increment(1 + Radau.NODES[i] * next / (to - from));
            for (int k = 0; k < whole.length; k++) {
                guess[i][k] -= whole[k];
            }
        }
        return guess;
    }
}
