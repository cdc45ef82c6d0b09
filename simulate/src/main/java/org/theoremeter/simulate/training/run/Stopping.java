package org.theoremeter.simulate.training.run;

/**
 * Tells when training ends before its last epoch.
 *
 * @param reached whether it ends once accuracy and reliability exceed 0.8
 * @param lossFraction ends once the loss is below this fraction of the first; 0 for never
 * @param above is given up once the loss is above this; infinite for never
 */
public record Stopping(boolean reached, double lossFraction, double above) {

    /** Never before the last epoch. */
    public static final Stopping NEVER = new Stopping(false, 0);

    private static final double HIGH = 0.8;

    /** Checks the fraction and the loss. */
    public Stopping {
        if (!(lossFraction >= 0 && lossFraction < 1)) {
            throw new IllegalArgumentException(
                    "found a loss fraction of " + lossFraction + ", accepted: a number in [0, 1)");
        }
        if (!(above > 0)) {
            throw new IllegalArgumentException("found a loss to give up at of " + above + ", accepted: above 0");
        }
    }

    /** Creates a rule that gives no training up. */
    public Stopping(boolean reached, double lossFraction) {
        this(reached, lossFraction, Double.POSITIVE_INFINITY);
    }

    boolean ends(double loss, double first, double accuracy, double reliability) {
        return loss < lossFraction * first || (reached && accuracy > HIGH && reliability > HIGH);
    }

    boolean givesUp(double loss) {
        return loss > above;
    }
}
