package org.theoremeter.verify.claim.read.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.GridPoint;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.csv.CsvExperiment;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.claim.yaml.YamlReader;

/** A matrix is refused wherever a claim would read it, with its place, before anything runs. */
class MatricesTest {

    private static final Experiment EXPERIMENT = new CsvExperiment(
            "none",
            "",
            List.of(
                    Observable.scalar("final-loss", "", Unit.ONE),
                    Observable.series("loss", "", "epoch"),
                    Observable.series("mean-rate", "", "step"),
                    Observable.matrix("unit-activity", "", "unit", "step")),
            true);

    private static final String REFUSED =
            "found the matrix unit-activity over unit and step, which no comparison reads;"
                    + " accepted: a scalar or a series, of which csv has final-loss, loss, mean-rate";

    private static final Observe OBSERVE = new Observe(
            EXPERIMENT,
            List.of(new GridPoint(Map.of(), Map.of(), Arguments.of(EXPERIMENT, Map.of()))),
            List.of(),
            Map.of("step", 3.0),
            OptionalInt.of(2),
            Optional.empty(),
            Optional.empty());

    private static final ObservedReader READER = new ObservedReader("", OBSERVE, List.of("gain"));

    private static YamlNode.Scalar text(String text) {
        return YamlNode.Scalar.plain(text, new Position("my.yaml", 7, 20));
    }

    private static void assertRefused(String place, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOf(ClaimException.class).hasMessage("my.yaml:" + place + ": " + REFUSED);
    }

    @Test
    void asANumberInAFormulaOrInACondition() {
        assertRefused("7:20", () -> READER.formula(text("unit-activity"), "observed", List.of()));
        assertRefused("7:22", () -> READER.formula(text("2*unit_activity + final_loss"), "observed", List.of()));
        assertRefused("7:20", () -> READER.formulaOrEvent(text("unit-activity"), "before"));
        assertRefused("7:24", () -> READER.success(text("1 < unit_activity"), Optional.empty(), Optional.empty()));
        // sliced by the axis that it shares with a series, the series is a number and the matrix is not
        assertThat(READER.formula(text("mean-rate"), "observed", List.of())).isEqualTo(Expression.parse("mean_rate"));
    }

    @Test
    void asAnObservableOfAnyShape() {
        assertRefused("7:20", () -> READER.observable(text("unit-activity")));
        assertRefused("7:20", () -> READER.observable(text("unit-activity"), Observable.Shape.SERIES));
        assertRefused("7:20", () -> READER.observable(text("unit-activity"), Observable.Shape.SCALAR));
    }

    @Test
    void asTheQuantityOfADriftOrItsScale() {
        assertRefused("1:12", () -> drift("{drift of: unit-activity, margin: 0.1}"));
        assertRefused("1:19", () -> drift("{drift of: [loss, unit-activity], margin: 0.1}"));
        assertRefused("1:25", () -> drift("{drift of: loss, scale: unit-activity, margin: 0.1}"));
    }

    private static void drift(String comparison) {
        CompareReader reader = new CompareReader(new Sources(Map.of("", OBSERVE), Set.of("gain")));
        reader.each(YamlReader.read("my.yaml", comparison), new DriftReader(reader)::read);
    }

    @Test
    void namesThatAreNoMatrixAreReportedAsBefore() {
        assertThatThrownBy(() -> READER.observable(text("los"), Observable.Shape.SERIES))
                .hasMessageContaining("unknown series 'los'")
                .hasMessageContaining("did you mean 'loss'? accepted: loss, mean-rate");
        assertThatThrownBy(() -> READER.observable(text("los")))
                .hasMessageEndingWith("accepted: final-loss, loss, mean-rate");
        assertThatThrownBy(() -> READER.formula(text("gain"), "observed", List.of()))
                .hasMessageEndingWith("at least one of final_loss, loss, mean_rate");
        // a symbol of the claim that is called like the matrix is a fault of its own
        ObservedReader given = new ObservedReader("", OBSERVE, List.of("unit_activity"));
        assertThatThrownBy(() -> given.formula(text("unit_activity"), "observed", List.of()))
                .hasMessageContaining("the name 'unit_activity' is an observable of csv and something else");
        // activity is no matrix, although the name of one ends so
        assertThatThrownBy(() -> READER.formula(text("my_unit_activity"), "observed", List.of()))
                .hasMessageContaining("undefined symbol 'my_unit_activity'");
    }
}
