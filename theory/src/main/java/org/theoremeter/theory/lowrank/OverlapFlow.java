package org.theoremeter.theory.lowrank;

import java.util.List;

/**
 * The closed flow of all overlaps, dG/dτ = −(G S + S G), with the symmetric matrix S of the slopes of the loss by the visible
 * ones (theory 5.2). The state holds the overlaps in the order of {@link Overlap#ofRank}.
 *
 * @param rank R
 * @param overlaps the overlaps of that rank
 * @param oscillator whether the target is the damped oscillator, with the parameters c⋆ and ω⋆, or the integrator, with c⋆
 */
record OverlapFlow(int rank, List<Overlap> overlaps, boolean oscillator) {
    OverlapFlow(int rank, boolean oscillator) {
        this(rank, Overlap.ofRank(rank), oscillator);
    }

    /** Computes dG/dτ; not a number where the network is unstable. */
    void derivative(double[] state, double[] parameters, double[] out) {
        double[][] g = gram(state);
        double[][] s = loss(g, parameters).slopes();
        for (int k = 0; k < out.length; k++) {
            Overlap overlap = overlaps.get(k);
            double sum = 0;
            for (int i = 0; i < s.length; i++) {
                sum += g[overlap.row()][i] * s[i][overlap.column()] + s[overlap.row()][i] * g[i][overlap.column()];
            }
            out[k] = -sum;
        }
    }

    /** Returns the loss; not a number where the network is unstable. */
    double loss(double[] state, double[] parameters) {
        return loss(gram(state), parameters).loss();
    }

    private VisibleLoss loss(double[][] g, double[] parameters) {
        Filter target = oscillator ? Filter.oscillator(parameters[0], parameters[1]) : Filter.integrator(parameters[0]);
        double[][] a = new double[rank][rank];
        double[] b = new double[rank];
        double[] k = new double[rank];
        int u = 2 * rank;
        int v = u + 1;
        for (int i = 0; i < rank; i++) {
            System.arraycopy(g[rank + i], 0, a[i], 0, rank);
            b[i] = g[rank + i][u];
            k[i] = g[i][v];
        }
        return new VisibleLoss(a, b, k, g[v][u], target);
    }

    private double[][] gram(double[] state) {
        int size = 2 * rank + 2;
        double[][] g = new double[size][size];
        for (int k = 0; k < state.length; k++) {
            Overlap overlap = overlaps.get(k);
            g[overlap.row()][overlap.column()] = state[k];
            g[overlap.column()][overlap.row()] = state[k];
        }
        return g;
    }
}
