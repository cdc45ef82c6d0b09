package org.theoremeter.verify.cli.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.theoremeter.reports.Report;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.CsvFile;

/**
 * Writes what one run observed: every series and matrix as a table and a figure, all scalars and events as one table, and
 * the course of a training as one more.
 *
 * <p>Numbers in tables have all their digits, so that equal observations give equal bytes.
 */
final class ObservationFiles {

    private final Experiment experiment;
    private final Observation observation;
    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    /**
     * Prepares to write an observation.
     *
     * @param experiment which observed it
     * @param observation what it observed
     * @param folder where files go
     */
    ObservationFiles(Experiment experiment, Observation observation, Path folder) {
        this.experiment = experiment;
        this.observation = observation;
        this.folder = folder;
    }

    /**
     * Writes the files and returns them; what has no points has no files.
     *
     * @throws BadInput if one cannot be written, or is there and somebody's own
     */
    List<Path> write() {
        observation.measurements().forEach((name, measurement) -> {
            if (measurement instanceof Measurement.Series series && series.at().length > 0) {
                series(observable(name), series);
            } else if (measurement instanceof Measurement.Matrix matrix
                    && matrix.rows().length > 0
                    && matrix.columns().length > 0) {
                matrix(observable(name), matrix);
            }
        });
        scalars();
        new TrainingHistory(experiment, observation).write(folder, written);
        return List.copyOf(written);
    }

    private void series(Observable observable, Measurement.Series series) {
        String name = observable.name();
        double[] at = series.at();
        double[] values = series.values();
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            rows.add(List.of(at[i], values[i]));
        }
        Path csv = folder.resolve(name + ".csv");
        CsvFile.write(csv, List.of(observable.axis(), name), rows);
        written.add(csv);
        Path svg = folder.resolve(name + ".svg");
        CsvFile.write(
                svg,
                Report.svg(new Figure(
                        name,
                        experiment.name() + ": " + name,
                        new Figure.Axis(observable.axis(), false),
                        new Figure.Axis(name, false),
                        List.of(new Figure.Curve(name, Figure.Role.MEASURED, at, values)))));
        written.add(svg);
    }

    /** The table has the rows in the order of their positions, however the figure sorts them. */
    private void matrix(Observable observable, Measurement.Matrix matrix) {
        List<String> header = new ArrayList<>(List.of(String.join("\\", observable.axes())));
        Arrays.stream(matrix.columns()).mapToObj(Double::toString).forEach(header::add);
        double[] at = matrix.rows();
        double[][] values = matrix.values();
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            List<Double> row = new ArrayList<>(List.of(at[i]));
            Arrays.stream(values[i]).forEach(row::add);
            rows.add(row);
        }
        Path csv = folder.resolve(observable.name() + ".csv");
        CsvFile.writeWide(csv, header, rows);
        written.add(csv);
        Path svg = folder.resolve(observable.name() + ".svg");
        CsvFile.write(svg, Report.svg(MatrixFigure.of(experiment.name(), observable, matrix)));
        written.add(svg);
    }

    /** An event has a position and no error, by which it is told from a scalar. */
    private void scalars() {
        List<List<Object>> rows = new ArrayList<>();
        observation.measurements().forEach((name, measurement) -> {
            if (measurement instanceof Measurement.Scalar scalar) {
                rows.add(List.of(name, scalar.value(), scalar.error()));
            }
        });
        observation.events().forEach((name, at) -> rows.add(List.of(name, at, "")));
        if (!rows.isEmpty()) {
            Path csv = folder.resolve("scalars.csv");
            CsvFile.write(csv, List.of("name", "value", "error"), rows);
            written.add(csv);
        }
    }

    private Observable observable(String name) {
        return experiment.observables().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
