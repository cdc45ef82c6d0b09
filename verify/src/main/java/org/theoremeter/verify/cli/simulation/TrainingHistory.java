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
import org.theoremeter.reports.document.Panels;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.cli.terminal.CsvFile;

/** Writes the series over training epochs side by side: one table, a figure of losses, one of what is got right, and one of fixed points and ghosts. */
final class TrainingHistory {

    private static final String EPOCH = "epoch";

    /** What is counted in the field of a network when it is looked at, between which nothing is known. */
    private static final Map<String, String> COUNTED = Map.of("zeros", "fixed points", "ghosts", "ghosts");

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
        List<String> counts = named(COUNTED::containsKey);
        if (!losses.isEmpty() && !counts.isEmpty()) {
            panels(folder, losses.get(0), counts, written);
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

    /** Draws a loss and below it what is counted in the same epochs, as points, since a count may change between two looks. */
    private void panels(Path folder, String loss, List<String> counts, List<Path> written) {
        List<Panels.Panel> panels = new ArrayList<>();
        panels.add(new Panels.Panel(
                new Figure.Axis(loss, positive(List.of(loss))), List.of(curve(loss, Figure.Role.MEASURED))));
        for (String count : counts) {
            panels.add(new Panels.Panel(
                    new Figure.Axis(COUNTED.get(count), false), List.of(curve(count, Figure.Role.POINTS))));
        }
        Path svg = folder.resolve("history-field.svg");
        CsvFile.write(
                svg,
                Report.svg(new Panels(
                        "history-field",
                        experiment + ": " + loss + ", " + String.join(", ", counts) + " during training",
                        new Figure.Axis(EPOCH, false),
                        panels)));
        written.add(svg);
    }

    private Figure.Curve curve(String name, Figure.Role role) {
        return new Figure.Curve(
                name, role, series.get(name).at(), series.get(name).values());
    }

    private void figure(Path folder, String id, List<String> names, boolean logarithmic, List<Path> written) {
        List<Figure.Curve> curves = new ArrayList<>();
        for (String name : names) {
            curves.add(curve(name, curves.isEmpty() ? Figure.Role.MEASURED : Figure.Role.COMPANION));
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
