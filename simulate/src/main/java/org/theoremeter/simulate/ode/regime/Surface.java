package org.theoremeter.simulate.ode.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.theoremeter.simulate.ode.enclosure.Enclosed;
import org.theoremeter.simulate.ode.enclosure.EnclosedReader;
import org.theoremeter.simulate.ode.enclosure.Ranges;
import org.theoremeter.simulate.ode.enclosure.Window;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.bytecode.CompiledFunction;

/** A surface g(t, x) = 0 on which a field switches, or beyond which it is not defined. */
public final class Surface {

    /** What part of the sizes that the state has had may be the error of a solution. */
    private static final double NEAR = 1e-10;

    private final CompiledFunction value;
    private final List<CompiledFunction> slopes;
    private final Enclosed enclosed;
    private final boolean inTimeAlone;
    private final double[] constants;
    private final int moving;

    private Surface(
            CompiledFunction value,
            List<CompiledFunction> slopes,
            Enclosed enclosed,
            boolean inTimeAlone,
            double[] constants,
            int moving) {
        this.value = value;
        this.slopes = slopes;
        this.enclosed = enclosed;
        this.inTimeAlone = inTimeAlone;
        this.constants = constants;
        this.moving = moving;
    }

    /**
     * Makes a surface.
     *
     * @param difference g, without case distinctions
     * @param variables the time, then the state
     * @param parameters all other symbols with their values
     */
    static Surface of(Expression difference, List<String> variables, Map<String, Double> parameters) {
        List<String> names = new ArrayList<>(variables);
        names.addAll(parameters.keySet());
        return new Surface(
                difference.compile(names),
                variables.stream()
                        .map(name -> difference.derivative(name).compile(names))
                        .toList(),
                new EnclosedReader(variables, parameters).of(difference),
                variables.stream().skip(1).noneMatch(difference.symbols()::contains),
                parameters.values().stream().mapToDouble(Double::doubleValue).toArray(),
                variables.size());
    }

    /** Tells whether the surface is a time, whatever the state. */
    public boolean inTimeAlone() {
        return inTimeAlone;
    }

    /** Returns g, enclosed. */
    public Enclosed enclosed() {
        return enclosed;
    }

    private double[] arguments(double time, double[] state) {
        double[] all = new double[moving + constants.length];
        all[0] = time;
        System.arraycopy(state, 0, all, 1, moving - 1);
        System.arraycopy(constants, 0, all, moving, constants.length);
        return all;
    }

    /** Returns g. */
    public double at(double time, double[] state) {
        return value.value(arguments(time, state));
    }

    /** Returns ∂g/∂t, then ∂g/∂x. */
    double[] gradient(double time, double[] state) {
        double[] all = arguments(time, state);
        return slopes.stream().mapToDouble(slope -> slope.value(all)).toArray();
    }

    /** Returns how fast g changes along a slope: ∂g/∂t + ∂g/∂x · f. */
    static double rate(double[] gradient, double[] slope) {
        double rate = gradient[0];
        for (int i = 0; i < slope.length; i++) {
            rate += gradient[i + 1] * slope[i];
        }
        return rate;
    }

    /** Returns how large the terms of that rate are. */
    static double rateSize(double[] gradient, double[] slope) {
        double size = Math.abs(gradient[0]);
        for (int i = 0; i < slope.length; i++) {
            size += Math.abs(gradient[i + 1] * slope[i]);
        }
        return size;
    }

    /** Returns how large g may come out on the surface, from the errors of the state and from rounding. */
    public double blur(double time, double[] state, double[] sizes) {
        double[] gradient = gradient(time, state);
        enclosed.enclose(Window.at(time, state));
        double rounding = enclosed.rounding();
        double blur = Double.isFinite(rounding) ? 2 * rounding : 0;
        for (int i = 0; i < sizes.length; i++) {
            blur += Ranges.times(Math.abs(gradient[i + 1]), NEAR * sizes[i]);
        }
        return Double.isFinite(blur) ? blur : 0;
    }

    /** Returns the sign just after a time, of a surface in time alone. */
    int after(double time, double[] state) {
        double step = Math.ulp(time);
        double sign = 0;
        while (sign == 0 && step < Double.MAX_VALUE) {
            sign = Math.signum(at(time + step, state));
            step *= 2;
        }
        return sign < 0 ? -1 : 1;
    }
}
