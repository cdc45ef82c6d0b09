package org.theoremeter.verify.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.verify.cli.Cli;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** Phase diagrams of a sweep as a user draws them: what they show is what the exported table has. */
class SweepFigureTest {

    private static final String FILE = """
            sweep: 1
            id: my.descents
            experiment: short-term/descent
            with: {delay: delay, window: delay, rate: u*3*pi^4/32/20^4*(20/delay)^3, lowest: low, highest: 1.65, horizon: 1 step}
            over: {delay: [20, 24, 28], u: {log: [2, 4, 4]}%s}
            seeds: 3
            """;

    private static final String PLAIN = FILE.formatted("").replace("low,", "1.55,");

    private static final Pattern WRITTEN = Pattern.compile(">(\\d+)/(\\d+)</text>");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeTheFile() throws IOException {
        file = Files.writeString(folder.resolve("sweep.yaml"), PLAIN);
    }

    private Cli sweep(Object... more) {
        return Cli.run("sweep", file, "--store", folder.resolve("store"), "--quiet", more);
    }

    private Cli figure(Object... more) {
        return Cli.run(
                "sweep",
                "status",
                file,
                "--store",
                folder.resolve("store"),
                "--figure",
                folder.resolve("phases.svg"),
                more);
    }

    private String drawn() throws IOException {
        return Files.readString(folder.resolve("phases.svg"));
    }

    /** Returns how many cells say so many of so many runs. */
    private Map<String, Long> cells() throws IOException {
        Map<String, Long> cells = new TreeMap<>();
        Matcher cell = WRITTEN.matcher(drawn());
        while (cell.find()) {
            cells.merge(cell.group(1) + "/" + cell.group(2), 1L, Long::sum);
        }
        return cells;
    }

    /** The same counted in the exported table. */
    private Map<String, Long> counted() throws IOException {
        Path table = folder.resolve("table.csv");
        Cli.run("sweep", "status", file, "--store", folder.resolve("store"), "--export", table);
        List<String> lines = Files.readAllLines(table);
        int dead = List.of(lines.get(0).split(",")).indexOf("dead");
        Map<String, int[]> points = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split(",");
            int[] counts = points.computeIfAbsent(row[0], first -> new int[2]);
            counts[0] += Double.parseDouble(row[dead]) > 0.5 ? 1 : 0;
            counts[1]++;
        }
        Map<String, Long> cells = new TreeMap<>();
        points.values().forEach(counts -> cells.merge(counts[0] + "/" + counts[1], 1L, Long::sum));
        return cells;
    }

    @Test
    void twoAxesAreAPhaseDiagramOfWhatTheTableHas() throws IOException {
        sweep();
        Cli drawn = figure("--fraction", "dead > 0.5");
        assertThat(drawn.status()).as(drawn.toString()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(drawn.out()).contains(folder.resolve("phases.svg").toString());
        assertThat(cells()).isEqualTo(counted()).containsKeys("0/3", "3/3");
        assertThat(drawn()).contains(">delay</text>", ">dead &gt; 0.5</text>").doesNotContain("class=\"missing\"");
        String before = drawn();
        figure("--fraction", "dead > 0.5");
        assertThat(drawn()).isEqualTo(before);
    }

    @Test
    void whatIsMissingIsDrawnAsMissingAndNeverAsNone() throws IOException {
        sweep("--only", "delay=20,u=2");
        sweep("--only", "delay=28,u=4");
        Cli drawn = figure("--fraction", "dead > 0.5");
        assertThat(drawn.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(cells()).isEqualTo(Map.of("0/3", 1L, "3/3", 1L));
        // ten of twelve cells, and the sample in the legend
        assertThat(drawn().split("class=\"missing\"", -1)).hasSize(12);
        assertThat(drawn()).contains(">no run</text>");
    }

    @Test
    void severalConditionsStandBesideEachOther() throws IOException {
        sweep();
        figure("--fraction", "dead > 0.5", "--fraction", "alive > 0.5", "--fraction", "diverged");
        assertThat(drawn().split("class=\"phase\"", -1)).hasSize(4);
        assertThat(drawn()).contains(">dead &gt; 0.5</text>", ">alive &gt; 0.5</text>", ">diverged</text>");
    }

    @Test
    void oneAxisIsACurveWithIntervals() throws IOException {
        sweep();
        Cli drawn = figure("--fraction", "dead > 0.5", "--where", "delay = 24");
        assertThat(drawn.status()).as(drawn.toString()).isEqualTo(ExitStatus.AS_EXPECTED);
        // four values of u, and the legend's sample
        assertThat(drawn().split("<circle", -1)).hasSize(6);
        assertThat(drawn()).contains(">dead &gt; 0.5 where delay = 24</text>", ">95 % interval</text>", ">u</text>");
    }

    @Test
    void ofThreeAxesOneIsFixed() throws IOException {
        file = Files.writeString(folder.resolve("sweep.yaml"), FILE.formatted(", low: [1.4, 1.55]"));
        sweep();
        Cli refused = figure("--fraction", "dead > 0.5");
        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err())
                .contains(
                        "--figure: found the axes delay, u, low, accepted: two at most; fix the others, such as --where"
                                + " \"low = 1.4\"");
        assertThat(folder.resolve("phases.svg")).doesNotExist();
        Cli fixed = figure("--fraction", "dead > 0.5", "--where", "low = 1.55");
        assertThat(fixed.status()).as(fixed.toString()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(drawn()).contains(">dead &gt; 0.5 where low = 1.55</text>");
        assertThat(cells().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(12);
    }

    /** Logarithmic unless it is told otherwise, as its values are: with four values from 2 to 4 the marks differ. */
    @Test
    void anAxisIsScaledAsItsValuesAreSpacedOrAsAsked() throws IOException {
        sweep();
        figure("--fraction", "dead > 0.5");
        String logarithmic = drawn();
        figure("--fraction", "dead > 0.5", "--scale", "u=log");
        assertThat(drawn()).isEqualTo(logarithmic);
        figure("--fraction", "dead > 0.5", "--scale", "u=linear");
        assertThat(drawn()).isNotEqualTo(logarithmic);
    }

    /** Networks that diverge are known not to have learned; their loss is not known. */
    @Test
    void aRunThatDivergedCountsAsInClaims() throws IOException {
        file = Files.writeString(folder.resolve("sweep.yaml"), """
                sweep: 1
                id: my.training
                experiment: plrnn/delayed-cue
                with: {neurons: 8, batch: 4, epochs: 30 epoch, delay: delay ms, rate: rate}
                over: {delay: [20, 40], rate: [1e-3, 1e30]}
                seeds: 2
                """);
        sweep();
        Cli known = figure("--fraction", "learned < 0.5");
        assertThat(known.status()).as(known.toString()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(known.out()).contains("learned < 0.5: 4 of 8 runs diverged");
        // of the other networks one may learn by chance
        assertThat(cells().get("2/2")).isGreaterThanOrEqualTo(2);
        assertThat(drawn()).contains(">delay (ms)</text>");
        Cli open = figure("--fraction", "final_loss < 1000");
        assertThat(open.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(open.err()).contains("--fraction: the run diverged", "seed 0, delay = 20.0", "--diverged");
        Cli said = figure("--fraction", "final_loss < 1000", "--diverged", "failure");
        assertThat(said.out()).as(said.toString()).contains("4 of 8 runs diverged and count as failures");
        assertThat(cells()).isEqualTo(Map.of("0/2", 2L, "2/2", 2L));
    }

    /** What is asked for, and what is said of it. */
    record Fault(List<Object> asked, String message) {}

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault(
                        List.of("--fraction", "ded > 0.5"),
                        "--fraction: found the undefined symbol 'ded', did you mean 'dead'?"),
                new Fault(List.of("--fraction", "u > 3"), "observes nothing"),
                new Fault(List.of("--fraction", "dead >"), "--fraction"),
                new Fault(List.of(), "--figure: found no --fraction, accepted: with what is counted"),
                new Fault(List.of("--fraction", "dead > 0.5", "--scale", "rate=log"), "--scale: found no axis 'rate'"),
                new Fault(List.of("--fraction", "dead > 0.5", "--scale", "u=root"), "--scale"),
                new Fault(List.of("--fraction", "dead > 0.5", "--diverged", "maybe"), "maybe"),
                new Fault(
                        List.of("--fraction", "dead > 0.5", "--where", "u = 2", "--where", "delay = 20"),
                        "found 1 grid point where u = 2, delay = 20"),
                new Fault(List.of("--fraction", "dead > 0.5", "--where", "u > 9"), "found 0 grid points where u > 9"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultsSayWhatWhereAndWhatInstead(Fault fault) {
        sweep();
        Cli refused = figure(fault.asked().toArray());
        assertThat(refused.status()).as(refused.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err()).contains(fault.message());
        assertThat(folder.resolve("phases.svg")).doesNotExist();
    }

    @Test
    void someoneElsesFileStays() throws IOException {
        sweep();
        Path own = Files.writeString(folder.resolve("phases.svg"), "mine");
        Cli refused = figure("--fraction", "dead > 0.5");
        assertThat(refused.err()).contains("exists and holds something else, accepted: --figure with another name");
        assertThat(own).hasContent("mine");
        Cli named = Cli.run("sweep", "status", file, "--figure", folder.resolve("a.png"), "--fraction", "dead > 0.5");
        assertThat(named.err()).contains("a.png'", "accepted: a name that ends in .svg");
        Cli none = Cli.run("sweep", "status", file, "--fraction", "dead > 0.5");
        assertThat(none.err()).contains("--fraction: found no --figure");
    }
}
