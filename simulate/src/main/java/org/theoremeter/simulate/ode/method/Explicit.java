package org.theoremeter.simulate.ode.method;

import java.util.function.Consumer;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.nonstiff.StepsizeHelper;

/** The explicit method of the library, with the errors and steps that {@link Scales} and {@link Pace} allow. */
public enum Explicit implements Method {
    /** Dormand–Prince 8(5,3). */
    DORMAND_PRINCE;

    private static AdaptiveStepsizeIntegrator integrator(Control control) {
        return new DormandPrince853Integrator(0, Double.MAX_VALUE, control.tolerance(), control.tolerance()) {
            @Override
            protected StepsizeHelper getStepSizeHelper() {
                return control;
            }
        };
    }

    @Override
    public void run(Task task, double time, double[] state, double end, Consumer<Stretch> steps) {
        Control control = new Control(task, state.length, time);
        AdaptiveStepsizeIntegrator integrator = integrator(control);
        double longest = Math.min(task.pace().most(time), end - time);
        double first = Control.between(time, Math.min(FirstStep.of(task, time, state, end), longest));
        control.trial = first;
        integrator.setInitialStepSize(first);
        integrator.addStepHandler(step -> {
            Stretch stretch = Stretch.of(step);
            steps.accept(stretch);
            control.time = stretch.to();
        });
        integrator.integrate(equation(task, state.length), new ODEState(time, state), end);
    }

    private static OrdinaryDifferentialEquation equation(Task task, int dimension) {
        return new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return dimension;
            }

            @Override
            public double[] computeDerivatives(double time, double[] state) {
                return task.slope(time, state);
            }
        };
    }

    /** What the library asks about errors and steps. */
    static final class Control extends StepsizeHelper {

        /** Steps of so few units of the time's rounding are no steps; a tenth less must be another step. */
        private static final double SMALLEST = 16;

        private final Task task;
        private final int dimension;
        private double time;
        private double trial;

        Control(Task task, int dimension, double time) {
            super(0, Double.MAX_VALUE, 0, task.scales().tolerance());
            this.task = task;
            this.dimension = dimension;
            this.time = time;
        }

        double tolerance() {
            return task.scales().tolerance();
        }

        /** Returns a step that leads from a time to a double: what rounding would change, it changes here. */
        static double between(double time, double step) {
            double rounded = time + step - time;
            return rounded > 0 ? rounded : step;
        }

        @Override
        public int getMainSetDimension() {
            return dimension;
        }

        @Override
        public double getTolerance(int component, double size) {
            return task.scales().allowed(component, size, trial);
        }

        @Override
        public double filterStep(double step, boolean forward, boolean last) {
            if (!last && Math.abs(step) < SMALLEST * Math.ulp(time)) {
                throw new Collapsed();
            }
            trial = between(time, Math.min(Math.abs(step), task.pace().most(time)));
            return trial;
        }
    }
}
