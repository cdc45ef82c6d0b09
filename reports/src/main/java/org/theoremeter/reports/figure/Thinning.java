package org.theoremeter.reports.figure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/**
 * Leaves out the points of a line that nobody would see.
 *
 * <p>Ramer's and Douglas and Peucker's rule in the pixels of the drawing: a run of points is left out if none is further from the
 * chord than a tolerance. The tolerance starts far below the width of a line and is doubled until few enough points remain;
 * the line that is drawn stays within twice the last tolerance of the one left out.
 */
final class Thinning {

    private static final int MOST_POINTS = 400;

    private static final double TOLERANCE = 0.05;

    /** Beyond this many points the lowest and highest of each run stand for the run, which bounds the work of the rule. */
    private static final int MOST_EXAMINED = 4000;

    private Thinning() {}

    /**
     * Returns the indices of the points that are drawn, ascending, with the first and the last among them.
     *
     * @param x abscissas in pixels
     * @param y ordinates in pixels, as many
     */
    static int[] keep(double[] x, double[] y) {
        int[] kept = extremes(y);
        double tolerance = TOLERANCE;
        int[] simplified = simplify(x, y, kept, tolerance);
        while (simplified.length > MOST_POINTS) {
            tolerance *= 2;
            simplified = simplify(x, y, simplified, tolerance);
        }
        return simplified;
    }

    private static int[] extremes(double[] y) {
        int n = y.length;
        BitSet kept = new BitSet(n);
        int run = n <= MOST_EXAMINED ? 1 : (int) Math.ceil(2.0 * n / MOST_EXAMINED);
        for (int start = 0; start < n; start += run) {
            int lowest = start;
            int highest = start;
            for (int i = start; i < Math.min(n, start + run); i++) {
                lowest = y[i] < y[lowest] ? i : lowest;
                highest = y[i] > y[highest] ? i : highest;
            }
            kept.set(lowest);
            kept.set(highest);
        }
        kept.set(0);
        kept.set(n - 1);
        return kept.stream().toArray();
    }

    private static int[] simplify(double[] x, double[] y, int[] points, double tolerance) {
        BitSet kept = new BitSet(points.length);
        kept.set(0);
        kept.set(points.length - 1);
        Deque<int[]> runs = new ArrayDeque<>();
        runs.push(new int[] {0, points.length - 1});
        while (!runs.isEmpty()) {
            int[] run = runs.pop();
            int furthest = -1;
            double distance = tolerance;
            for (int i = run[0] + 1; i < run[1]; i++) {
                double d = distance(x, y, points[i], points[run[0]], points[run[1]]);
                if (d > distance) {
                    distance = d;
                    furthest = i;
                }
            }
            if (furthest >= 0) {
                kept.set(furthest);
                runs.push(new int[] {run[0], furthest});
                runs.push(new int[] {furthest, run[1]});
            }
        }
        return Arrays.stream(kept.stream().toArray()).map(i -> points[i]).toArray();
    }

    /** Returns the distance of point i from the segment between points a and b. */
    private static double distance(double[] x, double[] y, int i, int a, int b) {
        double dx = x[b] - x[a];
        double dy = y[b] - y[a];
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : ((x[i] - x[a]) * dx + (y[i] - y[a]) * dy) / square;
        double nearest = Math.max(0, Math.min(1, along));
        return Math.hypot(x[i] - x[a] - nearest * dx, y[i] - y[a] - nearest * dy);
    }
}
