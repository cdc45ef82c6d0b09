package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.simulate.sweep.ObservationStore;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** Sweeps from the command line, as a user makes, breaks off, resumes and widens them. */
class SweepCommandTest {

    private static final String FILE = """
            sweep: 1
            id: my.sweep
            title: Which descents die
            experiment: short-term/descent
            with: {mechanism: slow-point, delay: delay, window: 10, rate: rate, lowest: 1, highest: 3, horizon: 20 step}
            over:
              delay: [40, 60]
              rate: [1e-7, 1e-6]
            seeds: 3
            """;

    private static final String TRAINING = """
            sweep: 1
            id: my.training
            experiment: leaky-rnn/delayed-cue
            with: {neurons: 16, batch: 16, epochs: 300 epoch, delay: delay ms, rate: 0.1}
            over: {delay: {lin: [20, 160, 8]}}
            seeds: 2
            """;

    @TempDir
    private Path folder;

    private Path file;
    private Path store;

    @BeforeEach
    void writeTheFile() throws IOException {
        store = folder.resolve("store");
        file = written("sweep.yaml", FILE);
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Cli sweep(Object... more) {
        return Cli.run("sweep", file, "--store", store, more);
    }

    private Cli status(Object... more) {
        return Cli.run("sweep", "status", file, "--store", store, more);
    }

    private Map<String, String> rows(Path of, String query) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + of.resolve(ObservationStore.FILE));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append(i > 2 ? "|" : "")
                            .append(
                                    row.getObject(i) instanceof byte[] bytes
                                            ? Arrays.toString(bytes)
                                            : row.getString(i));
                }
                rows.put(row.getString(1), text.toString());
            }
        }
        return rows;
    }

    /** All that was found, without how long it took. */
    private Map<String, String> found(Path of) throws SQLException {
        return rows(of, "SELECT hash, key, diverged, scalars, content FROM run");
    }

    private Map<String, String> times(Path of) throws SQLException {
        return rows(of, "SELECT hash, times FROM timing");
    }

    @Test
    void makesWhatIsMissingAndNothingTwice() throws Exception {
        Cli before = status();
        assertThat(before.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(before.out()).contains("my.sweep (quick): 4 grid points, 12 runs: 0 done, 0 diverged, 12 missing");
        Cli first = sweep();
        assertThat(first.status()).as(first.toString()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(first.err()).contains("12 runs: 0 kept already, 12 to make");
        assertThat(first.out()).contains("12 of 12 runs are there (0 reused, 0 diverged, 0 failed)", store.toString());
        Cli again = sweep();
        assertThat(again.err()).contains("12 runs: 12 kept already, 0 to make");
        assertThat(again.out()).contains("(12 reused, 0 diverged, 0 failed)");
        assertThat(status().status()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(status().out()).contains("2  delay = 40.0, rate = 1.0E-6: 3 done, 0 diverged, 0 missing");
        assertThat(times(store).values()).hasSize(12).allMatch("1"::equals);
        assertThat(Cli.run("sweep", file, "--store", store, "--quiet").out()).isEmpty();
    }

    @Test
    void aSweepThatHasGrownReusesAndKeepsNumbering() throws Exception {
        sweep("--quiet");
        written("sweep.yaml", FILE.replace("[40, 60]", "[20, 40, 60]").replace("seeds: 3", "seeds: 4"));
        Cli grown = sweep();
        assertThat(grown.err()).contains("24 runs: 12 kept already, 12 to make");
        assertThat(status().out())
                .contains("1  delay = 40.0, rate = 1.0E-7", "4  delay = 60.0, rate = 1.0E-6", "5  delay = 20.0");
        assertThat(times(store).values()).hasSize(24).allMatch("1"::equals);
    }

    @Test
    void aSweepThatHasChangedIsRefusedUntilItIsSaid() throws Exception {
        sweep("--quiet");
        assertThat(sweep("--seed", 2).err()).contains("root seed = 1, found 2");
        written("sweep.yaml", FILE.replace("window: 10", "window: 12"));
        Cli changed = sweep();
        assertThat(changed.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(changed.err())
                .contains("sweep.yaml: the sweep my.sweep (quick) was begun with with.window = '10', found '12'")
                .contains("--fresh to begin it anew, or another id");
        written("sweep.yaml", FILE.replace("lowest: 1, ", ""));
        assertThat(sweep().err()).contains("with.lowest = '1', found (nothing)");
        assertThat(times(store)).hasSize(12);
        written("sweep.yaml", FILE.replace("window: 10", "window: 12"));
        assertThat(sweep("--fresh").status()).isEqualTo(ExitStatus.AS_EXPECTED);
        written("sweep.yaml", FILE.replace("my.sweep", "my.other"));
        assertThat(sweep().err()).contains("12 runs: 12 kept already");
    }

    @Test
    void aProgramThatHasAnotherParameterOrOtherCodeGoesOnWithTheSweep() throws Exception {
        sweep("--quiet");
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + store.resolve(ObservationStore.FILE));
                Statement statement = connection.createStatement()) {
            // as an earlier version would have begun it
            statement.execute("UPDATE sweep SET settings = 'code = other' || char(10) || replace(substr(settings, 1,"
                    + " instr(settings, 'code = ') - 2), 'with.horizon', 'default.gone')");
        }
        Cli refused = sweep();
        assertThat(refused.err()).contains("was begun with with.horizon = (nothing)");
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + store.resolve(ObservationStore.FILE));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE sweep SET settings = replace(settings, 'default.gone', 'with.horizon')");
        }
        Cli goesOn = sweep();
        assertThat(goesOn.err()).contains("the program has changed since this sweep was begun", "12 kept already");
        assertThat(sweep().err()).doesNotContain("has changed");
    }

    @Test
    void onePointAloneGivesTheSameBits() throws Exception {
        sweep("--quiet");
        Map<String, String> whole = found(store);
        Path alone = folder.resolve("alone");
        for (String point : List.of("1", "delay=40,rate=1e-6", "rate=0.0000001, delay=60", "4")) {
            Cli one = Cli.run("sweep", file, "--store", alone, "--only", point, "--jobs", 1);
            assertThat(one.out()).as(one.toString()).contains("3 of 3 runs are there (0 reused");
        }
        assertThat(found(alone)).isEqualTo(whole);
        for (String point : List.of("5", "0", "delay=41,rate=1e-6", "delay", "gain=1", "delay=forty")) {
            Cli none = sweep("--only", point);
            assertThat(none.status()).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(none.err()).contains("--only: found '" + point + "', accepted: the number of a grid point");
        }
    }

    @Test
    void exportsARowARun() throws Exception {
        Path table = folder.resolve("out/table.csv");
        sweep("--only", "2", "--export", table);
        assertThat(Files.readAllLines(table))
                .hasSize(4)
                .startsWith("point,delay,rate,seed,state,alive,dead,escaped,steps,initial-r,final-r")
                .anyMatch(row -> row.startsWith("2,40.0,1.0E-6,2,done,"));
        sweep("--quiet", "--export", table);
        assertThat(Files.readAllLines(table)).hasSize(13);
        Path other = folder.resolve("other.csv");
        status("--export", other);
        assertThat(other).hasSameTextualContentAs(table);
    }

    @Test
    void claimsObserveASweepAndReuseIt() throws Exception {
        sweep("--quiet");
        String claim = """
                claim: 1
                id: my.survival
                title: No descent dies
                falsified: more than half of the descents die
                kind: fraction
                predict: {values: {dead: "0"}}
                observe: {sweep: sweep.yaml%s}
                compare: [{fraction of: "dead > 0.5", predicted: dead, margin: 0.9}]
                """;
        Path whole = written("claim.yaml", claim.formatted(""));
        Cli judged = Cli.run("verify", whole, "--store", store, "--out", folder.resolve("report"));
        assertThat(judged.out()).as(judged.toString()).contains("0 observations computed, 12 reused");
        Path part = written("part.yaml", claim.formatted(", seeds: 2, over: {delay: [60]}"));
        assertThat(Cli.run("verify", part, "--store", store, "--out", folder.resolve("report"))
                        .out())
                .contains("0 observations computed, 4 reused");
        assertThat(Cli.run("check", part).out()).contains("4 runs");
        refused(claim.formatted(", seeds: 4"), "found 4 seeds, accepted: at most the 3 of the sweep my.sweep");
        refused(claim.formatted(", over: {delay: [41]}"), "found delay = 41.0, which the sweep does not have");
        refused(claim.formatted(", over: {dely: [40]}"), "'dely', which the sweep does not have");
        refused(claim.formatted(", with: {window: 10}"), "found with beside sweep");
        refused(claim.formatted(", profile: fast"), "found 'fast'");
        refused(claim.formatted("").replace("sweep.yaml", "none.yaml"), "none.yaml: no such file");
        refused(claim.formatted("").replace("sweep.yaml", "../sweep.yaml"), "without '..'");
    }

    private void refused(String claim, String reason) throws IOException {
        Cli refused = Cli.run("check", written("refused.yaml", claim));
        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err()).contains(reason);
    }

    @Test
    void faultsComeBeforeAnythingIsDone() throws IOException {
        for (Map.Entry<String, String> fault : Map.ofEntries(
                        Map.entry(FILE.replace("[40, 60]", "[]"), "sweep.yaml:7:10: found 0 values, accepted: from 1"),
                        Map.entry(FILE.replace("[40, 60]", "[40, 40]"), "a value of the axis delay stands twice"),
                        Map.entry(
                                FILE.replace("seeds: 3", "seeds: 250001"),
                                "found 1000004 runs, accepted: at most 1000000 without --yes"),
                        Map.entry(FILE.replace("sweep: 1", "sweep: 2"), "found sweep format '2', accepted: 1"),
                        Map.entry(FILE.replace("id: my.sweep", "id: My Sweep"), "found the id 'My Sweep'"),
                        Map.entry(FILE.replace("with:", "wih:"), "wih"),
                        Map.entry(FILE.replace("horizon: 20 step", "horizon: 20"), "without a unit"),
                        Map.entry(FILE.replace("short-term/descent", "short-term/decent"), "short-term/descent"),
                        Map.entry(FILE.replace("seeds: 3", "seeds: none"), "draws random numbers"),
                        Map.entry(FILE + "---\nsweep: 1\n", "found 2 documents, accepted: one sweep"),
                        Map.entry(FILE + "profiles: {full: {seeds: 0}}\n", "found 0 seeds, accepted: at least 1"))
                .entrySet()) {
            written("sweep.yaml", fault.getKey());
            Cli refused = sweep();
            assertThat(refused.status()).as(refused.toString()).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(refused.err()).contains(fault.getValue()).hasLineCount(1);
            assertThat(store).doesNotExist();
        }
        assertThat(Cli.run("sweep").err()).contains("found no file");
    }

    @Test
    void theTemplateIsASweepThatGrows() throws IOException {
        Path template = folder.resolve("phases.yaml");
        assertThat(Cli.run("new", "sweep", template).out()).contains("next: theoremeter sweep " + template);
        file = template;
        Cli first = sweep();
        assertThat(first.status()).as(first.toString()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(first.out()).contains("12 of 12 runs are there");
        assertThat(status("--profile", "full").out()).contains("6 grid points, 60 runs: 12 done");
    }

    @Test
    void profilesAreSweepsOfTheirOwnThatShareRuns() throws IOException {
        written("sweep.yaml", FILE + "profiles: {standard: {seeds: 5}}\n");
        sweep("--quiet");
        assertThat(sweep("--profile", "standard").err()).contains("20 runs: 12 kept already, 8 to make");
        assertThat(status("--profile", "standard").out()).contains("my.sweep (standard)");
    }

    @Test
    void aStoreThatCannotBeUsedIsAFaultAndStays() throws IOException {
        Files.createDirectories(store);
        Path database = Files.writeString(store.resolve(ObservationStore.FILE), "a text".repeat(400));
        Cli refused = sweep();
        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err()).contains(database.toString(), "is damaged or no store", "move it away");
        assertThat(database).hasContent("a text".repeat(400));
    }

    @Test
    void killedAtAnyMomentItGoesOnToTheSameStoreAndMakesNothingTwice() throws Exception {
        file = written("training.yaml", TRAINING);
        sweep("--quiet", "--kernel", "plain");
        Map<String, String> undisturbed = found(store);
        assertThat(undisturbed).hasSize(16);
        Path killed = folder.resolve("killed");
        Random random = new Random(7);
        int interrupted = 0;
        for (int kill = 0; kill < 2; kill++) {
            Process process = started(killed);
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            int wanted = kill == 0 ? 1 : times(killed).size() + 1 + random.nextInt(4);
            while (process.isAlive() && System.nanoTime() < patience && kept(killed) < wanted) {
                Thread.sleep(5);
            }
            interrupted += process.isAlive() ? 1 : 0;
            process.destroyForcibly().waitFor();
        }
        assertThat(interrupted).isPositive();
        int before = times(killed).size();
        Cli rest = Cli.run("sweep", file, "--store", killed, "--kernel", "plain");
        assertThat(rest.err()).contains("16 runs: " + before + " kept already");
        assertThat(found(killed)).isEqualTo(undisturbed);
        assertThat(times(killed).values()).hasSize(16).allMatch("1"::equals);
        assertThat(rows(killed, "SELECT hash, owner FROM lease")).isEmpty();
    }

    private int kept(Path of) {
        try {
            return Files.exists(of.resolve(ObservationStore.FILE)) ? times(of).size() : 0;
        } catch (SQLException notYet) {
            return 0;
        }
    }

    @Test
    void twoAtOnceShareTheWork() throws Exception {
        file = written("training.yaml", TRAINING);
        Path shared = folder.resolve("shared");
        List<Process> processes = new ArrayList<>(List.of(started(shared), started(shared)));
        for (Process process : processes) {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        assertThat(times(shared).values()).hasSize(16).allMatch("1"::equals);
    }

    private Process started(Path into) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.theoremeter.verify.cli.Theoremeter",
                        "sweep",
                        file.toString(),
                        "--store",
                        into.toString(),
                        "--kernel",
                        "plain")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }
}
