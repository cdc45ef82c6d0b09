package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InterimAnalysesTest {

    @Test
    void doubleTheSeedsUpToTheBoundAndShareAlpha() {
        InterimAnalyses analyses = new InterimAnalyses(5, 45);
        assertThat(analyses.count()).isEqualTo(4); // 5, 10, 20, 40
        assertThat(analyses.seeds(3)).isEqualTo(40);
        assertThat(analyses.confidence(0.95)).isCloseTo(1 - 0.05 / 4, within(1e-15));
    }

    @Test
    void thereIsOneAnalysisWhereNoSeedMayBeAdded() {
        assertThat(new InterimAnalyses(50, 20).count()).isEqualTo(1);
        assertThat(new InterimAnalyses(50, 20).confidence(0.95)).isEqualTo(0.95);
    }
}
