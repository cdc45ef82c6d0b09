package org.theoremeter.simulate.sweep.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("new/store.sqlite");
    }

    private static KeptRun run(String hash, String content) {
        return new KeptRun(hash, "{}", false, "{\"x\":1}", content.getBytes(StandardCharsets.UTF_8), 0.5);
    }

    /** Changes the file by hand, past the program. */
    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void whatIsKeptIsThereForWhoeverOpensTheFileNext() throws IOException {
        try (Database database = Database.open(file)) {
            assertThat(database.content("a")).isEmpty();
            database.keep(run("a", "one"));
            database.keep(run("b", "two"));
            database.keep(run("a", "other"));
        }
        try (Database database = Database.open(file)) {
            assertThat(database.content("a").map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                    .contains("other");
            assertThat(database.scalars("b")).contains("{\"x\":1}");
            assertThat(database.times("a")).isEqualTo(2);
            assertThat(database.times("b")).isEqualTo(1);
            assertThat(database.times("c")).isZero();
        }
    }

    /** More than are asked for with one question, and some that are not there. */
    @Test
    void scalarsOfManyRunsComeAtOnce() throws IOException {
        List<String> kept = IntStream.range(0, 1203).mapToObj(i -> "run " + i).toList();
        try (Database database = Database.open(file)) {
            for (String hash : kept) {
                database.keep(new KeptRun(hash, "{}", false, hash + "'s", new byte[0], 0.5));
            }
            List<String> asked = new ArrayList<>(kept);
            asked.add(700, "another");
            assertThat(database.scalars(asked))
                    .hasSize(1203)
                    .allSatisfy((hash, scalars) -> assertThat(scalars).isEqualTo(hash + "'s"));
            assertThat(database.scalars(kept.subList(5, 6))).containsOnlyKeys("run 5");
            assertThat(database.scalars(List.of())).isEmpty();
        }
    }

    @Test
    void aRunIsLentToOneAtATime() throws IOException {
        try (Database mine = Database.open(file);
                Database yours = Database.open(file)) {
            assertThat(mine.lend("a")).isTrue();
            assertThat(mine.lend("a")).isFalse();
            assertThat(yours.lend("a")).isFalse();
            assertThat(yours.lend("b")).isTrue();
            assertThat(yours.holder("a"))
                    .get()
                    .asString()
                    .contains("process " + ProcessHandle.current().pid());
            mine.takeBack("a");
            assertThat(yours.holder("a")).isEmpty();
            assertThat(yours.lend("a")).isTrue();
            // another's loan is not mine to take back
            mine.takeBack("b");
            assertThat(mine.lend("b")).isFalse();
            yours.keep(run("b", "done"));
            assertThat(mine.lend("b")).isTrue();
        }
    }

    @Test
    void whatADeadProcessHadIsLentAnew() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        try (Database database = Database.open(file)) {
            assertThat(database.lend("own")).isTrue();
            String host;
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                host = statement.executeQuery("SELECT host FROM process").getString(1);
            }
            long now = System.currentTimeMillis();
            sql(
                    "INSERT INTO process VALUES ('dead', '%s', %d, 0, %d)".formatted(host, ended.pid(), now),
                    "INSERT INTO process VALUES ('reused', '%s', %d, 12345, %d)"
                            .formatted(host, ProcessHandle.current().pid(), now),
                    "INSERT INTO process VALUES ('far', 'elsewhere', 1, 0, %d)".formatted(now),
                    "INSERT INTO process VALUES ('gone', 'elsewhere', 1, 0, %d)".formatted(now - 200_000),
                    "INSERT INTO lease VALUES ('a', 'dead'), ('b', 'reused'), ('c', 'far'), ('d', 'gone'), ('e', 'unknown')");
            assertThat(database.lend("a")).isTrue();
            assertThat(database.lend("b")).isTrue();
            assertThat(database.lend("c")).isFalse();
            assertThat(database.holder("c")).contains("process 1 on elsewhere");
            assertThat(database.lend("d")).isTrue();
            assertThat(database.lend("e")).isTrue();
        }
    }

    @Test
    void gridPointsKeepTheirNumbersAsTheGridGrows() throws IOException {
        try (Database database = Database.open(file)) {
            assertThat(database.sweep("s")).isEmpty();
            database.begin(new Sweeping("s", "first"));
            assertThat(database.sweep("s")).contains(new Sweeping("s", "first"));
            assertThat(database.number("s", List.of("x", "y"))).isEqualTo(Map.of("x", 1, "y", 2));
            assertThat(database.number("s", List.of("w", "x", "y", "z")))
                    .isEqualTo(Map.of("x", 1, "y", 2, "w", 3, "z", 4));
            assertThat(database.number("other", List.of("z"))).isEqualTo(Map.of("z", 1));
            database.begin(new Sweeping("s", "second"));
            assertThat(database.number("s", List.of("z"))).isEqualTo(Map.of("z", 1));
        }
    }

    @Test
    void manyThreadsKeepAndLend() throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<String> lent = java.util.Collections.synchronizedList(new ArrayList<>());
        try (Database one = Database.open(file);
                Database two = Database.open(file)) {
            for (Database database : List.of(one, two, one, two)) {
                Thread thread = new Thread(() -> IntStream.range(0, 50).forEach(i -> {
                    try {
                        if (database.content("r" + i).isEmpty() && database.lend("r" + i)) {
                            lent.add("r" + i);
                            database.keep(run("r" + i, "x"));
                        }
                    } catch (DatabaseException fault) {
                        throw new IllegalStateException(fault);
                    }
                }));
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(lent).contains("r0", "r49");
            for (int i = 0; i < 50; i++) {
                assertThat(one.content("r" + i)).isPresent();
            }
        }
    }

    @Test
    void manyOpenANewFileAtOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            Path fresh = folder.resolve("round" + round + "/store.sqlite");
            List<Throwable> faults = java.util.Collections.synchronizedList(new ArrayList<>());
            List<Thread> threads = IntStream.range(0, 6)
                    .mapToObj(i -> new Thread(() -> {
                        try (Database database = Database.open(fresh)) {
                            database.keep(run("r" + i, "x"));
                        } catch (DatabaseException fault) {
                            faults.add(fault);
                        }
                    }))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(faults).isEmpty();
            try (Database database = Database.open(fresh)) {
                assertThat(database.content("r5")).isPresent();
            }
        }
    }

    @Test
    void filesOfOtherKindsAndVersionsAreRefusedAndStay() throws Exception {
        Database.open(file).close();
        sql("PRAGMA user_version = 7");
        refused("is a store of version 7, accepted: 1");
        sql("PRAGMA user_version = 1", "PRAGMA application_id = 3");
        refused("of another program");
        Files.writeString(file, "no database at all, but a text that is long enough to be looked at".repeat(20));
        byte[] before = Files.readAllBytes(file);
        refused("is damaged or no store, accepted: move it away");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        Files.delete(file);
        Files.createDirectory(file);
        refused("is a folder");
    }

    private void refused(String reason) {
        assertThatThrownBy(() -> Database.open(file))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aFileCutShortIsRefused() throws Exception {
        try (Database database = Database.open(file)) {
            for (int i = 0; i < 200; i++) {
                database.keep(run("r" + i, "x".repeat(1000)));
            }
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> {
                    try (Database database = Database.open(file)) {
                        for (int i = 0; i < 200; i++) {
                            database.content("r" + i);
                        }
                    }
                })
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void saysWhoHasItLocked() throws Exception {
        try (Database holder = Database.open(file);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement();
                Database waiting = Database.open(file, 50)) {
            assertThat(holder.lend("a")).isTrue();
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> waiting.keep(run("b", "x")))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining(
                            "is locked by process " + ProcessHandle.current().pid());
            // readers need not wait
            assertThat(waiting.content("b")).isEmpty();
            statement.execute("ROLLBACK");
            waiting.keep(run("b", "x"));
            assertThat(waiting.content("b")).isPresent();
        }
    }

    @Test
    void aReadOnlyFileIsReadAndNotWritten() throws Exception {
        try (Database database = Database.open(file)) {
            database.keep(run("a", "one"));
        }
        if (!file.toFile().setReadOnly() || Files.isWritable(file)) {
            // root writes everywhere: what is asked for is that reading is enough
            return;
        }
        try (Database database = Database.open(file)) {
            assertThat(database.writable()).isFalse();
            assertThat(database.content("a")).isPresent();
            assertThatThrownBy(() -> database.keep(run("b", "x")))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("read-only");
        } finally {
            assertThat(file.toFile().setWritable(true)).isTrue();
        }
        assertThat(Optional.of(file)).isPresent();
    }
}
