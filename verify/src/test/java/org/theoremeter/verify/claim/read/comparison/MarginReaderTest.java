package org.theoremeter.verify.claim.read.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.theoremeter.verify.claim.comparison.Margin;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.YamlNode;

class MarginReaderTest {

    private static Margin read(String text) {
        return MarginReader.read(YamlNode.Scalar.plain(text, new Position("my.yaml", 1, 1)));
    }

    @Test
    void isAbsoluteOrAShareOfThePrediction() {
        assertThat(read("0.02").about(5)).isEqualTo(0.02);
        assertThat(read("1 %").about(-5)).isCloseTo(0.05, within(1e-15)); // rounding
        assertThat(read("1%")).isEqualTo(read("1 %"));
    }

    @Test
    void isWrittenAsAPersonWritesIt() {
        assertThat(read("0.02")).hasToString("0.02");
        assertThat(read("1e-7 %")).hasToString("1E-7 %");
        assertThat(read("25 %")).hasToString("25 %");
        assertThat(read("1000")).hasToString("1000");
    }

    @Test
    void isFiniteAndPositive() {
        for (String text :
                new String[] {"0", "-1", "-1 %", ".inf", "Infinity", "NaN", "1e999", "1e-323 %", "0x1p3", "x", "%"}) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(ClaimException.class);
        }
    }
}
