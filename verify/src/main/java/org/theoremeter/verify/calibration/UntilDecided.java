package org.theoremeter.verify.calibration;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;
import org.theoremeter.verify.judge.InterimAnalyses;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.NumericalError;
import org.theoremeter.verify.judge.ValueJudge;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.statistics.Sample;

/** A claim of the kind value whose seeds are doubled, three times at most, until it is decided. */
final class UntilDecided {

    private static final int ANALYSES = 4;

    private UntilDecided() {}

    static Judgement judge(double truth, int n, Noise noise, RandomGenerator random) {
        InterimAnalyses analyses = new InterimAnalyses(n, n << (ANALYSES - 1));
        ValueJudge judge = new ValueJudge(analyses.confidence(Subject.CONFIDENCE));
        double[] all = Arrays.stream(noise.draw(random, analyses.most()))
                .map(x -> truth + x / 2)
                .toArray();
        Judgement last = null;
        for (int analysis = 0; analysis < analyses.count(); analysis++) {
            Sample sample = new Sample(Arrays.copyOf(all, analyses.seeds(analysis)));
            last = judge.judge("value", sample, true, 0, NumericalError.NONE, 1);
            if (last.verdict() != Verdict.INCONCLUSIVE) {
                return last;
            }
        }
        return last;
    }
}
