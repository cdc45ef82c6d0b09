package org.theoremeter.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    /** Rounded by hand; the last digit of a tie goes to the even neighbour. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 1, 0.1, 0.1",
        "0.1, 3, 0.100, 0.100",
        "-0.037, 3, -0.0370, −0.0370",
        "0.001, 2, 0.0010, 0.0010",
        "0.000999, 2, 0.0010, 0.0010",
        "0.000999, 3, 9.99e-4, 9.99 × 10⁻⁴",
        "0.0009996, 3, 0.00100, 0.00100",
        "0.000371, 2, 3.7e-4, 3.7 × 10⁻⁴",
        "-0.000371, 1, -4e-4, −4 × 10⁻⁴",
        "12345, 3, 12300, 12300",
        "99999, 5, 99999, 99999",
        "99999.6, 5, 1.0000e5, 1.0000 × 10⁵",
        "100000, 1, 1e5, 1 × 10⁵",
        "-1.7976931348623157E308, 3, -1.80e308, −1.80 × 10³⁰⁸",
        "4.9E-324, 2, 4.9e-324, 4.9 × 10⁻³²⁴",
        "2.5, 1, 2, 2",
        "3.5, 1, 4, 4",
        "0, 3, 0, 0",
        "-0.0, 3, 0, 0",
        "1e100, 17, 1.0000000000000000e100, 1.0000000000000000 × 10¹⁰⁰",
        "NaN, 3, not finite, not finite",
        "Infinity, 3, not finite, not finite",
        "-Infinity, 3, not finite, not finite"
    })
    void writesSignificantDigits(double value, int digits, String plain, String typeset) {
        assertThat(Numbers.plain(value, digits)).isEqualTo(plain);
        assertThat(Numbers.typeset(value, digits).replace('\u00A0', ' ')).isEqualTo(typeset);
    }

    @Test
    void whatIsWrittenReadsBackAsTheRoundedValue() {
        Random random = new Random(20260101);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            int digits = 1 + random.nextInt(17);
            if (!Double.isFinite(value) || value == 0) {
                continue;
            }
            BigDecimal expected =
                    new BigDecimal(Double.toString(value)).round(new MathContext(digits, RoundingMode.HALF_EVEN));
            String plain = Numbers.plain(value, digits);

            assertThat(new BigDecimal(plain)).isEqualByComparingTo(expected);
            assertThat(plain).matches("-?\\d+(\\.\\d+)?(e-?\\d+)?");
        }
    }

    @Test
    void seventeenDigitsKeepEveryDouble() {
        Random random = new Random(20260102);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Numbers.plain(value, 17))).isEqualTo(value == 0 ? 0 : value);
            }
        }
    }

    @Test
    void raisesExponents() {
        assertThat(Numbers.powerOfTen(0)).isEqualTo("10⁰");
        assertThat(Numbers.powerOfTen(-12)).isEqualTo("10⁻¹²");
        assertThat(Numbers.powerOfTen(34567890)).isEqualTo("10³⁴⁵⁶⁷⁸⁹⁰");
    }
}
