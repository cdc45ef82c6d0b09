package org.theoremeter.simulate.experiment.linear;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.theoremeter.simulate.arithmetic.Eigenvalues;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.LinearRnn;

/**
 * Follows the weights on the plane in which a network learns, and what they have outside of it (theory 1.7 and 2.2).
 *
 * <p>The plane is fixed at the start, {@link OrthonormalPair#of}.
 */
final class PlaneCourse {

    private static final List<String> ENTRIES = List.of("w11", "w12", "w21", "w22");
    private static final String WHERE = "; only for an oscillator, another overlap than 1, or a start on a plane";

    private final OrthonormalPair plane;
    private final double[] start;
    private final double size;
    private final boolean contained;
    private final Points[] weights = {new Points(), new Points(), new Points(), new Points()};
    private final Points outside = new Points();
    private final Points rightmost = new Points();
    private final Points leftmost = new Points();

    /** Fixes the plane. */
    PlaneCourse(LinearRnn network) {
        plane = OrthonormalPair.of(network);
        start = plane.project(network);
        size = network.size();
        contained = plane.outside(network) <= rounding(Rows.norm(network.weights()));
    }

    static List<Observable> observables() {
        return List.of(
                initial(0),
                initial(1),
                initial(2),
                initial(3),
                series(0),
                series(1),
                series(2),
                series(3),
                Observable.series("rightmost", "largest real part of an eigenvalue of W" + WHERE, Course.AXIS),
                Observable.series("leftmost", "smallest real part of an eigenvalue of W" + WHERE, Course.AXIS),
                Observable.series(
                        "outside-span",
                        "Frobenius norm of what W has outside the plane of e1 and e2" + WHERE,
                        Course.AXIS));
    }

    private static Observable initial(int entry) {
        return Observable.scalar(
                "initial-" + ENTRIES.get(entry),
                ENTRIES.get(entry)
                        + " of W(0) on the plane: e1 along the read-in, e2 along what the read-out has beside"
                        + " it, or else along Wᵀ e1 − W e1" + WHERE,
                Unit.ONE);
    }

    private static Observable series(int entry) {
        return Observable.series(
                "plane-" + ENTRIES.get(entry),
                ENTRIES.get(entry) + " of W on the plane of initial-" + ENTRIES.get(entry) + WHERE,
                Course.AXIS);
    }

    void sample(double tau, LinearRnn network) {
        double[] now = plane.project(network);
        for (int i = 0; i < 4; i++) {
            weights[i].add(tau, now[i]);
        }
        outside.add(tau, plane.outside(network));
        Eigenvalues eigenvalues = Eigenvalues.of(network.rows());
        double[] real = IntStream.range(0, eigenvalues.size())
                .mapToDouble(eigenvalues::real)
                .sorted()
                .toArray();
        leftmost.add(tau, real[0]);
        rightmost.add(tau, real[real.length - 1]);
    }

    /** Bounds the rounding of the projections: sums of N products of unit vectors and rows of W, twice. */
    private double rounding(double norm) {
        return (2 * size + 8) * Math.ulp(Math.max(1, norm));
    }

    /**
     * Adds what was found.
     *
     * @param error bound of the error of the state over the whole course
     * @param largest largest ‖W‖_F of the course
     */
    void measure(double error, double largest, Map<String, Measurement> found) {
        double rounding = rounding(largest);
        for (int i = 0; i < 4; i++) {
            found.put("initial-" + ENTRIES.get(i), new Measurement.Scalar(start[i], rounding));
        }
        if (outside.isEmpty()) {
            return;
        }
        for (int i = 0; i < 4; i++) {
            found.put("plane-" + ENTRIES.get(i), weights[i].series(error + rounding));
        }
        double eigenvalueError = PairCourse.CONDITION * (error + rounding);
        found.put("rightmost", rightmost.series(eigenvalueError));
        found.put("leftmost", leftmost.series(eigenvalueError));
        // every stage of a step is a sum of gradients: from within the plane its error is within too
        found.put("outside-span", outside.series(contained ? rounding : error + rounding));
    }
}
