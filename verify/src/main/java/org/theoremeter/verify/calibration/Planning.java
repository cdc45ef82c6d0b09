package org.theoremeter.verify.calibration;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.NumericalError;
import org.theoremeter.verify.judge.ValueJudge;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.statistics.Proportion;
import org.theoremeter.verify.statistics.Sample;

/**
 * Measures how often a claim that was left open is decided by the number of seeds that it named.
 *
 * @param truth where the truth lies, in margins from the prediction
 * @param deviation the deviation of a seed, in margins
 * @param seeds how many seeds the claim has at first
 */
public record Planning(double truth, double deviation, int seeds) {

    private static final int MOST = 20_000;

    /**
     * Repeats a claim of the kind value until so many were left open, and gives each the seeds that it named.
     *
     * @param repeats how many claims that were left open and named a number
     * @param seed the root seed
     * @return how many of them were then decided
     */
    public Proportion decided(Noise noise, int repeats, long seed) {
        RandomGenerator random = new Well19937c(
                new int[] {(int) seed, noise.ordinal(), seeds, (int) (100 * truth), (int) (100 * deviation)});
        ValueJudge judge = new ValueJudge(0.95);
        int open = 0;
        int decided = 0;
        while (open < repeats) {
            double[] first = sample(noise.draw(random, seeds));
            Judgement judgement = judge.judge("value", new Sample(first), true, 0, NumericalError.NONE, 1);
            if (judgement.verdict() != Verdict.INCONCLUSIVE) {
                continue;
            }
            open++;
            int named = judgement.seedsToDecide().orElse(MOST);
            double[] all = Arrays.copyOf(first, named);
            double[] further = sample(noise.draw(random, named - seeds));
            System.arraycopy(further, 0, all, seeds, further.length);
            Verdict then = judge.judge("value", new Sample(all), true, 0, NumericalError.NONE, 1)
                    .verdict();
            decided += then == Verdict.PASS || then == Verdict.FAIL ? 1 : 0;
        }
        return new Proportion(decided, repeats);
    }

    private double[] sample(double[] noise) {
        return Arrays.stream(noise).map(x -> truth + deviation * x).toArray();
    }
}
