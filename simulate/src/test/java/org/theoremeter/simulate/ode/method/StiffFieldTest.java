package org.theoremeter.simulate.ode.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.ode.Fields;
import org.theoremeter.simulate.ode.Trajectory;

/** Fields whose fastest decay is far shorter than what happens, and the implicit method for them. */
class StiffFieldTest {

    @Test
    void aFastRelaxationIsFollowed() {
        // A. Prothero and A. Robinson, Mathematics of Computation 28 (1974) 145: u = cos t + e^{−λt}
        Trajectory relaxed = Fields.solved("-1e6*(u - cos(t)) - sin(t)", 2, 10);
        Fields.assertFollows(relaxed, "u", t -> Math.cos(t) + Math.exp(-1e6 * t), 1e-7);
    }

    @Test
    void aLinearSystemWithTwoRatesIsFollowed() {
        Trajectory slaved = Fields.solved(Map.of("x", "-1e5*(x - y)", "y", "-y"), Map.of("x", 3.0, "y", 1.0), 10);
        double slow = 1e5 / (1e5 - 1);
        Fields.assertFollows(slaved, "x", t -> slow * Math.exp(-t) + (3 - slow) * Math.exp(-1e5 * t), 1e-7);
    }

    /** Theory 1.2 and 1.3: the outlier is learned by τ = 1/2, and then decays 4·10⁶ times faster than the horizon is long. */
    @Test
    void theOutlierOfASlowTargetIsFollowedFarBeyondItsLearning() {
        double target = 0.004;
        Trajectory outlier = Fields.solved("1/(4*u^2) - 1/(u + 0.004)^2", 1, 300);
        assertThat(outlier.divergence()).isEmpty();
        assertThat(outlier.error("u")).isLessThan(1e-8);
        for (double c : new double[] {0.9, 0.5, 0.2, 0.1, 0.05, 0.02}) {
            double reached = learningTime(c, target) - learningTime(1, target);
            double slope = 1 / (4 * c * c) - 1 / Math.pow(c + target, 2);
            // the closed form rounds to some units of its largest term, which the slope carries over
            double allowed = 2 * outlier.error("u") + 1e-15 * Math.abs(slope);
            assertThat(outlier.state("u", reached)).isCloseTo(c, within(allowed));
        }
        assertThat(outlier.state("u", 300)).isCloseTo(target, within(2 * outlier.error("u")));
    }

    private static double learningTime(double c, double target) {
        double cube = target * target * target;
        return 4 * cube / 81 * Math.log(c + target / 3)
                - 4 * cube * Math.log(c - target)
                - 112 * target * target * c / 27
                - 16 * target * c * c / 9
                - 4 * c * c * c / 9;
    }

    @Test
    void vanDerPolIsSolvedAtParametersFarBeyondAnExplicitMethod() {
        Trajectory vanDerPol =
                Fields.solved(Map.of("y", "z", "z", "1000*(1 - y^2)*z - y"), Map.of("y", 2.0, "z", 0.0), 2000);
        // reference solution of the Test Set for IVP Solvers (F. Mazzia, C. Magherini, release 2.4), problem VDPOL for
        // μ = 1000 at t = 2000
        assertThat(vanDerPol.state("y", 2000)).isCloseTo(1.706167732170469, within(1e-8));
    }

    @Test
    void halfTheStepGivesErrorsSmallerByTwoToTheFifth() {
        // y' = −y, y = e^{−t}: the error of the last point by the length of equal steps
        double coarse = error(0.1);
        double fine = error(0.05);
        // the next order changes the ratio by about the step
        assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(5, within(0.15));
    }

    private static double error(double step) {
        Flow decay = new Flow() {
            @Override
            public void derivative(double time, double[] state, double[] slope) {
                slope[0] = -state[0];
            }

            @Override
            public double[][] jacobian(double time, double[] state) {
                return new double[][] {{-1}};
            }
        };
        // so large a tolerance that the pace alone rules the steps; Newton's method is exact for a linear field
        Method.Task task = new Method.Task(
                decay, new Evaluations(1_000_000), new Scales(1, new double[] {1}), new Pace(step), new double[0]);
        List<Stretch> steps = new ArrayList<>();
        new Radau(1).run(task, 0, new double[] {1}, 2, steps::add);
        Stretch last = steps.get(steps.size() - 1);
        return Math.abs(last.at(2)[0] - Math.exp(-2));
    }
}
