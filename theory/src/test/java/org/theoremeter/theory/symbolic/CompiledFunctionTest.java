package org.theoremeter.theory.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompiledFunctionTest {
    @Test
    void takesItsArgumentsInTheOrderGiven() {
        CompiledFunction function = Expression.parse("a - 2*b").compile(List.of("b", "a", "unused"));
        assertThat(function.arguments()).containsExactly("b", "a", "unused");
        assertThat(function.value(3, 10, 99)).isEqualTo(4);
    }

    @Test
    void hasTheSameBitsAsEvaluation() {
        RandomExpressions expressions = new RandomExpressions(4, true);
        Random random = new Random(5);
        int finite = 0;
        for (int i = 0; i < 5000; i++) {
            Expression expression = expressions.next(5);
            double x = 3 * random.nextGaussian();
            double y = 3 * random.nextGaussian();
            double evaluated = expression.evaluate(Map.of("x", x, "y", y));
            double compiled = expression.compile(List.of("x", "y")).value(x, y);
            assertThat(Double.doubleToLongBits(compiled)).isEqualTo(Double.doubleToLongBits(evaluated));
            finite += Double.isFinite(evaluated) ? 1 : 0;
        }
        // The comparison is not one of NaN with NaN.
        assertThat(finite).isGreaterThan(2500);
    }

    @Test
    void mayBeSharedBetweenThreads() {
        CompiledFunction function = Expression.parse("sin(x)^2 + x*y - exp(-y)").compile(List.of("x", "y"));
        double[] alone = IntStream.range(0, 20_000)
                .mapToDouble(i -> function.value(i * 1e-3, i))
                .toArray();
        double[] together = IntStream.range(0, 20_000)
                .parallel()
                .mapToDouble(i -> function.value(i * 1e-3, i))
                .toArray();
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void allocatesNothingPerCall() {
        CompiledFunction function = Expression.parse("piecewise(c < 2, 1/(4*c^2) - 1/(c + cstar)^2, max(c, ln(cstar)))")
                .compile(List.of("c", "cstar"));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        double[] arguments = {0.5, 0.1};
        int calls = 100_000;
        sum(function, arguments, calls);
        long before = threads.getThreadAllocatedBytes(id);
        double sum = sum(function, arguments, calls);
        long allocated = threads.getThreadAllocatedBytes(id) - before;
        assertThat(sum).isNotNaN();
        // Less than a byte a call: what remains is the measurement itself.
        assertThat(allocated).isLessThan(calls);
    }

    private static double sum(CompiledFunction function, double[] arguments, int calls) {
        double sum = 0;
        for (int i = 0; i < calls; i++) {
            sum += function.value(arguments);
        }
        return sum;
    }

    @Test
    void namesWhatIsMissing() {
        Expression expression = Expression.parse("a + gain");
        assertThatThrownBy(() -> expression.compile(List.of("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'gain'");
        assertThatThrownBy(() -> expression.compile(List.of("a", "gain", "a"))).hasMessageContaining("twice");
        assertThatThrownBy(() -> expression.compile(List.of("a", "gain")).value(1))
                .hasMessageContaining("1 values");
    }
}
