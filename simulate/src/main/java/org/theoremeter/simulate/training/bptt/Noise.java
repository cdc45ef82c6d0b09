package org.theoremeter.simulate.training.bptt;

/**
 * Tells how much white noise a network is trained with; every number is a standard deviation, 0 for none.
 *
 * @param input of what is added to every input channel, step and trial
 * @param state of ε, added inside the nonlinearity to every unit, step and trial (to every gate of an LSTM)
 */
public record Noise(double input, double state) {

    /** No noise at all. */
    public static final Noise NONE = new Noise(0, 0);

    /** Refuses negative and non-finite deviations. */
    public Noise {
        if (!(input >= 0 && input < Double.POSITIVE_INFINITY) || !(state >= 0 && state < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "found noise of input " + input + " and state " + state + ", accepted: finite numbers from 0");
        }
    }
}
