package org.theoremeter.verify.catalogue;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "integrator.*, integrator.loss, true", "*, a, true", "a?c, abc, true", "a*b*c, a.bb.b.c, true",
                "*.loss, x.loss, true",
        "integrator.*, oscillator.loss, false", "a?c, ac, false", "a.c, abc, false", "a*b, abc, false", "'', a, false",
        "*a, ab, false", "a**, a, true", "?, '', false"
    })
    void standsForWholeNames(String pattern, String name, boolean matches) {
        assertThat(new Glob(pattern).matches(name)).isEqualTo(matches);
    }

    /** As a regular expression this takes longer than anybody lives. */
    @Test
    void manyWildcardsCostNoMoreThanTheirNumber() {
        boolean found = assertTimeoutPreemptively(
                ofSeconds(5), () -> new Glob("?*".repeat(5_000) + "b").matches("a".repeat(10_000)));
        assertThat(found).isFalse();
    }
}
