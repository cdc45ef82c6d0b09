package org.theoremeter.verify.claim.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.YamlNode;

class RowFilterTest {

    private static final List<String> COLUMNS = List.of("rate", "delay-ms", "c* (a = b)", "a!=b", "pi");

    private static RowFilter filter(String... conditions) {
        return RowFilter.read(
                Stream.of(conditions)
                        .map(text -> YamlNode.Scalar.plain(text, new Position("my.yaml", 3, 11)))
                        .toList(),
                COLUMNS);
    }

    /** Which of the values 1, 2 and 3 of every column are kept. */
    private static double[] kept(String... conditions) {
        RowFilter filter = filter(conditions);
        return DoubleStream.of(1, 2, 3)
                .filter(value -> filter.keeps(column -> value))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate = 2 | 2",
                "rate == 2 | 2",
                "rate=2e0 | 2",
                "rate = +2 | 2",
                "rate != 2 | 1 3",
                "rate!=2 | 1 3",
                "rate < 2 | 1",
                "rate <= 2 | 1 2",
                "rate > 2 | 3",
                "rate >= 2 | 2 3",
                "rate > -2 | 1 2 3",
                "delay-ms > 2 | 3",
                "c* (a = b) < 2 | 1",
                "a!=b > 2 | 3",
                "rate ≤ 2 | 1 2",
                "piecewise(rate < 2, 2, 3) > 2 | 2 3",
                "pi > 2.5 | 3", // the column, not the number
                "2 < rate | 3",
                "delay_ms + rate = 4 | 2",
                "rate*rate = delay_ms | 1",
                "rate^2 != 2*rate | 1 3"
            })
    void everySignSaysWhatItSays(String condition, String expected) {
        assertThat(kept(condition))
                .containsExactly(Stream.of(expected.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }

    @Test
    void severalHaveAllToHold() {
        assertThat(kept("rate > 1", "delay-ms != 3")).containsExactly(2);
        assertThat(kept()).containsExactly(1, 2, 3);
        assertThat(filter("rate > 1", "delay-ms != 3")).hasToString("rate > 1, delay-ms != 3");
        assertThat(filter("rate > 1", "2 != delay_ms").columns()).containsExactly("delay-ms", "rate");
    }

    @Test
    void whatIsNoNumberIsNeitherEqualNorUnequal() {
        assertThat(filter("rate = 1").keeps(column -> Double.NaN)).isFalse();
        assertThat(filter("rate != 1").keeps(column -> Double.NaN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rat > 1       | my.yaml:3:11: found no column 'rat', did you mean 'rate'?",
                "rate > rats   | my.yaml:3:18: found the undefined symbol 'rats', did you mean 'rate'?",
                "rate = rats   | my.yaml:3:18: found the undefined symbol 'rats', did you mean 'rate'?",
                "rate          | accepted: one comparison",
                "rate >        | my.yaml:3:",
                "> 3           | my.yaml:3:",
                "rate => 3     | my.yaml:3:",
                "1 < rate < 3  | my.yaml:3:",
                "rate != 1 = 2 | my.yaml:3:",
                "1 < 2         | no column",
                "piecewise(rate != 1, 2, 3) > 2 | my.yaml:3:11: found 'piecewise(rate != 1, 2, 3) > 2', accepted: one"
            })
    void faultsSayWhereAndWhatIsAccepted(String condition, String fault) {
        assertThatThrownBy(() -> filter(condition))
                .isInstanceOf(ClaimException.class)
                .hasMessageContaining(fault);
    }
}
