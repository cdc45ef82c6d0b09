package org.theoremeter.simulate.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The classes in single precision that the build derives, as text: every double class has its float class, and no marker was
 * overlooked. That they compute what they should, {@link FrozenBitsTest} and the tests of each operation say.
 */
class DerivedKernelsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path DERIVED = Path.of("target/generated-sources/kernels");

    /** A marker that had no effect, be it misspelt or torn from its type by a line's end, and what is double without one. */
    private static final Pattern OVERLOOKED = Pattern.compile(
            "(?i://\\s*(float|double)\\b)|@Wide(?! (double|long) )|(?<!@Wide )\\b(double|long)\\b|Double|Long");

    static Set<Path> derived() throws IOException {
        return named("Float", DERIVED);
    }

    @Test
    void everyDoubleClassHasOneFloatClass() throws IOException {
        List<Path> floats = new ArrayList<>(named("Float", SOURCES));
        floats.addAll(derived());
        List<Path> expected = named("Double", SOURCES).stream()
                .map(path -> Path.of(path.toString().replace("Double", "Float")))
                .collect(Collectors.toList());
        assertThat(floats).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(derived()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("derived")
    void noMarkerIsOverlooked(Path name) throws IOException {
        List<String> lines = Files.readAllLines(DERIVED.resolve(name));
        assertThat(lines)
                .hasSameSizeAs(
                        Files.readAllLines(SOURCES.resolve(name.toString().replace("Float", "Double"))));
        // the first line says where it comes from
        assertThat(lines.subList(1, lines.size()))
                .noneMatch(line -> OVERLOOKED.matcher(line).find());
    }

    @ParameterizedTest
    @CsvSource({
        "float x = 20; // Float: 10, true",
        "x++; //float only, true",
        "@Wide, true",
        "@Wide float x, true",
        "double x, true",
        "Double.BYTES, true",
        "@Wide double x, false",
        "float x = 10; // in single precision, false"
    })
    void knowsWhatIsOverlooked(String line, boolean overlooked) {
        assertThat(OVERLOOKED.matcher(line).find()).isEqualTo(overlooked);
    }

    private static Set<Path> named(String type, Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root.resolve("org/theoremeter/simulate/kernel"))) {
            return tree.filter(path -> path.getFileName().toString().matches(".*" + type + ".*\\.java"))
                    .map(root::relativize)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
