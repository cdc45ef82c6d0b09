package org.theoremeter.verify.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.theoremeter.verify.claim.Kind;
import org.theoremeter.verify.claim.csv.DataFiles;
import org.theoremeter.verify.claim.csv.Table;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.claim.yaml.YamlReader;

/** The claim files that come with Theoremeter. */
public final class Catalogue {

    private static final List<String> FILES = List.of(
            "integrator.yaml",
            "integrator-derivations.yaml",
            "lazy.yaml",
            "oscillator.yaml",
            "staircase.yaml",
            "gradients.yaml",
            "shortterm.yaml",
            "mechanism.yaml",
            "ghost.yaml",
            "ranktwo.yaml",
            "nonlinear.yaml",
            "modes.yaml",
            "gradients-derivations.yaml",
            "oscillator-derivations.yaml",
            "shortterm-derivations.yaml",
            "modes-derivations.yaml",
            "overlap-derivations.yaml",
            "lowrank.yaml",
            "lowrank-derivations.yaml",
            "consistency.yaml",
            "consistency-derivations.yaml");

    private Catalogue() {}

    /** The documents, read when they are first asked for. */
    private static final class Documents {

        static final List<YamlNode> ALL = FILES.stream()
                .flatMap(file -> YamlReader.read("catalogue/" + file, text(file)).stream())
                .toList();
    }

    /** Returns the documents of all built-in claim files, in order. */
    public static List<YamlNode> documents() {
        return Documents.ALL;
    }

    /**
     * A built-in claim as it stands in its file.
     *
     * @param id its name
     * @param kind its kind, as written
     * @param theory the section of the theory, or empty
     * @param title one sentence
     */
    public record Entry(String id, String kind, String theory, String title) {}

    /** Returns what there is, in order, without reading what the claims say. */
    public static List<Entry> entries() {
        return documents().stream()
                .map(document -> new Entry(
                        text(document, "id"), text(document, "kind"), theory(document), text(document, "title")))
                .toList();
    }

    private static String theory(YamlNode document) {
        return text(((YamlNode.Mapping) document).entries().get("source"), "theory");
    }

    /**
     * Returns the ids of the built-in derivations of a section of the theory.
     *
     * @param theory such as "1.2"; empty for none
     */
    public static List<String> derivationsOf(String theory) {
        return documents().stream()
                .filter(document -> !theory.isEmpty()
                        && "derivation".equals(text(document, "kind"))
                        && theory.equals(theory(document)))
                .map(document -> text(document, "id"))
                .toList();
    }

    private static String text(YamlNode node, String key) {
        return node instanceof YamlNode.Mapping mapping && mapping.entries().get(key) instanceof YamlNode.Scalar scalar
                ? scalar.text()
                : "";
    }

    /** Returns the commented claim that {@code new} writes for a kind; it passes as it stands. */
    public static String template(Kind kind) {
        return text("templates/" + kind.text() + ".yaml");
    }

    /** Returns the commented loss file that {@code new critical} writes; {@code critical} takes it as it stands. */
    public static String lossTemplate() {
        return text("templates/critical.yaml");
    }

    /** Returns a commented sweep file. */
    public static String sweepTemplate() {
        return text("templates/sweep.yaml");
    }

    /** Returns the data files of the built-in claims. */
    static DataFiles data() {
        return file -> {
            if (!file.text().matches("data/[a-z0-9_]+\\.csv")) {
                throw new IllegalStateException("a built-in claim names the file " + file.text());
            }
            return Table.of("catalogue/" + file.text(), new StringReader(text(file.text())));
        };
    }

    private static String text(String resource) {
        try (InputStream stream = Catalogue.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException("the resource " + resource + " cannot be read", failure);
        }
    }
}
