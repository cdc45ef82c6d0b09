package org.theoremeter.simulate.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.filter.FilterQuadrature;
import org.theoremeter.simulate.experiment.ghost.GhostExperiment;
import org.theoremeter.simulate.experiment.linear.CriticalRateExperiment;
import org.theoremeter.simulate.experiment.linear.GradientAgreementExperiment;
import org.theoremeter.simulate.experiment.linear.GradientDescentExperiment;
import org.theoremeter.simulate.experiment.linear.GradientFlowExperiment;
import org.theoremeter.simulate.experiment.linear.LazyChangeExperiment;
import org.theoremeter.simulate.experiment.linear.PlateauExperiment;
import org.theoremeter.simulate.experiment.linear.RestructuringExperiment;
import org.theoremeter.simulate.experiment.linear.SampledGradientExperiment;
import org.theoremeter.simulate.experiment.linear.StepsToLearnExperiment;
import org.theoremeter.simulate.experiment.linear.TangentKernelExperiment;
import org.theoremeter.simulate.experiment.lowrank.LowRankFlowExperiment;
import org.theoremeter.simulate.experiment.mechanism.SyntheticExperiment;
import org.theoremeter.simulate.experiment.modes.ModesDescentExperiment;
import org.theoremeter.simulate.experiment.modes.ModesFlowExperiment;
import org.theoremeter.simulate.experiment.modes.ModesGradientExperiment;
import org.theoremeter.simulate.experiment.nonlinear.PassageExperiment;
import org.theoremeter.simulate.experiment.nonlinear.TrainingExperiment;
import org.theoremeter.simulate.experiment.shortterm.DescentExperiment;
import org.theoremeter.simulate.experiment.shortterm.LossExperiment;
import org.theoremeter.simulate.experiment.shortterm.SearchExperiment;
import org.theoremeter.simulate.experiment.shortterm.ToleratedRateExperiment;
import org.theoremeter.simulate.experiment.tanh.SaturationExperiment;

/** Lists every experiment there is. */
public final class Experiments {

    private static final List<Experiment> ALL = Stream.concat(
                    Stream.of(
                            new GradientFlowExperiment(),
                            new GradientDescentExperiment(),
                            new CriticalRateExperiment(),
                            new StepsToLearnExperiment(),
                            new GradientAgreementExperiment(),
                            new SampledGradientExperiment(),
                            new TangentKernelExperiment(),
                            new LazyChangeExperiment(),
                            new PlateauExperiment(),
                            new SaturationExperiment(),
                            new LowRankFlowExperiment(),
                            new FilterQuadrature(),
                            LossExperiment.ofSlowPoint(),
                            LossExperiment.ofLimitCycle(),
                            new DescentExperiment(),
                            new ToleratedRateExperiment(),
                            new SearchExperiment(),
                            new RestructuringExperiment(),
                            new SyntheticExperiment(),
                            new GhostExperiment(),
                            new PassageExperiment(),
                            new ModesFlowExperiment(),
                            new ModesDescentExperiment(),
                            new ModesGradientExperiment()),
                    TrainingExperiment.all().stream())
            .toList();

    private Experiments() {}

    /** Returns all experiments, in the order in which they are documented. */
    public static List<Experiment> all() {
        return ALL;
    }

    /** Finds the experiment with a name. */
    public static Optional<Experiment> named(String name) {
        return ALL.stream().filter(experiment -> experiment.name().equals(name)).findFirst();
    }
}
