package org.theoremeter.theory.symbolic.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Compilation;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.RandomExpressions;
import org.theoremeter.theory.symbolic.Relation;

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

    private static final double[] REMARKABLE = {
        0,
        -0.0,
        0.3,
        -0.7,
        1,
        -1,
        2.5,
        40,
        1e-200,
        -1e200,
        1e300,
        Double.MIN_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    private static void assertSameBits(Expression expression) {
        CompiledFunction compiled = expression.compile(List.of("x", "y"));
        for (double x : REMARKABLE) {
            for (double y : REMARKABLE) {
                assertThat(Double.doubleToLongBits(compiled.value(x, y)))
                        .as("%s at x = %s, y = %s", expression, x, y)
                        .isEqualTo(Double.doubleToLongBits(expression.evaluate(Map.of("x", x, "y", y))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void computesEveryFunctionAsEvaluationDoes(ElementaryFunction function) {
        Expression x = Expression.symbol("x");
        Expression y = Expression.symbol("y");
        assertSameBits(new Call(function, function.arity() == 1 ? List.of(x) : List.of(x, y)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "-1", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9",
                "0.5", "1.5", "-0.5", "pi", "2 - 5", "y", "-y"
            })
    void raisesToPowersAsEvaluationDoes(String exponent) {
        assertSameBits(Expression.parse("x^(" + exponent + ")"));
        assertSameBits(Expression.parse("(x - y)^(" + exponent + ") + 1.3^(" + exponent + ")"));
    }

    @ParameterizedTest
    @EnumSource
    void decidesCasesAsEvaluationDoes(Relation relation) {
        assertSameBits(Expression.parse("piecewise(x " + relation.sign() + " y, 1, 2)"));
        assertSameBits(Expression.parse(
                "1 + x*piecewise(x*y " + relation.sign() + " x, piecewise(y < 0, -y, y), x == 1, 3, ln(y))"));
    }

    @Test
    void compilesFormulasOfAnyLength() {
        Map<String, Double> point = Map.of("x", 0.3, "y", 2.5);
        RandomExpressions expressions = new RandomExpressions(9, false);
        List<Expression> terms = Stream.generate(() -> expressions.next(5))
                .filter(term -> Math.abs(term.evaluate(point)) < 1000)
                .limit(5000)
                .toList();
        Expression sum = sum(terms);
        // Beyond what one method may hold, 65,535 bytes: a character is about one byte.
        assertThat(sum.toString()).hasSizeGreaterThan(100_000);
        assertThat(sum.evaluate(point)).isFinite();
        assertSameBits(sum);
    }

    private static Expression sum(List<Expression> terms) {
        int half = terms.size() / 2;
        return half == 0
                ? terms.get(0)
                : new Operation(Operator.PLUS, sum(terms.subList(0, half)), sum(terms.subList(half, terms.size())));
    }

    @Test
    void leavesNoMethodTooLongToBeOptimised() {
        int longest = 0;
        Expression sum = Expression.symbol("y");
        // Somewhere along the way all four parts of a case are as long as a part may be.
        for (int terms = 1; terms < 400; terms++) {
            sum = new Operation(Operator.PLUS, sum, Expression.parse("x*" + terms));
            Piecewise.Branch branch = new Piecewise.Branch(new Condition(Relation.LESS, sum, sum), sum);
            longest = Math.max(longest, longestMethod(new Piecewise(List.of(branch), sum)));
            longest = Math.max(longest, longestMethod(new Operation(Operator.TIMES, sum, sum)));
        }
        // HotSpot leaves methods of more than 8,000 bytes to its interpreter.
        assertThat(longest).isBetween(5000, 8000);
    }

    /** Returns the bytes of the longest method. */
    private static int longestMethod(Expression expression) {
        AtomicInteger longest = new AtomicInteger();
        ClassReader file = new ClassReader(Compilation.of(expression, List.of("x", "y")));
        file.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new CodeSizeEvaluator(null) {
                            @Override
                            public void visitEnd() {
                                longest.accumulateAndGet(getMaxSize(), Math::max);
                            }
                        };
                    }
                },
                0);
        return longest.get();
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
        CompiledFunction function = Expression.parse(
                        "piecewise(c < 2, 1/(4*c^2) - c^5/(c + cstar)^c, max(c, ln(cstar)))")
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
