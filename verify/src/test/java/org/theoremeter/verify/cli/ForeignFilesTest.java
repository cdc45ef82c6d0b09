package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** Results and baselines of a stranger: they are what they should be, or one line and exit status 2. */
class ForeignFilesTest {

    private static final int MUTATIONS = 200;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** One and 1.0 are one number. */
    private static final Comparator<JsonNode> AS_NUMBERS = (one, other) -> one.isNumber() && other.isNumber()
            ? Double.compare(one.doubleValue(), other.doubleValue())
            : one.equals(other) ? 0 : 1;

    @TempDir
    static Path kept;

    private static Path results;
    private static Path baseline;

    @TempDir
    Path folder;

    @BeforeAll
    static void verify() throws IOException {
        Path claim = Files.writeString(kept.resolve("my.yaml"), SampleClaim.TRAJECTORY);
        Path report = kept.resolve("report");
        Cli run = Cli.run(
                "verify", claim, "modes.zero-loss.derivation", "--out", report, "--store", kept.resolve("store"));
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.AS_EXPECTED);
        small(report.resolve("results.json"));
        assertThat(Cli.run("render", report.resolve("results.json"), "--out", report)
                        .status())
                .isEqualTo(ExitStatus.AS_EXPECTED);
        results = report.resolve("results.json");
        baseline = kept.resolve("baseline.json");
        assertThat(Cli.run("bless", results, "--reason", "test", "--baseline", baseline)
                        .status())
                .isEqualTo(ExitStatus.AS_EXPECTED);
    }

    /** Cuts curves to a few points, and adds a sensitivity, which would take a minute. */
    private static void small(Path file) throws IOException {
        ObjectNode root = (ObjectNode) MAPPER.readTree(file.toFile());
        for (JsonNode curve : root.findValues("curves").get(0)) {
            for (String axis : List.of("x", "y")) {
                ArrayNode points = (ArrayNode) curve.path(axis);
                while (points.size() > 3) {
                    points.remove(points.size() - 1);
                }
            }
        }
        String sensitivity = """
                {"noticed": 0.1, "constant": "c:4", "constants": [{"name": "c:4", "noticed": 0.1}], "made": 2, "caught": 1,
                 "survivors": ["+"], "exempt": [{"name": "1", "reason": "small", "needless": false}]}
                """;
        ((ObjectNode) root.path("claims").get(0)).set("sensitivity", MAPPER.readTree(sensitivity));
        MAPPER.writeValue(file.toFile(), root);
    }

    @Test
    void mutatedResultsAreRenderedAsTheyAreOrRefused() throws Exception {
        JsonMutations mutations = new JsonMutations(Files.readAllBytes(results), 1);
        Path file = folder.resolve("results.json");
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Files.write(file, mutations.next());
            Path out = folder.resolve("out" + i);
            Cli rendered = Cli.run("render", file, "--out", out);
            if (rendered.status() == ExitStatus.AS_EXPECTED) {
                JsonNode shown = meaning(out.resolve("results.json"));
                assertThat(shown.equals(AS_NUMBERS, meaning(file)))
                        .as("mutation " + i + ": " + shown)
                        .isTrue();
                assertThat(Files.readString(out.resolve("index.html"))).doesNotContain("<script");
                assertThat(Files.readString(out.resolve("derivations.tex"))).doesNotContain("\\input{");
            } else {
                assertRefused("mutation " + i, file, rendered);
                assertThat(out).doesNotExist();
                refused++;
            }
        }
        assertThat(refused).isBetween(MUTATIONS / 2, MUTATIONS - 1);
    }

    @Test
    void mutatedBaselinesAreComparedOrRefused() throws Exception {
        JsonMutations mutations = new JsonMutations(Files.readAllBytes(baseline), 2);
        Path file = folder.resolve("baseline.json");
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Files.write(file, mutations.next());
            Cli compared = Cli.run("compare", file, results);
            if (compared.status() == ExitStatus.BAD_INPUT) {
                assertRefused("mutation " + i, file, compared);
                refused++;
            } else {
                assertThat(compared.status()).as(compared.err()).isIn(ExitStatus.AS_EXPECTED, ExitStatus.FAILED);
                assertThat(compared.err()).isEmpty();
            }
        }
        assertThat(refused).isBetween(MUTATIONS / 2, MUTATIONS - 1);
    }

    @Test
    void aBaselineThatIsNoneIsLeftAsItIs() throws IOException {
        Path file = folder.resolve("baseline.json");
        Files.writeString(file, Files.readString(baseline) + "x");
        byte[] before = Files.readAllBytes(file);
        Cli blessed = Cli.run("bless", results, "--reason", "test", "--baseline", file);
        assertThat(blessed.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(blessed.err())
                .contains("found text behind the end of the JSON")
                .contains("left as it is");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    /** What a file says, apart from counts, which are made anew, and from nothing said as null. */
    private static JsonNode meaning(Path file) throws IOException {
        JsonNode root = MAPPER.readTree(file.toFile());
        ((ObjectNode) root).remove("summary");
        withoutNulls(root);
        root.path("claims").forEach(claim -> ((ObjectNode) claim).putIfAbsent("assumes", MAPPER.createArrayNode()));
        return root;
    }

    private static void withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(entry -> entry.getValue().isNull());
        }
        node.forEach(ForeignFilesTest::withoutNulls);
    }

    private static void assertRefused(String what, Path file, Cli run) {
        assertThat(run.status()).as(what + ": " + run.err()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.err().lines()).as(what).hasSize(1);
        assertThat(run.err())
                .as(what)
                .startsWith(file + ": ")
                .hasSizeLessThan(1000 + file.toString().length())
                .doesNotContainPattern("[\\p{Cntrl}&&[^\n]]")
                .doesNotContain("Exception", "org.theoremeter", "com.fasterxml");
    }

    /** Each fault of a kind: a text of the file, what stands there instead, and what the message says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "results/1 | results/7 | found the schema results/7, accepted: results/1",
                "\"schema\" : \"results/1\" | \"schema\" : 1 | found no schema, accepted: results/1",
                "\"kind\" : \"trajectory\" | \"kind\" : null | found null at claims[0].kind, accepted: text that is not blank",
                "\"kind\" : \"trajectory\", | `` | found no kind at claims[0], accepted: an object with id, kind",
                "\"id\" : \"my.outlier\" | \"id\" : \"my.outlier\", \"id\" : \"x\" | Duplicate field 'id'",
                "\"id\" : \"my.outlier\" | \"id\" : \"../x\" | found '../x' at claims[0].id, accepted: an id such as my.claim",
                "modes.zero-loss.derivation | my.outlier | found the claim 'my.outlier' twice, accepted: once",
                "\"seeds\" : 4 | \"seeds\" : -4 | found -4 at claims[0].setups[0].seeds, accepted: a whole number from 0",
                "\"seeds\" : 4 | \"seeds\" : 99999999999 | found 99999999999 at claims[0].setups[0].seeds",
                "\"seeds\" : 4 | \"seeds\" : \"4\" | found '4' at claims[0].setups[0].seeds",
                "\"seeds\" : 4 | \"seeds\" : 4.5 | found 4.5 at claims[0].setups[0].seeds",
                "\"cstar\" : 0.2, | \"cstar\" : 1e999, | found 1e999 at claims[0].given.cstar, accepted: a finite number",
                "\"confidence\" : 0.95, | `` | found the claim 'my.outlier' with a chance and no confidence",
                "\"x\" : [ 0.0, | \"x\" : [ | positions and",
                "\"role\" : \"THEORY\" | \"role\" : \"LAW\" | found 'LAW' at claims[0].comparisons[0].plot.curves",
                "\"logarithmic\" : false | \"logarithmic\" : true | on logarithmic axes, accepted: above 0",
                "\"title\" : \"The outlier | \"title\" : \"\\ud800The outlier | at claims[0].title, accepted: text",
                "\"verdict\" : \"pass\" | \"verdict\" : \"sure\" | found 'sure' at claims[0].verdict, accepted: pass, inconclusive",
                "<mi>c</mi> | <form action='x'><input/></form> | mathMl, accepted: MathML of the elements",
                "\\\\frac{ | \\\\input{ | found '\\input' at claims[0].statements[0].tex, accepted: TeX of the commands"
            })
    void eachKindOfFaultIsNamed(String written, String instead, String message) throws IOException {
        Path file = Files.copy(results, folder.resolve("results.json"));
        String text = Files.readString(file);
        assertThat(text).contains(written);
        int at = text.indexOf(written);
        Files.writeString(file, text.substring(0, at) + instead + text.substring(at + written.length()));
        Cli rendered = Cli.run("render", file, "--out", folder.resolve("out"));
        assertRefused(instead, file, rendered);
        assertThat(rendered.err()).contains(message);
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(Cli.run("compare", file, results).status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(Cli.run("bless", file, "--reason", "x", "--baseline", folder.resolve("b"))
                        .status())
                .isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(folder.resolve("b")).doesNotExist();
    }

    @Test
    void textBehindTheEndIsNeitherRenderedNorBlessed() throws IOException {
        for (String tail : List.of("x", "{}", "]")) {
            Path file = folder.resolve("results.json");
            Files.writeString(file, Files.readString(results) + tail);
            assertRefused(tail, file, Cli.run("render", file, "--out", folder.resolve("out")));
            assertRefused(tail, file, Cli.run("bless", file, "--reason", "x", "--baseline", folder.resolve("b")));
        }
    }

    @Test
    void aReportFolderIsRenderedToTheSameBytes() throws IOException {
        Path out = folder.resolve("out");
        assertThat(Cli.run("render", results.getParent(), "--out", out).status())
                .isEqualTo(ExitStatus.AS_EXPECTED);
        for (String file : List.of("results.json", "index.html", "report.md", "derivations.tex", "table.tex")) {
            assertThat(out.resolve(file))
                    .hasSameBinaryContentAs(results.getParent().resolve(file));
        }
        assertThat(Files.readString(out.resolve("index.html"))).contains("form-action 'none'; base-uri 'none'");
    }
}
