package org.theoremeter.simulate.experiment.lowrank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.arithmetic.Eigenvalues;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.LowRankRnn;
import org.theoremeter.theory.lowrank.Overlap;

/** Collects what is measured along the training of one network, at the points of the axis τ. */
final class OverlapCourse {

    static final String AXIS = "tau";

    private static final String LOSS = "loss";
    private static final String EIGENVALUE = "leading-eigenvalue";
    private static final String FREQUENCY = "leading-frequency";

    private final List<Overlap> overlaps;
    private final Conserved conserved;
    private final Map<String, Double> initial = new LinkedHashMap<>();
    private final double initialSlope;
    private final int redrawn;
    private final List<Double> at = new ArrayList<>();
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private double speed;
    private double longest;

    /**
     * Starts.
     *
     * @param slope norm of the gradient at the start
     */
    OverlapCourse(InitialNetwork.Drawn start, double loss, double slope) {
        LowRankRnn network = start.network();
        overlaps = Overlap.ofRank(network.rank());
        conserved = new Conserved(network);
        redrawn = start.redrawn();
        overlaps.forEach(overlap -> initial.put(overlap.name(), product(overlap, network)));
        initial.put(LOSS, loss);
        initialSlope = -slope * slope;
        longest = conserved.length(network);
    }

    static List<Observable> observables() {
        List<Overlap> overlaps = Overlap.ofRank(Overlap.LARGEST_RANK);
        List<Observable> all = new ArrayList<>(List.of(
                Observable.series(LOSS, "population loss", AXIS),
                Observable.series(
                        EIGENVALUE, "real part of the eigenvalue of W of largest modulus, which is one of nᵀm", AXIS),
                Observable.series(FREQUENCY, "modulus of its imaginary part", AXIS)));
        overlaps.forEach(overlap -> all.add(Observable.series(
                overlap.name(),
                (overlap.visible() ? "visible" : "invisible") + " overlap " + formula(overlap.name()),
                AXIS)));
        all.addAll(Conserved.observables());
        overlaps.forEach(overlap -> all.add(
                Observable.scalar("initial-" + overlap.name(), formula(overlap.name()) + " at the start", Unit.ONE)));
        all.addAll(List.of(
                Observable.scalar("initial-loss", "the loss at the start", Unit.ONE),
                Observable.scalar("initial-slope", "dL/dtau at the start, −‖∂L/∂X‖² with X = [m n u v]", Unit.ONE),
                Observable.scalar("final-loss", "the loss at the end", Unit.ONE),
                Observable.scalar("redrawn", "how many unstable networks were drawn before this one", Unit.ONE)));
        return List.copyOf(all);
    }

    /** Writes an overlap as a formula: {@code A12} is n₁ᵀm₂. */
    static String formula(String name) {
        String left = name.replaceAll("[0-9]", "");
        String index = name.substring(left.length());
        String first = index.isEmpty() ? "" : "_" + index.charAt(0);
        String second = index.length() < 2 ? "" : "_" + index.charAt(1);
        return switch (left) {
            case "A" -> "n" + first + "ᵀ m" + second;
            case "b" -> "n" + first + "ᵀ u";
            case "k" -> "m" + first + "ᵀ v";
            case "d" -> "vᵀ u";
            default -> left.charAt(0) + first + "ᵀ " + left.charAt(1) + second;
        };
    }

    private static double product(Overlap overlap, LowRankRnn network) {
        double[][] columns = network.columns();
        return Rows.dot(columns[overlap.row()], columns[overlap.column()]);
    }

    /**
     * Measures the network at a training time.
     *
     * @param slope norm of the gradient there: what an error of the state does to the loss
     */
    void sample(double tau, LowRankRnn network, double loss, double slope) {
        at.add(tau);
        add(LOSS, loss);
        overlaps.forEach(overlap -> add(overlap.name(), product(overlap, network)));
        eigenvalue(network);
        conserved.sample(network).forEach(this::add);
        speed = Math.max(speed, slope);
        longest = Math.max(longest, conserved.length(network));
    }

    private void add(String name, double value) {
        values.computeIfAbsent(name, unseen -> new ArrayList<>()).add(value);
    }

    /** The eigenvalues of W = m nᵀ are those of nᵀm, and 0. */
    private void eigenvalue(LowRankRnn network) {
        double[][] a = new double[network.rank()][network.rank()];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                a[i][j] = Rows.dot(network.right()[i], network.left()[j]);
            }
        }
        Eigenvalues eigenvalues = Eigenvalues.of(a);
        int first = 0;
        for (int i = 1; i < a.length; i++) {
            if (eigenvalues.modulus(i) > eigenvalues.modulus(first)) {
                first = i;
            }
        }
        add(EIGENVALUE, eigenvalues.real(first));
        add(FREQUENCY, Math.sqrt(Math.max(0, square(eigenvalues.modulus(first)) - square(eigenvalues.real(first)))));
    }

    private static double square(double x) {
        return x * x;
    }

    /**
     * Returns the observation.
     *
     * @param error bound of the error of X in the Frobenius norm over the whole course
     */
    Observation observation(double error, Optional<String> instability, double end) {
        // an inner product of two columns, each of which is off by the error at most, and rounding
        double rounding = 8 * Math.ulp(square(longest)) * Math.sqrt(conserved.size());
        double productError = 2 * longest * error + error * error + rounding;
        double lossError = speed * error + 1e-14;
        Map<String, Measurement> found = new HashMap<>();
        initial.forEach((name, value) ->
                found.put("initial-" + name, new Measurement.Scalar(value, name.equals(LOSS) ? 1e-14 : rounding)));
        found.put("initial-slope", new Measurement.Scalar(initialSlope, 1e-13 * Math.max(1, -initialSlope)));
        found.put("redrawn", new Measurement.Scalar(redrawn, 0));
        values.forEach((name, list) -> found.put(
                name,
                new Measurement.Series(
                        array(at),
                        array(list),
                        switch (name) {
                            case LOSS -> lossError;
                            // as far as A is nearly normal
                            case EIGENVALUE, FREQUENCY -> overlaps.size() * productError;
                            default -> conserved.isDrift(name) ? conserved.error(longest, error) : productError;
                        })));
        if (!at.isEmpty()) {
            found.put("final-loss", new Measurement.Scalar(values.get(LOSS).get(at.size() - 1), lossError));
        }
        return new Observation(found, Map.of(), instability.map(reason -> new Divergence(AXIS, end, reason)));
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
