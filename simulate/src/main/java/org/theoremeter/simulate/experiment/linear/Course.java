package org.theoremeter.simulate.experiment.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.util.ArithmeticUtils;
import org.theoremeter.simulate.arithmetic.Eigenvalues;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.measure.Isolation;
import org.theoremeter.simulate.measure.Outliers;
import org.theoremeter.simulate.measure.Spectrum;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.training.Trained;

/** Collects what is measured along the training of one network, at the points of the axis τ. */
final class Course {

    static final String EMERGENCE = "emergence";
    static final String AXIS = "tau";
    static final String LEARNING_TIME = "learning-time";

    /** How many steps' errors add up where training rests: the steps are about as long as what they add decays. */
    private static final double STEPS = 10;

    private final Outliers outliers;
    private final boolean random;
    private final int redrawn;
    private final double[] start;
    private final OptionalDouble initialDecay;
    private final Balance balance;
    private final Optional<PlaneCourse> plane;
    private final Optional<PairCourse> pair;
    private final Optional<Points> amplitude;
    private final Staircase staircase = new Staircase();
    private final double stiffness;
    private final double grain;
    private final Points loss = new Points();
    private final Points leading = new Points();
    private final Points bulk = new Points();
    private final Points outlier = new Points();
    private double[] last;
    private double slope;
    private double longest;

    /**
     * Begins at the start.
     *
     * @param redrawn how many draws of its weights were unstable
     * @param grain the error of what is trained by one step
     */
    Course(LinearRnn network, Arguments arguments, int redrawn, double grain) {
        TrainingSetting training = new TrainingSetting(arguments);
        outliers = new Outliers(arguments.real("gain"));
        random = new Setting(arguments).random();
        this.redrawn = redrawn;
        start = network.weights().clone();
        last = start;
        initialDecay = training.aligned() ? OptionalDouble.of(Setting.decay(network)) : OptionalDouble.empty();
        this.grain = grain;
        stiffness = training.stiffness();
        balance = new Balance(network, training.trained());
        plane = training.planar() ? Optional.of(new PlaneCourse(network)) : Optional.empty();
        pair = new Setting(arguments).oscillator() ? Optional.of(new PairCourse(outliers)) : Optional.empty();
        amplitude = training.trained() == Trained.ALL ? Optional.of(new Points()) : Optional.empty();
    }

    static List<Observable> observables() {
        List<Observable> all = new ArrayList<>(List.of(
                Observable.series("outlier", "leading eigenvalue of W while it lies outside the bulk", AXIS),
                Observable.series("loss", "population loss", AXIS),
                Observable.series("leading-eigenvalue", "real part of the eigenvalue of W of largest modulus", AXIS),
                Observable.series("bulk-radius", "largest modulus of the other eigenvalues of W", AXIS),
                Observable.scalar(
                        "initial-decay",
                        "1 − nᵀ W(0) n, n the common direction of read-in and read-out, if they are aligned",
                        Unit.ONE),
                Observable.scalar(
                        LEARNING_TIME,
                        "first tau at which the leading eigenvalue is 1 − c with |c − cstar| ≤ within · cstar, or for an"
                                + " oscillator lies within · cstar from 1 − cstar + i omegastar; with several modes, each has an"
                                + " eigenvalue that near",
                        Unit.TAU),
                Observable.scalar("final-outlier", "the outlier at the end", Unit.ONE),
                Observable.scalar("final-loss", "the loss at the end", Unit.ONE),
                Observable.scalar("weight-change", "Frobenius norm of W − W(0) at the end", Unit.ONE),
                Observable.scalar(
                        "redrawn",
                        "how many times W(0) was drawn anew because it was unstable; only with random weights",
                        Unit.ONE),
                Observable.scalar(
                        "relative-spectral-change",
                        "‖W − W(0)‖₂/‖W(0)‖₂ at the end, by largest singular values; only with random weights",
                        Unit.ONE),
                Observable.scalar(
                        "isolation",
                        "at the end, the distance of the leading eigenvalue (or pair) to the nearest other one, over the"
                                + " median of that distance among the others; only with random weights",
                        Unit.ONE)));
        all.addAll(Balance.observables());
        all.add(Observable.series("amplitude", "uᵀv, the impulse response at time 0; only with 'train: all'", AXIS));
        all.addAll(PlaneCourse.observables());
        all.addAll(PairCourse.observables());
        all.addAll(Staircase.observables());
        return List.copyOf(all);
    }

    static Map<String, String> events() {
        return Map.of(
                EMERGENCE,
                "first sampled tau at which an eigenvalue lies outside the bulk",
                PairCourse.PAIR,
                "first sampled tau at which the outlier is one of a conjugate pair; only for an oscillator");
    }

    /**
     * Returns a part/whole of the horizon in lowest terms, so that axes with different divisions share their points
     * bit for bit.
     */
    static double at(double horizon, long part, long whole) {
        if (part == 0) {
            return 0;
        }
        long divisor = ArithmeticUtils.gcd(part, whole);
        long numerator = part / divisor;
        long denominator = whole / divisor;
        return horizon * numerator / denominator;
    }

    /**
     * Measures the network at a training time.
     *
     * @param slope norm of the gradient there by what is trained: what an error of the state does to the loss
     */
    void sample(double tau, LinearRnn network, double lossValue, double slope) {
        Eigenvalues eigenvalues = Eigenvalues.of(network.rows());
        Spectrum spectrum = Spectrum.of(eigenvalues);
        loss.add(tau, lossValue);
        leading.add(tau, spectrum.leading());
        bulk.add(tau, spectrum.bulkRadius());
        outliers.outlier(spectrum).ifPresent(value -> outlier.add(tau, value));
        this.slope = Math.max(this.slope, slope);
        last = network.weights().clone();
        balance.sample(tau, network);
        plane.ifPresent(course -> course.sample(tau, network));
        pair.ifPresent(course -> course.sample(tau, network));
        staircase.sample(tau, lossValue, slope, outliers.count(eigenvalues));
        amplitude.ifPresent(points -> points.add(tau, Rows.dot(network.readIn(), network.readOut())));
        longest = Math.max(longest, Trained.ALL.norm(network));
    }

    /**
     * Returns the observation.
     *
     * @param error bound of the error of what is trained, in the Euclidean norm, over the whole course
     * @param times training times that were located with their errors, by the observable's name
     */
    Observation observation(
            double error, Map<String, Measurement.Scalar> times, Optional<String> instability, double end) {
        // eigenvalues of a nearly normal W move no further than W; the decomposition itself errs by rounding
        double eigenvalueError = error + 1e-13;
        double lossError = slope * error + 1e-14;
        Map<String, Measurement> found = new HashMap<>();
        initialDecay.ifPresent(decay -> found.put("initial-decay", new Measurement.Scalar(decay, 1e-14)));
        if (random) {
            found.put("redrawn", new Measurement.Scalar(redrawn, 0));
        }
        balance.measure(error, found);
        staircase.measure(STEPS * stiffness * grain + 1e-14, stiffness * error + 1e-14, lossError, found);
        plane.ifPresent(course -> course.measure(error, longest, found));
        // |δ(uᵀv)| ≤ |u||δv| + |v||δu| + |δu||δv|
        amplitude
                .filter(points -> !points.isEmpty())
                .ifPresent(points -> found.put("amplitude", points.series((2 * longest + error) * error + 1e-14)));
        if (!loss.isEmpty()) {
            found.put("outlier", outlier.series(eigenvalueError));
            found.put("loss", loss.series(lossError));
            found.put("leading-eigenvalue", leading.series(eigenvalueError));
            found.put("bulk-radius", bulk.series(eigenvalueError));
            found.put("final-loss", new Measurement.Scalar(loss.last(), lossError));
            found.put("weight-change", new Measurement.Scalar(change(), error + 1e-14));
            atEnd(eigenvalueError, found);
            outlier.lastAt(loss.lastPosition())
                    .ifPresent(value -> found.put("final-outlier", new Measurement.Scalar(value, eigenvalueError)));
        }
        found.putAll(times);
        Map<String, Double> events = new HashMap<>();
        pair.ifPresent(course -> course.measure(eigenvalueError, found, events));
        if (!outlier.isEmpty()) {
            events.put(EMERGENCE, outlier.firstPosition());
        }
        return new Observation(found, events, instability.map(reason -> new Divergence(AXIS, end, reason)));
    }

    /** Measures what is of interest at the end only, and only where there is a bulk. */
    private void atEnd(double eigenvalueError, Map<String, Measurement> found) {
        double before = random ? largestSingularValue(start) : 0;
        if (before > 0) {
            double relative = largestSingularValue(difference()) / before;
            found.put(
                    "relative-spectral-change",
                    new Measurement.Scalar(relative, eigenvalueError / before + 1e-12 * (1 + relative)));
            Isolation.of(LinearRnn.aligned(last).rows())
                    .ifPresent(isolation -> found.put(
                            "isolation",
                            new Measurement.Scalar(
                                    isolation.ratio(),
                                    2 * eigenvalueError * (1 + isolation.ratio()) / isolation.spacing())));
        }
    }

    private static double largestSingularValue(double[] weights) {
        int size = (int) Math.round(Math.sqrt(weights.length));
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = Arrays.copyOfRange(weights, i * size, (i + 1) * size);
        }
        return new SingularValueDecomposition(new Array2DRowRealMatrix(rows, false)).getNorm();
    }

    private double change() {
        return Rows.norm(difference());
    }

    private double[] difference() {
        double[] difference = last.clone();
        Rows.add(-1, start, difference);
        return difference;
    }
}
