package org.theoremeter.simulate.experiment.mechanism;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.theoremeter.simulate.mechanism.MechanismOfMemory.Answer;

/** Kinds of systems whose mechanism is known, each with the range it is drawn from. */
enum KnownKind {
    /** A passage with r from 1e-4 to 0.02 and h from 0.1 to 0.5, 70 to 3000 steps long, from x in [−0.5, 0] to rest at 2 to 5. */
    SLOW_POINT(Answer.SLOW_POINT) {
        @Override
        Drawn draw(UniformRandomProvider random, int run, int longest) {
            return new Drawn(
                    new Passage(even(random, 0.1, 0.5), scaled(random, 1e-4, 0.02), even(random, 2, 5)),
                    new double[] {even(random, -0.5, 0)},
                    0,
                    0);
        }
    },
    /** Turns in 20 to 500 steps, unevenly by at most a half, drawn to the circle at a rate of 0.02 to 0.3. */
    LIMIT_CYCLE(Answer.PERIODIC_ORBIT) {
        @Override
        Drawn draw(UniformRandomProvider random, int run, int longest) {
            return cycle(random, scaled(random, 20, 500), even(random, 0, 0.5));
        }
    },
    /** The same, passing each turn where it is 9 to 99 times slower than on the other side (b from 0.8 to 0.98). */
    GHOST_CYCLE(Answer.PERIODIC_ORBIT) {
        @Override
        Drawn draw(UniformRandomProvider random, int run, int longest) {
            return cycle(random, scaled(random, 60, 500), even(random, 0.8, 0.98));
        }
    },
    /** Turns in 1.2 to 6 times the steps of the run that the published rule sees, at most a seventh of the longest run. */
    LONG_CYCLE(Answer.PERIODIC_ORBIT) {
        @Override
        Drawn draw(UniformRandomProvider random, int run, int longest) {
            double most = Math.min(6.0 * run, longest / 7.0);
            return cycle(random, scaled(random, Math.min(1.2 * run, most), most), even(random, 0, 0.5));
        }
    },
    /** A spiral into a fixed point, 20 to 300 steps a turn, with a time constant of 30 to 3000 steps. */
    SPIRAL(Answer.FIXED_POINT) {
        @Override
        Drawn draw(UniformRandomProvider random, int run, int longest) {
            double period = scaled(random, 20, 300);
            double constant = scaled(random, 30, Math.min(3000, longest / 5.0));
            Rotor rotor = new Rotor(2 * Math.PI / period, 0, Math.exp(-1 / constant), even(random, 0, 0.1));
            return new Drawn(rotor, around(random), 0, period);
        }
    },
    /** Creeps along a ring that takes 6 to 600 times the longest run to go round, unevenly by at most a half. */
    RING(Answer.NEITHER) {
        @Override
        Drawn draw(UniformRandomProvider random, int run, int longest) {
            return cycle(random, scaled(random, 6.0 * longest, 600.0 * longest), even(random, 0, 0.5));
        }
    },
    /** A 2-cycle with e from 0.05 to 0.6. */
    TWO_CYCLE(Answer.PERIODIC_ORBIT) {
        @Override
        Drawn draw(UniformRandomProvider random, int run, int longest) {
            return new Drawn(new Flip(even(random, 0.05, 0.6)), new double[] {even(random, 0.2, 0.9)}, 0, 2);
        }
    },
    /** Two wells between which noise switches every hundred steps or so; without noise, rest in one of them. */
    SWITCHING(Answer.FIXED_POINT) {
        @Override
        Drawn draw(UniformRandomProvider random, int run, int longest) {
            double step = even(random, 0.1, 0.5);
            double side = random.nextBoolean() ? 1 : -1;
            return new Drawn(
                    new Wells(step),
                    new double[] {side * even(random, 0.7, 1.3)},
                    Math.sqrt(2 * step * even(random, 0.1, 0.2)),
                    0);
        }
    };

    private final Answer answer;

    KnownKind(Answer answer) {
        this.answer = answer;
    }

    /**
     * A system of a kind.
     *
     * @param latent its map
     * @param start its latent variables at the start
     * @param kick deviation of the noise on the first latent variable a step, beside that of all units
     * @param period steps a turn; 0 if it does not turn
     */
    record Drawn(LatentMap latent, double[] start, double kick, double period) {}

    /**
     * Draws a system.
     *
     * @param run steps that the published rule sees
     * @param longest steps that the rule of the dynamics sees at most
     */
    abstract Drawn draw(UniformRandomProvider random, int run, int longest);

    /** Returns what is true of every system of this kind. */
    Answer answer() {
        return answer;
    }

    /** Returns the word by which the experiment names it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words() {
        return Arrays.stream(values()).map(KnownKind::word).toList();
    }

    static KnownKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static Drawn cycle(UniformRandomProvider random, double period, double unevenness) {
        return new Drawn(Rotor.cycle(period, unevenness, scaled(random, 0.02, 0.3)), around(random), 0, period);
    }

    /** Draws a place between 0.3 and 1.5 from the origin. */
    private static double[] around(UniformRandomProvider random) {
        double radius = even(random, 0.3, 1.5);
        double angle = even(random, 0, 2 * Math.PI);
        return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
    }

    private static double even(UniformRandomProvider random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private static double scaled(UniformRandomProvider random, double low, double high) {
        return low * Math.exp(random.nextDouble() * Math.log(high / low));
    }
}
