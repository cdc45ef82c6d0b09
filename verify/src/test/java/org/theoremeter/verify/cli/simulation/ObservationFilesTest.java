package org.theoremeter.verify.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.reports.Report;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.reports.document.Heatmap;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.verify.claim.csv.CsvExperiment;
import org.theoremeter.verify.cli.terminal.BadInput;

class ObservationFilesTest {

    private static final Experiment EXPERIMENT = new CsvExperiment(
            "",
            "",
            List.of(
                    Observable.scalar("final-loss", "", Unit.ONE),
                    Observable.series("loss", "", "epoch"),
                    Observable.series("accuracy", "", "epoch"),
                    Observable.series("reliability", "", "epoch"),
                    Observable.series("outlier", "", "tau"),
                    Observable.matrix("activity", "", "unit", "step"),
                    Observable.matrix("kernel", "", "delay", "rate")),
            true);

    /** Numbers that rounding would change. */
    private static final double THIRD = 1.0 / 3;

    @TempDir
    Path folder;

    private List<String> write(Map<String, Measurement> measurements) {
        return write(measurements, Map.of());
    }

    private List<String> write(Map<String, Measurement> measurements, Map<String, Double> events) {
        Observation observation = new Observation(measurements, events, Optional.empty());
        return new ObservationFiles(EXPERIMENT, observation, folder)
                .write().stream()
                        .map(file -> folder.relativize(file).toString())
                        .toList();
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static Measurement.Series series(double[] at, double... values) {
        return new Measurement.Series(at, values, 0);
    }

    @Test
    void aSeriesIsATableWithAllDigitsAndAFigure() throws IOException {
        double[] at = {0, 0.1 + 0.2};
        assertThat(write(Map.of("outlier", series(at, THIRD, -0.0)))).containsExactly("outlier.csv", "outlier.svg");
        assertThat(text("outlier.csv")).isEqualTo("tau,outlier\n0.0,0.3333333333333333\n0.30000000000000004,-0.0\n");
        assertThat(text("outlier.svg"))
                .isEqualTo(Report.svg(new Figure(
                        "outlier",
                        "csv: outlier",
                        new Figure.Axis("tau", false),
                        new Figure.Axis("outlier", false),
                        List.of(new Figure.Curve("outlier", Figure.Role.MEASURED, at, new double[] {THIRD, -0.0})))));
    }

    @Test
    void scalarsAndEventsAreOneTable() throws IOException {
        assertThat(write(Map.of("final-loss", new Measurement.Scalar(THIRD, 1e-9)), Map.of("learned", 12.5)))
                .containsExactly("scalars.csv");
        assertThat(text("scalars.csv"))
                .isEqualTo("name,value,error\nfinal-loss,0.3333333333333333,1.0E-9\nlearned,12.5,\n");
    }

    @Test
    void whatHasNoPointsHasNoFiles() throws IOException {
        double[] none = {};
        assertThat(write(Map.of(
                        "outlier",
                        series(none),
                        "loss",
                        series(none),
                        "activity",
                        new Measurement.Matrix(none, new double[] {1}, new double[0][], 0),
                        "kernel",
                        new Measurement.Matrix(new double[] {1}, none, new double[1][0], 0))))
                .isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    /** Units 1 to 6 peak at the steps 9, 0, 4, never, 4 and 9; the table keeps their order. */
    @Test
    void unitsAreShownInTheOrderOfTheirPeaksAndListedInTheirOwn() throws IOException {
        double[] units = {1, 2, 3, 4, 5, 6};
        double[] steps = {0, 4, 9};
        double[][] activity = {{0, 0.5, 1}, {0.5, THIRD, 0.25}, {0, 1, 1}, {0.7, 0.7, 0.7}, {-3, -1, -2}, {0, 0, 0.1}};
        assertThat(write(Map.of("activity", new Measurement.Matrix(units, steps, activity, 0))))
                .containsExactly("activity.csv", "activity.svg");
        assertThat(text("activity.csv")).isEqualTo("""
                unit\\step,0.0,4.0,9.0
                1.0,0.0,0.5,1.0
                2.0,0.5,0.3333333333333333,0.25
                3.0,0.0,1.0,1.0
                4.0,0.7,0.7,0.7
                5.0,-3.0,-1.0,-2.0
                6.0,0.0,0.0,0.1
                """);
        double[][] sorted = {activity[1], activity[2], activity[4], activity[0], activity[5], activity[3]};
        assertThat(text("activity.svg"))
                .isEqualTo(Report.svg(new Heatmap(
                        "activity",
                        "csv: activity, units sorted by the step of their peak, those that never change last",
                        "unit, in the order of their peaks",
                        "step",
                        units,
                        steps,
                        sorted,
                        "activity")));
    }

    @Test
    void otherRowsKeepTheirPositions() throws IOException {
        double[] delays = {0.5, 2};
        double[] rates = {0.1, 0.2};
        double[][] kernel = {{0, 1}, {1, 0}};
        write(Map.of("kernel", new Measurement.Matrix(delays, rates, kernel, 0)));
        assertThat(text("kernel.svg"))
                .isEqualTo(Report.svg(
                        new Heatmap("kernel", "csv: kernel", "delay", "rate", delays, rates, kernel, "kernel")));
        double[][] units = {{0, 1}, {1, 0}};
        write(Map.of("activity", new Measurement.Matrix(new double[] {1, 2}, rates, units, 0)));
        assertThat(text("activity.svg"))
                .contains(
                        "<title id=\"figure:activity:title\">csv: activity, units sorted by the step of their peak</title>");
    }

    @Test
    void seriesOverEpochsAreJoinedWithEmptyCellsWhereOneWasNotMeasured() throws IOException {
        Map<String, Measurement> measured = Map.of(
                "accuracy", series(new double[] {0, 10, 20}, 0.5, 0.75, 1),
                "loss", series(new double[] {0, 5, 10}, 2, THIRD, 1e-5),
                "reliability", series(new double[] {20}, 0.9),
                "outlier", series(new double[] {0, 5}, 1, 2));
        assertThat(write(measured))
                .containsExactly(
                        "accuracy.csv",
                        "accuracy.svg",
                        "loss.csv",
                        "loss.svg",
                        "outlier.csv",
                        "outlier.svg",
                        "reliability.csv",
                        "reliability.svg",
                        "history.csv",
                        "history.svg",
                        "history-accuracy.svg");
        assertThat(text("history.csv")).isEqualTo("""
                epoch,loss,accuracy,reliability
                0.0,2.0,0.5,
                5.0,0.3333333333333333,,
                10.0,1.0E-5,0.75,
                20.0,,1.0,0.9
                """);
        // logarithmic: between 2 and 1e-5 every power of ten has its label
        assertThat(text("history.svg")).contains("csv: loss during training", ">10⁻³<", ">10⁻²<");
        assertThat(text("history-accuracy.svg"))
                .contains("csv: accuracy, reliability during training", "class=\"measured\"", "class=\"companion\"");
    }

    @Test
    void aLossThatIsNotAlwaysPositiveHasALinearAxis() throws IOException {
        assertThat(write(Map.of("loss", series(new double[] {0, 1}, 1, 0))))
                .containsExactly("loss.csv", "loss.svg", "history.csv", "history.svg");
        assertThat(text("history.svg")).contains(">0.2<", ">0.4<");
    }

    @Test
    void equalObservationsGiveEqualBytesAndReplaceEachOther() throws IOException {
        Map<String, Measurement> measured = Map.of(
                "loss",
                series(new double[] {0, 1}, 1, 0.5),
                "activity",
                new Measurement.Matrix(new double[] {1}, new double[] {0, 1}, new double[][] {{0, 1}}, 0));
        Map<String, String> before = new HashMap<>();
        for (String file : write(measured)) {
            before.put(file, text(file));
        }
        // with other arguments a run has other columns, in files that are still its own
        write(Map.of(
                "loss", series(new double[] {0, 1, 2}, 1, 0.5, 0.1),
                "accuracy", series(new double[] {0, 1, 2}, 1, 0.5, 0.1),
                "activity", new Measurement.Matrix(new double[] {1}, new double[] {5, 6}, new double[][] {{0, 1}}, 0)));
        assertThat(text("activity.csv")).startsWith("unit\\step,5.0,6.0\n");
        assertThat(text("history.csv")).startsWith("epoch,loss,accuracy\n");
        for (String file : write(measured)) {
            assertThat(text(file)).as(file).isEqualTo(before.get(file));
        }
    }

    @Test
    void aFileOfSomebodyElseStays() throws IOException {
        Files.writeString(folder.resolve("activity.csv"), "precious");
        Map<String, Measurement> measured =
                Map.of("activity", new Measurement.Matrix(new double[] {1}, new double[] {0}, new double[][] {{1}}, 0));
        assertThatThrownBy(() -> write(measured))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("activity.csv: exists and holds something else");
        assertThat(text("activity.csv")).isEqualTo("precious");
    }
}
