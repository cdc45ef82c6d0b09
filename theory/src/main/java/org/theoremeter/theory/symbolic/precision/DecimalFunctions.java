package org.theoremeter.theory.symbolic.precision;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Elementary functions of intervals, from power series whose rest is bounded.
 *
 * @param arithmetic how the ends are rounded
 */
record DecimalFunctions(DecimalInterval.Arithmetic arithmetic) {
    /** Powers of ten and halvings beyond this would take long: e to this power has 4·10⁷ digits before the point. */
    private static final BigDecimal LARGEST_EXPONENT = BigDecimal.valueOf(100_000_000);
    /** Turns can be taken off an angle of so many digits before the point. */
    private static final int LONGEST_ANGLE = 400;

    private static final int HALVINGS = 8;
    private static final Map<Integer, DecimalInterval> PI = new ConcurrentHashMap<>();
    private static final Map<Integer, DecimalInterval> LN_TEN = new ConcurrentHashMap<>();

    static DecimalFunctions of(int digits) {
        return new DecimalFunctions(DecimalInterval.Arithmetic.of(digits));
    }

    /** Says that a value could not be enclosed. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }
    }

    private BigDecimal negligible() {
        return BigDecimal.ONE.movePointLeft(arithmetic.digits() + 2);
    }

    /** By Machin: π = 16 atan(1/5) − 4 atan(1/239). */
    DecimalInterval pi() {
        return PI.computeIfAbsent(arithmetic.digits(), digits -> {
            DecimalInterval large = arithmetic.times(DecimalInterval.whole(16), alternating(unit(5), true));
            DecimalInterval small = arithmetic.times(DecimalInterval.whole(4), alternating(unit(239), true));
            return arithmetic.minus(large, small);
        });
    }

    private DecimalInterval unit(long divisor) {
        return arithmetic.over(DecimalInterval.ONE, divisor);
    }

    /** ln 10 = 3 ln 2 + ln(5/4) = 6 atanh(1/3) + 2 atanh(1/9). */
    private DecimalInterval lnTen() {
        return LN_TEN.computeIfAbsent(arithmetic.digits(), digits -> {
            DecimalInterval two = arithmetic.times(DecimalInterval.whole(6), alternating(unit(3), false));
            return arithmetic.plus(two, arithmetic.times(DecimalInterval.whole(2), alternating(unit(9), false)));
        });
    }

    /** Returns Σ ± x^(2k+1)/(2k+1): the inverse tangent, or without signs its hyperbolic counterpart, for |x| ≤ 1/2. */
    private DecimalInterval alternating(DecimalInterval x, boolean signs) {
        DecimalInterval square = arithmetic.square(x);
        DecimalInterval power = x;
        DecimalInterval sum = x;
        BigDecimal enough = negligible().multiply(x.magnitude());
        for (int k = 1; power.magnitude().compareTo(enough) > 0; k++) {
            power = arithmetic.times(power, square);
            DecimalInterval term = arithmetic.over(power, 2L * k + 1);
            sum = signs && k % 2 == 1 ? arithmetic.minus(sum, term) : arithmetic.plus(sum, term);
        }
        // What follows is below the last power times 1/4 + 1/16 + … < 1.
        return spread(sum, power.magnitude());
    }

    private DecimalInterval spread(DecimalInterval a, BigDecimal by) {
        return arithmetic.rounded(
                new DecimalInterval(a.lower().subtract(by), a.upper().add(by)));
    }

    DecimalInterval exp(DecimalInterval x) {
        return x.isPoint()
                ? exp(x.lower())
                : new DecimalInterval(exp(x.lower()).lower(), exp(x.upper()).upper());
    }

    private DecimalInterval exp(BigDecimal x) {
        if (x.signum() == 0) {
            return DecimalInterval.ONE;
        }
        if (x.abs().compareTo(LARGEST_EXPONENT) > 0) {
            throw new TooLarge("an exponential of more than 40 million digits");
        }
        int whole = Math.max(0, x.precision() - x.scale());
        int halvings = (int) Math.ceil(whole / Math.log10(2)) + HALVINGS;
        DecimalFunctions finer = of(arithmetic.digits() + whole + HALVINGS);
        BigDecimal divisor = new BigDecimal(BigInteger.TWO.pow(halvings));
        DecimalInterval reduced = new DecimalInterval(
                x.divide(divisor, finer.arithmetic.down()), x.divide(divisor, finer.arithmetic.up()));
        DecimalInterval power = finer.expSeries(reduced);
        for (int i = 0; i < halvings; i++) {
            power = finer.arithmetic.square(power);
        }
        return arithmetic.rounded(power);
    }

    /** For |x| ≤ 1/2, where the rest is below twice the next term. */
    private DecimalInterval expSeries(DecimalInterval x) {
        DecimalInterval term = DecimalInterval.ONE;
        DecimalInterval sum = DecimalInterval.ONE;
        BigDecimal enough = negligible();
        for (int k = 1; term.magnitude().compareTo(enough) > 0; k++) {
            term = arithmetic.over(arithmetic.times(term, x), k);
            sum = arithmetic.plus(sum, term);
        }
        return spread(sum, term.magnitude());
    }

    /** Of a positive interval. */
    DecimalInterval ln(DecimalInterval x) {
        return x.isPoint()
                ? ln(x.lower())
                : new DecimalInterval(ln(x.lower()).lower(), ln(x.upper()).upper());
    }

    /** ln(m 10^e) = e ln 10 + 2ʲ·2 atanh((r − 1)/(r + 1)), r the 2ʲ-th root of m. */
    private DecimalInterval ln(BigDecimal x) {
        if (x.compareTo(BigDecimal.ONE) == 0) {
            return DecimalInterval.ZERO;
        }
        BigDecimal distance = x.subtract(BigDecimal.ONE).abs();
        // Near 1 the logarithm is small, and as many digits as it lacks before them are needed behind.
        int lost = Math.max(0, distance.scale() - distance.precision()) + HALVINGS;
        DecimalFunctions finer = of(arithmetic.digits() + lost);
        int exponent = distance.compareTo(BigDecimal.valueOf(5, 1)) < 0 ? 0 : x.precision() - x.scale();
        DecimalInterval root = DecimalInterval.point(x.movePointLeft(exponent));
        for (int i = 0; i < HALVINGS; i++) {
            root = finer.arithmetic.sqrt(root);
        }
        DecimalInterval quotient = finer.arithmetic.divide(
                finer.arithmetic.minus(root, DecimalInterval.ONE), finer.arithmetic.plus(root, DecimalInterval.ONE));
        DecimalInterval mantissa =
                finer.arithmetic.times(DecimalInterval.whole(2L << HALVINGS), finer.alternating(quotient, false));
        DecimalInterval tens = finer.arithmetic.times(DecimalInterval.whole(exponent), finer.lnTen());
        return arithmetic.rounded(finer.arithmetic.plus(mantissa, tens));
    }

    DecimalInterval sin(DecimalInterval x) {
        return turned(x, 0);
    }

    DecimalInterval cos(DecimalInterval x) {
        return turned(x, 1);
    }

    /** Returns sin(x + quarters π/2): the sine of the middle, give or take half the width. */
    private DecimalInterval turned(DecimalInterval x, int quarters) {
        if (x.isZero()) {
            return DecimalInterval.whole(quarters);
        }
        BigDecimal magnitude = x.magnitude();
        int whole = Math.max(0, magnitude.precision() - magnitude.scale());
        if (whole > LONGEST_ANGLE) {
            throw new TooLarge("an angle of more than " + LONGEST_ANGLE + " digits");
        }
        DecimalFunctions finer = of(arithmetic.digits() + 2 * whole + HALVINGS);
        BigDecimal middle = x.lower().add(x.upper()).divide(BigDecimal.valueOf(2));
        DecimalInterval quarter = finer.arithmetic.over(finer.pi(), 2);
        BigInteger turns =
                middle.divide(quarter.lower(), 0, RoundingMode.HALF_EVEN).toBigInteger();
        DecimalInterval rest = finer.arithmetic.minus(
                DecimalInterval.point(middle),
                finer.arithmetic.times(DecimalInterval.point(new BigDecimal(turns)), quarter));
        int place = turns.add(BigInteger.valueOf(quarters))
                .mod(BigInteger.valueOf(4))
                .intValue();
        DecimalInterval value = place % 2 == 0 ? finer.sineSeries(rest) : finer.cosineSeries(rest);
        DecimalInterval signed = place < 2 ? value : value.negate();
        BigDecimal half = x.width();
        DecimalInterval all = new DecimalInterval(
                signed.lower().subtract(half).max(BigDecimal.ONE.negate()),
                signed.upper().add(half).min(BigDecimal.ONE));
        return arithmetic.rounded(all);
    }

    private DecimalInterval sineSeries(DecimalInterval x) {
        return x.isZero() ? DecimalInterval.ZERO : series(x, x, 1, true);
    }

    private DecimalInterval cosineSeries(DecimalInterval x) {
        return series(DecimalInterval.ONE, x, 0, true);
    }

    /** Adds ± x^k/k! for every second k, |x| ≤ 1; what follows is below twice the last term. */
    private DecimalInterval series(DecimalInterval first, DecimalInterval x, int start, boolean signs) {
        DecimalInterval square = arithmetic.square(x);
        DecimalInterval term = first;
        DecimalInterval sum = first;
        BigDecimal enough = negligible().multiply(first.magnitude());
        for (int k = start; term.magnitude().compareTo(enough) > 0; k += 2) {
            term = arithmetic.over(arithmetic.times(term, square), (k + 1L) * (k + 2L));
            term = signs ? term.negate() : term;
            sum = arithmetic.plus(sum, term);
        }
        return spread(sum, term.magnitude());
    }

    DecimalInterval sinh(DecimalInterval x) {
        return new DecimalInterval(sinh(x.lower()).lower(), sinh(x.upper()).upper());
    }

    private DecimalInterval sinh(BigDecimal x) {
        if (x.signum() == 0) {
            return DecimalInterval.ZERO;
        }
        DecimalInterval at = DecimalInterval.point(x);
        if (x.abs().compareTo(BigDecimal.ONE) <= 0) {
            return series(at, at, 1, false);
        }
        return arithmetic.over(arithmetic.minus(exp(at), exp(at.negate())), 2);
    }

    DecimalInterval cosh(DecimalInterval x) {
        DecimalInterval size = x.abs();
        return new DecimalInterval(
                coshOfPoint(size.lower()).lower(), coshOfPoint(size.upper()).upper());
    }

    private DecimalInterval coshOfPoint(BigDecimal x) {
        DecimalInterval at = DecimalInterval.point(x);
        return arithmetic.over(arithmetic.plus(exp(at), exp(at.negate())), 2);
    }

    DecimalInterval tanh(DecimalInterval x) {
        return new DecimalInterval(tanh(x.lower()).lower(), tanh(x.upper()).upper());
    }

    private DecimalInterval tanh(BigDecimal x) {
        DecimalInterval at = DecimalInterval.point(x);
        if (x.abs().compareTo(BigDecimal.ONE) <= 0) {
            return arithmetic.divide(sinh(at), cosh(at));
        }
        if (x.signum() < 0) {
            return tanh(x.negate()).negate();
        }
        DecimalInterval square = exp(DecimalInterval.point(x.multiply(BigDecimal.valueOf(2))));
        DecimalInterval rest =
                arithmetic.divide(DecimalInterval.whole(2), arithmetic.plus(square, DecimalInterval.ONE));
        return arithmetic.minus(DecimalInterval.ONE, rest);
    }

    DecimalInterval atan(DecimalInterval x) {
        return x.isPoint()
                ? atanOfPoint(x)
                : new DecimalInterval(
                        atanOfPoint(DecimalInterval.point(x.lower())).lower(),
                        atanOfPoint(DecimalInterval.point(x.upper())).upper());
    }

    /** By atan x = π/2 − atan(1/x) and atan x = 2 atan(x/(1 + √(1 + x²))); a narrow interval is as good as a point. */
    private DecimalInterval atanOfPoint(DecimalInterval x) {
        if (x.isZero()) {
            return DecimalInterval.ZERO;
        }
        if (x.upper().signum() < 0) {
            return atanOfPoint(x.negate()).negate();
        }
        if (x.lower().compareTo(BigDecimal.ONE) > 0) {
            DecimalInterval inverse = arithmetic.divide(DecimalInterval.ONE, x);
            return arithmetic.minus(arithmetic.over(pi(), 2), atanOfPoint(inverse));
        }
        DecimalInterval reduced = x;
        long factor = 1;
        for (int i = 0; i < HALVINGS / 2; i++) {
            DecimalInterval root = arithmetic.sqrt(arithmetic.plus(DecimalInterval.ONE, arithmetic.square(reduced)));
            reduced = arithmetic.divide(reduced, arithmetic.plus(DecimalInterval.ONE, root));
            factor *= 2;
        }
        return arithmetic.times(DecimalInterval.whole(factor), alternating(reduced, true));
    }
}
