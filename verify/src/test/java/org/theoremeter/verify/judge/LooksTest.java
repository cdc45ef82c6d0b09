package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LooksTest {

    @Test
    void double_the_seeds_up_to_the_bound_and_share_alpha() {
        Looks looks = new Looks(5, 45);
        assertThat(looks.count()).isEqualTo(4); // 5, 10, 20, 40
        assertThat(looks.seeds(3)).isEqualTo(40);
        assertThat(looks.confidence(0.95)).isCloseTo(1 - 0.05 / 4, within(1e-15));
    }

    @Test
    void there_is_one_look_where_no_seed_may_be_added() {
        assertThat(new Looks(50, 20).count()).isEqualTo(1);
        assertThat(new Looks(50, 20).confidence(0.95)).isEqualTo(0.95);
    }
}
