package org.theoremeter.verify.cli.points;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.theoremeter.reports.Report;
import org.theoremeter.simulate.arithmetic.Eigenvalues;
import org.theoremeter.simulate.fixedpoint.Certificate;
import org.theoremeter.simulate.fixedpoint.Point;
import org.theoremeter.simulate.fixedpoint.region.Cycle;
import org.theoremeter.simulate.fixedpoint.region.Enumeration;
import org.theoremeter.verify.cli.terminal.CsvFile;

/** Writes what a search found: {@code points.json}, all of it; {@code points.csv}, a row a point; {@code points.svg}. */
final class PointsFiles {

    private static final int FORMAT = 1;

    /** On one line, so that a file that begins otherwise is seen to be somebody's own. */
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private PointsFiles() {}

    /** Writes the files and returns them. */
    static List<Path> write(Path folder, Searched searched) {
        List<Path> written = new ArrayList<>();
        Path json = folder.resolve("points.json");
        CsvFile.write(json, json(searched));
        written.add(json);
        Path csv = folder.resolve("points.csv");
        List<String> header = new ArrayList<>(List.of(
                "kind",
                "q",
                "speed",
                "leading",
                "unstable",
                "marginal",
                "proved",
                "within",
                "alone",
                "starts",
                "basin"));
        for (int i = 0; i < searched.network().stateSize(); i++) {
            header.add("r" + i);
        }
        CsvFile.writeWide(csv, header, rows(searched));
        written.add(csv);
        Path svg = folder.resolve("points.svg");
        CsvFile.write(svg, Report.svg(PointsFigure.of(searched)));
        written.add(svg);
        return written;
    }

    private static List<List<Object>> rows(Searched searched) {
        List<List<Object>> rows = new ArrayList<>();
        for (Point point : searched.points().points()) {
            Certificate proved = point.certificate();
            List<Object> row = new ArrayList<>(Arrays.asList(
                    point.kind().word(),
                    point.q(),
                    point.speed(),
                    point.leading(),
                    point.unstable(),
                    point.marginal(),
                    word(proved),
                    finite(proved.within()),
                    finite(proved.alone()),
                    point.starts(),
                    point.basin()));
            Arrays.stream(point.state()).forEach(row::add);
            rows.add(row);
        }
        return rows;
    }

    /** Returns what is proved, in a word. */
    static String word(Certificate proved) {
        return switch (proved.claim()) {
            case EXISTS -> "exists";
            case NONE_NEAR -> "no-zero-near";
            case NOTHING -> "nothing";
        };
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static String json(Searched searched) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("theoremeter", "points");
        root.put("format", FORMAT);
        root.put("source", searched.source());
        root.put("sha256", searched.sha256());
        ObjectNode network = root.putObject("network");
        network.put("kind", searched.network().name());
        network.put("units", searched.network().units());
        network.put("state_size", searched.network().stateSize());
        numbers(network.putArray("input"), searched.input());
        ObjectNode search = root.putObject("search");
        search.put("starts", searched.points().starts());
        search.put("trajectories", searched.trajectories().trajectories().size());
        search.put("jitter", searched.jitter());
        search.put("seed", searched.seed());
        search.put("same_within", searched.settings().tolerance());
        search.put("unit_circle_band", searched.settings().band());
        search.put("most_iterations", searched.settings().iterations());
        search.put("relaxation_steps", searched.settings().relaxation());
        search.put("ended_in_a_point", searched.points().ended());
        search.put("settled_in_a_stable_point", searched.points().settled());
        ArrayNode points = root.putArray("points");
        searched.points().points().forEach(point -> point(points.addObject(), point));
        searched.regions().ifPresent(all -> {
            ArrayNode regions = root.putArray("regions");
            all.forEach(each -> region(regions.addObject(), each));
        });
        try {
            return MAPPER.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void point(ObjectNode to, Point point) {
        to.put("kind", point.kind().word());
        to.put("q", point.q());
        to.put("speed", point.speed());
        to.put("leading_modulus", point.leading());
        to.put("unstable", point.unstable());
        to.put("marginal", point.marginal());
        to.put("proved", word(point.certificate()));
        to.put("within", finite(point.certificate().within()));
        to.put("alone", finite(point.certificate().alone()));
        to.put("starts", point.starts());
        to.put("basin", point.basin());
        eigenvalues(to, point.eigenvalues());
        numbers(to.putArray("state"), point.state());
    }

    private static void region(ObjectNode to, Enumeration each) {
        to.put("period", each.period());
        to.put("itineraries_log2", each.bits());
        to.put("box", finite(each.halfWidth()));
        to.put("complete", each.isComplete());
        to.put("solved", each.solved());
        to.put("undecided", each.undecided());
        to.put("exhausted", each.exhausted());
        ArrayNode cycles = to.putArray("cycles");
        for (Cycle cycle : each.cycles()) {
            ObjectNode one = cycles.addObject();
            one.put("within", cycle.within());
            one.put("on_border", cycle.border());
            eigenvalues(one, cycle.multipliers());
            ArrayNode states = one.putArray("states");
            cycle.states().forEach(state -> numbers(states.addArray(), state));
        }
    }

    private static void eigenvalues(ObjectNode to, Eigenvalues eigenvalues) {
        ArrayNode real = to.putArray("eigenvalues_real");
        ArrayNode imaginary = to.putArray("eigenvalues_imaginary");
        for (int i = 0; i < eigenvalues.size(); i++) {
            real.add(eigenvalues.real(i));
            imaginary.add(eigenvalues.imaginary(i));
        }
    }

    private static void numbers(ArrayNode to, double[] values) {
        Arrays.stream(values).forEach(to::add);
    }
}
