package org.theoremeter.verify.cli.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.theoremeter.reports.Report;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.cli.terminal.CsvFile;

/** Writes the series over training epochs side by side: one table, a figure of losses and one of what is got right. */
final class TrainingHistory {

    private static final String EPOCH = "epoch";

    private final String experiment;
    private final Map<String, Measurement.Series> series = new LinkedHashMap<>();

    /**
     * Picks the series over epochs, in the order in which the experiment announces them.
     *
     * @param experiment which observed them
     * @param observation what it observed
     */
    TrainingHistory(Experiment experiment, Observation observation) {
        this.experiment = experiment.name();
        for (Observable observable : experiment.observables()) {
            if (observable.axes().equals(List.of(EPOCH))
                    && observation.measurements().get(observable.name()) instanceof Measurement.Series measured
                    && measured.at().length > 0) {
                series.put(observable.name(), measured);
            }
        }
    }

    /** Writes the files and adds them to those written; none if no series runs over epochs. */
    void write(Path folder, List<Path> written) {
        if (series.isEmpty()) {
            return;
        }
        Path csv = folder.resolve("history.csv");
        List<String> header = new ArrayList<>(List.of(EPOCH));
        header.addAll(series.keySet());
        CsvFile.writeWide(csv, header, rows());
        written.add(csv);
        List<String> losses = distinct(named(name -> name.endsWith("loss")));
        if (!losses.isEmpty()) {
            figure(folder, "history", losses, positive(losses), written);
        }
        List<String> right = named(name -> name.endsWith("accuracy") || name.endsWith("reliability"));
        if (right.size() > 1) {
            figure(folder, "history-accuracy", right, false, written);
        }
    }

    /** Returns one row an epoch at which anything was measured; what was not is left empty. */
    private List<List<Double>> rows() {
        TreeSet<Double> epochs = new TreeSet<>();
        List<Map<Double, Double>> columns = new ArrayList<>();
        for (Measurement.Series measured : series.values()) {
            Map<Double, Double> column = new TreeMap<>();
            double[] at = measured.at();
            double[] values = measured.values();
            for (int i = 0; i < at.length; i++) {
                column.put(at[i], values[i]);
            }
            epochs.addAll(column.keySet());
            columns.add(column);
        }
        List<List<Double>> rows = new ArrayList<>();
        for (double epoch : epochs) {
            List<Double> row = new ArrayList<>(List.of(epoch));
            columns.forEach(column -> row.add(column.get(epoch)));
            rows.add(row);
        }
        return rows;
    }

    private List<String> named(Predicate<String> chosen) {
        return series.keySet().stream().filter(chosen).toList();
    }

    /** Leaves out what is the same as one before, such as the task's loss where nothing else is in the loss. */
    private List<String> distinct(List<String> names) {
        List<String> distinct = new ArrayList<>();
        for (String name : names) {
            if (distinct.stream()
                    .noneMatch(before -> Arrays.equals(
                            series.get(before).values(), series.get(name).values()))) {
                distinct.add(name);
            }
        }
        return distinct;
    }

    private boolean positive(List<String> names) {
        return names.stream()
                .flatMapToDouble(name -> Arrays.stream(series.get(name).values()))
                .allMatch(value -> value > 0);
    }

    private void figure(Path folder, String id, List<String> names, boolean logarithmic, List<Path> written) {
        List<Figure.Curve> curves = new ArrayList<>();
        for (String name : names) {
            Figure.Role role = curves.isEmpty() ? Figure.Role.MEASURED : Figure.Role.COMPANION;
            curves.add(new Figure.Curve(
                    name, role, series.get(name).at(), series.get(name).values()));
        }
        String label = String.join(", ", names);
        Path svg = folder.resolve(id + ".svg");
        CsvFile.write(
                svg,
                Report.svg(new Figure(
                        id,
                        experiment + ": " + label + " during training",
                        new Figure.Axis(EPOCH, false),
                        new Figure.Axis(label, logarithmic),
                        curves)));
        written.add(svg);
    }
}
