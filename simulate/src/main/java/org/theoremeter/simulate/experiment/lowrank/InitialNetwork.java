package org.theoremeter.simulate.experiment.lowrank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.theoremeter.simulate.arithmetic.Eigenvalues;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.LowRankRnn;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.FactorGradient;
import org.theoremeter.theory.lowrank.Overlap;

/**
 * Reads what training starts from: Gaussian columns of m, n, u and v, with entries of variance g²/N, or columns that have
 * prescribed overlaps, at any N from 2R + 2, in random or in fixed directions.
 */
record InitialNetwork(Arguments arguments) {

    static final String RANK = "rank";
    static final String NEURONS = "neurons";

    private static final String INITIAL = "initial";
    private static final String GAUSSIAN = "gaussian";
    private static final String GRAM = "gram";
    private static final String EMBEDDING = "embedding";
    private static final String RANDOM = "random";
    private static final String GAIN = "gain";
    private static final String READ_GAIN = "read-gain";
    private static final int MOST_DRAWS = 1000;

    static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(
                new Parameter.Whole(RANK, "rank R of the weights W = m nᵀ", Unit.ONE, 1, Overlap.LARGEST_RANK, 1),
                new Parameter.Whole(NEURONS, "number of neurons N", Unit.ONE, 2, 2000, 30),
                new Parameter.Choice(
                        INITIAL,
                        "where training starts: from Gaussian m, n, u and v, or from vectors with prescribed overlaps",
                        List.of(GAUSSIAN, GRAM),
                        GAUSSIAN),
                new Parameter.Choice(
                        EMBEDDING,
                        "the frame in which prescribed overlaps are realised: random directions, or cosines over the"
                                + " neurons, which draw nothing; only with 'initial: gram'",
                        List.of(RANDOM, "cosine"),
                        RANDOM),
                gain(GAIN, "columns of m and n"),
                gain(READ_GAIN, "read-in u and read-out v")));
        for (Overlap overlap : Overlap.ofRank(Overlap.LARGEST_RANK)) {
            all.add(new Parameter.Real(
                    overlap.name(),
                    "initial overlap " + OverlapCourse.formula(overlap.name()) + "; only with 'initial: gram'",
                    Unit.ONE,
                    Bounds.open(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                    fallback(overlap)));
        }
        return all;
    }

    private static Parameter gain(String name, String what) {
        return new Parameter.Real(
                name,
                "length of the initial " + what
                        + ", whose entries have variance gain²/N; only with 'initial: gaussian'",
                Unit.ONE,
                new Bounds(0, true, 10, false),
                1);
    }

    /** Orthonormal columns. */
    private static double fallback(Overlap overlap) {
        return overlap.isSquare() ? 1 : 0;
    }

    int rank() {
        return (int) arguments.whole(RANK);
    }

    int size() {
        return (int) arguments.whole(NEURONS);
    }

    private boolean prescribed() {
        return arguments.choice(INITIAL).equals(GRAM);
    }

    boolean random() {
        return !prescribed() || arguments.choice(EMBEDDING).equals(RANDOM);
    }

    /** Refuses overlaps that no vectors have, or that belong to an unstable network. */
    void check() {
        if (!prescribed() && !arguments.choice(EMBEDDING).equals(RANDOM)) {
            throw new ArgumentException(EMBEDDING, arguments.choice(EMBEDDING), "it only with 'initial: gram'");
        }
        requireEffect(GAIN, 1, !prescribed(), "'initial: gaussian'");
        requireEffect(READ_GAIN, 1, !prescribed(), "'initial: gaussian'");
        List<Overlap> overlaps = Overlap.ofRank(rank());
        List<String> names = overlaps.stream().map(Overlap::name).toList();
        for (Overlap overlap : Overlap.ofRank(Overlap.LARGEST_RANK)) {
            requireEffect(
                    overlap.name(),
                    fallback(overlap),
                    prescribed() && names.contains(overlap.name()),
                    "'initial: gram' and a rank that has it");
        }
        if (!prescribed()) {
            return;
        }
        int least = 2 * rank() + 2;
        if (size() < least) {
            throw new ArgumentException(
                    NEURONS, Integer.toString(size()), "at least 2 rank + 2 = " + least + " with 'initial: gram'");
        }
        GramMatrix gram = new GramMatrix(entries(overlaps));
        if (!gram.isPositive()) {
            throw new ArgumentException(
                    INITIAL,
                    "gram with overlaps that no vectors have: their matrix has the eigenvalue " + gram.smallest(),
                    "overlaps whose matrix has no eigenvalue below 0");
        }
        requireStable(entries(overlaps));
    }

    private void requireEffect(String name, double fallback, boolean effective, String when) {
        if (!effective && arguments.real(name) != fallback) {
            throw new ArgumentException(name, Double.toString(arguments.real(name)), "it only with " + when);
        }
    }

    private void requireStable(double[][] gram) {
        double[][] a = new double[rank()][rank()];
        for (int i = 0; i < a.length; i++) {
            System.arraycopy(gram[rank() + i], 0, a[i], 0, a.length);
        }
        Eigenvalues eigenvalues = Eigenvalues.of(a);
        for (int i = 0; i < a.length; i++) {
            if (!(eigenvalues.real(i) < 1)) {
                throw new ArgumentException(
                        "A11",
                        "overlaps A with an eigenvalue of real part " + eigenvalues.real(i)
                                + ", at which the network is unstable",
                        "A with the real parts of all eigenvalues below 1");
            }
        }
    }

    private double[][] entries(List<Overlap> overlaps) {
        double[][] gram = new double[2 * rank() + 2][2 * rank() + 2];
        for (Overlap overlap : overlaps) {
            gram[overlap.row()][overlap.column()] = arguments.real(overlap.name());
            gram[overlap.column()][overlap.row()] = arguments.real(overlap.name());
        }
        return gram;
    }

    /**
     * A network, and how many before it were unstable.
     *
     * @param network the network
     * @param redrawn how often it was drawn again
     */
    record Drawn(LowRankRnn network, int redrawn) {}

    /**
     * Builds the network; a Gaussian one that is unstable is drawn again, every time from a stream of its own.
     *
     * @param gradient tells whether a network is stable
     * @return nothing if none of a thousand is
     */
    Optional<Drawn> network(RandomStreams streams, FactorGradient gradient) {
        if (prescribed()) {
            GramMatrix gram = new GramMatrix(entries(Overlap.ofRank(rank())));
            double[][] frame = random() ? gram.random(size(), streams) : gram.cosines(size());
            return Optional.of(new Drawn(LowRankRnn.of(gram.vectors(frame)), 0));
        }
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            LowRankRnn network = gaussian(streams.child(draw));
            if (gradient.evaluate(network)) {
                return Optional.of(new Drawn(network, draw));
            }
        }
        return Optional.empty();
    }

    private LowRankRnn gaussian(RandomStreams streams) {
        double[][] columns = new double[2 * rank() + 2][];
        double[] numbers = streams.gaussians("initial-network", columns.length * size());
        for (int c = 0; c < columns.length; c++) {
            double gain = arguments.real(c < 2 * rank() ? GAIN : READ_GAIN);
            columns[c] = new double[size()];
            for (int i = 0; i < size(); i++) {
                columns[c][i] = gain / Math.sqrt(size()) * numbers[c * size() + i];
            }
        }
        return LowRankRnn.of(columns);
    }
}
