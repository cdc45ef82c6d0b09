package org.theoremeter.simulate.measure;

import java.util.Optional;
import org.theoremeter.simulate.arithmetic.Eigenvalues;

/**
 * Follows the outlier through training as one eigenvalue of W, while it is real and when it has met another and left as
 * a conjugate pair (theory 2.3).
 *
 * <p>It begins with the eigenvalue of largest modulus once that lies outside the bulk. From then on it is the eigenvalue
 * nearest to where it was, of a pair the one with positive imaginary part: sampled finely enough, an identity. One that
 * has fallen back into the bulk is lost among the others, and it begins anew.
 */
public final class TrackedOutlier {

    private final Outliers outliers;
    private Optional<Position> last = Optional.empty();

    /**
     * One eigenvalue.
     *
     * @param real its real part
     * @param imaginary its imaginary part, not negative
     */
    public record Position(double real, double imaginary) {

        /** Returns the modulus of the difference. */
        public double distance(double otherReal, double otherImaginary) {
            return Math.hypot(real - otherReal, imaginary - otherImaginary);
        }
    }

    /**
     * Prepares to follow one run.
     *
     * @param outliers decides where the bulk ends
     */
    public TrackedOutlier(Outliers outliers) {
        this.outliers = outliers;
    }

    /**
     * Returns where the outlier is now, or nothing while none has left the bulk.
     *
     * @param rows W, one array a row, every entry finite
     */
    public Optional<Position> follow(double[][] rows) {
        Eigenvalues eigenvalues = Eigenvalues.of(rows);
        last = last.map(before -> nearest(eigenvalues, before))
                .filter(this::outside)
                .or(() -> Optional.of(leading(eigenvalues)).filter(this::outside));
        return last;
    }

    private boolean outside(Position position) {
        return position.distance(0, 0) > outliers.threshold();
    }

    /** Returns the eigenvalue of largest modulus. */
    public static Position leading(double[][] rows) {
        return leading(Eigenvalues.of(rows));
    }

    private static Position leading(Eigenvalues eigenvalues) {
        int first = 0;
        for (int i = 1; i < eigenvalues.size(); i++) {
            if (eigenvalues.modulus(i) > eigenvalues.modulus(first)) {
                first = i;
            }
        }
        return position(eigenvalues, first);
    }

    private static Position nearest(Eigenvalues eigenvalues, Position to) {
        Position nearest = position(eigenvalues, 0);
        for (int i = 1; i < eigenvalues.size(); i++) {
            Position other = position(eigenvalues, i);
            if (other.distance(to.real, to.imaginary) < nearest.distance(to.real, to.imaginary)) {
                nearest = other;
            }
        }
        return nearest;
    }

    private static Position position(Eigenvalues eigenvalues, int index) {
        return new Position(eigenvalues.real(index), Math.abs(eigenvalues.imaginary(index)));
    }
}
