package org.theoremeter.theory.symbolic.precision;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * All numbers between two decimals, both included.
 *
 * @param lower the smallest
 * @param upper the largest, not below the smallest
 */
record DecimalInterval(BigDecimal lower, BigDecimal upper) {
    static final DecimalInterval ZERO = point(BigDecimal.ZERO);
    static final DecimalInterval ONE = point(BigDecimal.ONE);

    static DecimalInterval point(BigDecimal value) {
        return new DecimalInterval(value, value);
    }

    static DecimalInterval whole(long value) {
        return point(BigDecimal.valueOf(value));
    }

    boolean isPoint() {
        return lower.compareTo(upper) == 0;
    }

    boolean containsZero() {
        return lower.signum() <= 0 && upper.signum() >= 0;
    }

    boolean isZero() {
        return lower.signum() == 0 && upper.signum() == 0;
    }

    boolean isPositive() {
        return lower.signum() > 0;
    }

    DecimalInterval negate() {
        return new DecimalInterval(upper.negate(), lower.negate());
    }

    DecimalInterval abs() {
        if (lower.signum() >= 0) {
            return this;
        }
        return upper.signum() <= 0 ? negate() : new DecimalInterval(BigDecimal.ZERO, upper.max(lower.negate()));
    }

    DecimalInterval hull(DecimalInterval other) {
        return new DecimalInterval(lower.min(other.lower), upper.max(other.upper));
    }

    /** Returns the larger size of both ends. */
    BigDecimal magnitude() {
        return lower.abs().max(upper.abs());
    }

    BigDecimal width() {
        return upper.subtract(lower);
    }

    /** Arithmetic that rounds the ends outwards to so many digits. */
    record Arithmetic(MathContext down, MathContext up) {
        static Arithmetic of(int digits) {
            return new Arithmetic(
                    new MathContext(digits, RoundingMode.FLOOR), new MathContext(digits, RoundingMode.CEILING));
        }

        int digits() {
            return down.getPrecision();
        }

        DecimalInterval rounded(DecimalInterval a) {
            return new DecimalInterval(a.lower.round(down), a.upper.round(up));
        }

        DecimalInterval plus(DecimalInterval a, DecimalInterval b) {
            return new DecimalInterval(a.lower.add(b.lower, down), a.upper.add(b.upper, up));
        }

        DecimalInterval minus(DecimalInterval a, DecimalInterval b) {
            return plus(a, b.negate());
        }

        DecimalInterval times(DecimalInterval a, DecimalInterval b) {
            if (a.lower.signum() >= 0 && b.lower.signum() >= 0) {
                return new DecimalInterval(a.lower.multiply(b.lower, down), a.upper.multiply(b.upper, up));
            }
            BigDecimal[] products = {
                a.lower.multiply(b.lower), a.lower.multiply(b.upper),
                a.upper.multiply(b.lower), a.upper.multiply(b.upper)
            };
            BigDecimal smallest = products[0];
            BigDecimal largest = products[0];
            for (BigDecimal product : products) {
                smallest = smallest.min(product);
                largest = largest.max(product);
            }
            return new DecimalInterval(smallest.round(down), largest.round(up));
        }

        /** Squares; unlike a product it knows that both factors are the same. */
        DecimalInterval square(DecimalInterval a) {
            DecimalInterval size = a.abs();
            return times(size, size);
        }

        /** Divides by an interval without zero. */
        DecimalInterval divide(DecimalInterval a, DecimalInterval b) {
            return times(
                    a,
                    new DecimalInterval(
                            BigDecimal.ONE.divide(b.upper, guarded(down)),
                            BigDecimal.ONE.divide(b.lower, guarded(up))));
        }

        private static MathContext guarded(MathContext context) {
            return new MathContext(context.getPrecision() + 2, context.getRoundingMode());
        }

        /** Divides by a positive whole number. */
        DecimalInterval over(DecimalInterval a, long divisor) {
            BigDecimal by = BigDecimal.valueOf(divisor);
            return new DecimalInterval(a.lower.divide(by, down), a.upper.divide(by, up));
        }

        /** Raises to a power that is not negative. */
        DecimalInterval power(DecimalInterval a, int exponent) {
            DecimalInterval base = exponent % 2 == 0 ? a.abs() : a;
            DecimalInterval result = DecimalInterval.ONE;
            for (int bit = Integer.SIZE - Integer.numberOfLeadingZeros(exponent) - 1; bit >= 0; bit--) {
                result = square(result);
                if ((exponent >> bit & 1) == 1) {
                    result = times(result, base);
                }
            }
            return base.containsZero() || base.lower.signum() > 0 || exponent % 2 == 0
                    ? monotone(base, exponent, result)
                    : power(base.negate(), exponent).negate();
        }

        /** Across zero an odd power is taken end by end. */
        private DecimalInterval monotone(DecimalInterval base, int exponent, DecimalInterval direct) {
            if (base.lower.signum() >= 0) {
                return direct;
            }
            DecimalInterval below = power(point(base.lower.negate()), exponent).negate();
            DecimalInterval above = power(point(base.upper), exponent);
            return below.hull(above);
        }

        /** Draws the root of an interval that does not reach below zero. */
        DecimalInterval sqrt(DecimalInterval a) {
            return new DecimalInterval(rootBelow(a.lower), rootAbove(a.upper));
        }

        private BigDecimal rootBelow(BigDecimal a) {
            if (a.signum() == 0) {
                return BigDecimal.ZERO;
            }
            BigDecimal root = a.sqrt(new MathContext(digits() + 2, RoundingMode.HALF_EVEN));
            BigDecimal candidate = root.multiply(root).compareTo(a) <= 0 ? root : root.subtract(root.ulp());
            return (candidate.multiply(candidate).compareTo(a) <= 0 ? candidate : candidate.subtract(root.ulp()))
                    .round(down);
        }

        private BigDecimal rootAbove(BigDecimal a) {
            if (a.signum() == 0) {
                return BigDecimal.ZERO;
            }
            BigDecimal root = a.sqrt(new MathContext(digits() + 2, RoundingMode.HALF_EVEN));
            BigDecimal candidate = root.multiply(root).compareTo(a) >= 0 ? root : root.add(root.ulp());
            return (candidate.multiply(candidate).compareTo(a) >= 0 ? candidate : candidate.add(root.ulp())).round(up);
        }
    }
}
