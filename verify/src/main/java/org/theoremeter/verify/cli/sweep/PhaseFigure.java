package org.theoremeter.verify.cli.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.theoremeter.reports.Report;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.reports.document.Graphic;
import org.theoremeter.reports.document.Panels;
import org.theoremeter.reports.document.PhaseDiagram;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Axis;
import org.theoremeter.verify.claim.GridPoint;
import org.theoremeter.verify.claim.SweepFile;
import org.theoremeter.verify.claim.read.comparison.FractionReader;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.CsvFile;
import org.theoremeter.verify.evaluate.FulfilledRuns;
import org.theoremeter.verify.evaluate.Unreadable;
import org.theoremeter.verify.statistics.Proportion;

/**
 * The fraction of the runs of a sweep in which something happens: as a phase diagram over two axes, or as a curve over one. A run
 * that is missing is not counted, nor is one whose numerical error leaves open whether it happens.
 */
final class PhaseFigure {

    private static final double CONFIDENCE = 0.95;

    private final SweepFile file;
    private final PhaseOptions options;
    private final String filter;
    private final List<FulfilledRuns> fractions;
    private final Map<Integer, Cell> cells = new LinkedHashMap<>();
    private int open;

    /**
     * A grid point.
     *
     * @param point where it is
     * @param counts of each fraction, in how many runs it happens and how many tell
     */
    private record Cell(GridPoint point, int[][] counts) {

        double at(Axis axis) {
            return point.coordinates().get(axis.symbol());
        }
    }

    private PhaseFigure(SweepFile file, PhaseOptions options, String filter, List<FulfilledRuns> fractions) {
        this.file = file;
        this.options = options;
        this.filter = filter;
        this.fractions = fractions;
    }

    /**
     * Takes what a command was given; empty if no figure is wanted.
     *
     * @param filter which runs are meant, in words
     * @throws BadInput if options do not go together, or name what is not there
     */
    static Optional<PhaseFigure> of(SweepFile file, PhaseOptions options, SweepFilter filter) {
        if (options.figure == null) {
            if (!options.fractions.isEmpty()) {
                throw new BadInput(
                        PhaseOptions.FRACTION + ": found no " + PhaseOptions.FIGURE + ", accepted: with one");
            }
            return Optional.empty();
        }
        if (!options.figure.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            throw new BadInput(PhaseOptions.FIGURE + ": found " + Quotation.of(options.figure.toString())
                    + ", accepted: a name that ends in .svg");
        }
        if (options.fractions.isEmpty()) {
            throw new BadInput(PhaseOptions.FIGURE + ": found no " + PhaseOptions.FRACTION
                    + ", accepted: with what is counted, such as " + PhaseOptions.FRACTION + " \"learned < 0.5\"");
        }
        List<String> axes = file.observe().axes().stream().map(Axis::symbol).toList();
        options.scales.keySet().stream()
                .filter(name -> !axes.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadInput(PhaseOptions.SCALE + ": found no axis " + Quotation.of(name) + ", "
                            + Nearest.hint(name, axes));
                });
        List<FulfilledRuns> fractions = options.fractions.stream()
                .map(text -> new FulfilledRuns(
                        file.observe(),
                        FractionReader.success(
                                YamlNode.Scalar.plain(text, new Position(PhaseOptions.FRACTION, 0, 0)),
                                file.observe(),
                                Optional.ofNullable(options.diverged).map(PhaseOptions.Counted::success),
                                Optional.ofNullable(options.missing).map(PhaseOptions.Counted::success))))
                .toList();
        return Optional.of(new PhaseFigure(file, options, filter.toString(), fractions));
    }

    /** Counts a run that is meant, or notes that it is missing. */
    void count(StoredSweep.Kept kept) {
        int[][] cell = cells.computeIfAbsent(
                        kept.number(), first -> new Cell(kept.point(), new int[fractions.size()][2]))
                .counts();
        kept.observation().ifPresent(run -> {
            int seed = (int) kept.run().seedIndex().orElse(0);
            for (int i = 0; i < cell.length; i++) {
                Optional<Boolean> told = told(fractions.get(i), kept.point(), seed, run);
                cell[i][0] += told.orElse(false) ? 1 : 0;
                cell[i][1] += told.isPresent() ? 1 : 0;
                open += told.isPresent() ? 0 : 1;
            }
        });
    }

    private static Optional<Boolean> told(FulfilledRuns fraction, GridPoint point, int seed, Observation run) {
        try {
            return fraction.tells(point, seed, run);
        } catch (Unreadable reason) {
            throw new BadInput(PhaseOptions.FRACTION + ": " + reason.getMessage()
                    + " (here as the options --diverged and --missing)");
        }
    }

    /** Writes the figure, and returns what is to be told, a line each. */
    List<String> write() {
        CsvFile.writeNamed(options.figure, PhaseOptions.FIGURE, Report.svg(graphic()));
        List<String> told = new ArrayList<>();
        for (FulfilledRuns fraction : fractions) {
            fraction.exceptions().ifPresent(text -> told.add(fraction + ": " + text));
        }
        if (open > 0) {
            told.add(open + (open == 1 ? " run is" : " runs are")
                    + " not counted: numerical errors leave open whether the condition holds");
        }
        told.add(options.figure.toString());
        return told;
    }

    private Graphic graphic() {
        List<Axis> varied = varied();
        if (varied.size() > 2) {
            Axis last = varied.get(varied.size() - 1);
            throw new BadInput(PhaseOptions.FIGURE + ": found the axes "
                    + varied.stream().map(Axis::symbol).collect(Collectors.joining(", "))
                    + ", accepted: two at most; fix the others, such as --where \"" + last.symbol() + " = "
                    + last.values().get(0) + "\"");
        }
        if (varied.isEmpty()) {
            throw new BadInput(PhaseOptions.FIGURE + ": found " + cells.size()
                    + (cells.size() == 1 ? " grid point" : " grid points") + filter
                    + ", accepted: at least two, along one axis or two");
        }
        long apart = cells.values().stream()
                .map(cell -> varied.stream().map(cell::at).toList())
                .distinct()
                .count();
        if (apart < cells.size()) {
            throw new BadInput(PhaseOptions.FIGURE
                    + ": found grid points that differ only along axes that step together" + " with "
                    + varied.get(0).symbol() + ", accepted: axes of which the first tells all of them apart");
        }
        return varied.size() == 1 ? curves(varied.get(0)) : diagram(varied.get(0), varied.get(1));
    }

    /** Returns the axes along which the runs differ; of those that step together, the first. */
    private List<Axis> varied() {
        List<Axis> varied = new ArrayList<>();
        for (Axis axis : file.observe().axes()) {
            boolean shown = varied.stream().anyMatch(before -> before.partners().contains(axis.symbol()));
            if (!shown && values(axis).size() > 1) {
                varied.add(axis);
            }
        }
        return varied;
    }

    private TreeSet<Double> values(Axis axis) {
        return cells.values().stream().map(cell -> cell.at(axis)).collect(Collectors.toCollection(TreeSet::new));
    }

    private PhaseDiagram diagram(Axis across, Axis upwards) {
        List<Double> columns = List.copyOf(values(across));
        List<Double> rows = List.copyOf(values(upwards));
        List<PhaseDiagram.Counts> maps = new ArrayList<>();
        for (int i = 0; i < fractions.size(); i++) {
            int[][] fulfilled = new int[rows.size()][columns.size()];
            int[][] runs = new int[rows.size()][columns.size()];
            for (Cell cell : cells.values()) {
                int row = rows.indexOf(cell.at(upwards));
                int column = columns.indexOf(cell.at(across));
                fulfilled[row][column] = cell.counts()[i][0];
                runs[row][column] = cell.counts()[i][1];
            }
            maps.add(new PhaseDiagram.Counts(fractions.get(i) + filter, fulfilled, runs, List.of()));
        }
        return new PhaseDiagram(
                "phases",
                caption(),
                axis(across),
                axis(upwards),
                columns.stream().mapToDouble(Double::doubleValue).toArray(),
                rows.stream().mapToDouble(Double::doubleValue).toArray(),
                maps);
    }

    private Panels curves(Axis along) {
        List<Panels.Panel> panels = new ArrayList<>();
        for (int i = 0; i < fractions.size(); i++) {
            List<Figure.Curve> curves = new ArrayList<>();
            for (Cell cell : cells.values()) {
                int[] counts = cell.counts()[i];
                if (counts[1] > 0) {
                    double at = cell.at(along);
                    Proportion part = new Proportion(counts[0], counts[1]);
                    double half = (1 + CONFIDENCE) / 2;
                    curves.add(new Figure.Curve(
                            "95 % interval",
                            Figure.Role.INTERVAL,
                            new double[] {at, at},
                            new double[] {part.lower(half), part.upper(half)}));
                    curves.add(new Figure.Curve(
                            fractions.get(i) + filter, Figure.Role.POINTS, new double[] {at}, new double[] {
                                part.fraction()
                            }));
                }
            }
            if (curves.isEmpty()) {
                throw new BadInput(
                        PhaseOptions.FIGURE + ": found no run" + filter + ", accepted: a sweep of which some are kept");
            }
            panels.add(new Panels.Panel(new Figure.Axis("fraction of runs", false), curves));
        }
        return new Panels("phases", caption(), axis(along), panels);
    }

    private String caption() {
        return file.storedAs() + ": fraction of runs"
                + fractions.stream().map(Object::toString).collect(Collectors.joining("; ", " with ", "")) + filter;
    }

    private Figure.Axis axis(Axis axis) {
        PhaseOptions.AxisScale asked = options.scales.get(axis.symbol());
        boolean positive = values(axis).first() > 0;
        if (asked == PhaseOptions.AxisScale.LOG && !positive) {
            throw new BadInput(PhaseOptions.SCALE + ": found " + axis.symbol() + " = "
                    + values(axis).first() + ", accepted: log where all values are positive");
        }
        boolean logarithmic = asked == null ? axis.logarithmic() : asked == PhaseOptions.AxisScale.LOG;
        String unit = unit(axis.symbol());
        return new Figure.Axis(axis.label() + (unit.isEmpty() ? "" : " (" + unit + ")"), logarithmic);
    }

    /** Returns the unit that the file gives an axis, as in {@code delay: delay ms}. */
    private String unit(String symbol) {
        Pattern written = Pattern.compile("with\\.\\S+ = '" + Pattern.quote(symbol) + " (\\p{L}+)'");
        return file.settings().stream()
                .map(written::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .findFirst()
                .orElse("");
    }
}
