package org.theoremeter.verify.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** A folder laid out as Maven does, with claims on its class path. */
record SampleProject(Path folder) {

    private static final Path EXAMPLE =
            Path.of("../examples/claims-as-tests/src/test/resources/claims").toAbsolutePath();

    Path classes() {
        return folder.resolve("target/test-classes");
    }

    Path claim(String file) {
        return classes().resolve("claims").resolve(file);
    }

    SampleProject with(String file, String text) {
        return write(claim(file), text);
    }

    SampleProject withSource(String file, String text) {
        return write(folder.resolve("src/test/resources/claims").resolve(file), text);
    }

    private SampleProject write(Path path, String text) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    static String example(String file) throws IOException {
        return Files.readString(EXAMPLE.resolve(file));
    }

    /** Calls with the class path that JUnit sets for a project's tests. */
    <T> T onClassPath(Supplier<T> call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes().toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return call.get();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Runs the project's tests as Surefire or an IDE does. */
    Ended run() {
        return run(SampleTheory.class);
    }

    Ended run(Class<? extends ClaimTests> tests) {
        return onClassPath(() -> Ended.of(
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(tests))
                        .execute()
                        .allEvents()
                        .finished()
                        .stream()));
    }

    /**
     * What became of the tests, by display name.
     *
     * @param passed names of tests
     * @param failed name → message, containers included
     * @param aborted name → message
     */
    record Ended(List<String> passed, Map<String, String> failed, Map<String, String> aborted) {

        static Ended of(Stream<Event> events) {
            Ended ended = new Ended(new ArrayList<>(), new TreeMap<>(), new TreeMap<>());
            events.forEach(ended::enter);
            return ended;
        }

        private void enter(Event event) {
            TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
            String name = event.getTestDescriptor().getDisplayName();
            String message = result.getThrowable()
                    .map(Throwable::getMessage)
                    .map(String::toString)
                    .orElse("");
            switch (result.getStatus()) {
                case SUCCESSFUL ->
                    Optional.of(name)
                            .filter(test -> event.getTestDescriptor().isTest())
                            .ifPresent(passed::add);
                case FAILED -> failed.put(name, message);
                case ABORTED -> aborted.put(name, message);
            }
        }
    }
}
