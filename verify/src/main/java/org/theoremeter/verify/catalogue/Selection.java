package org.theoremeter.verify.catalogue;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.csv.DataFiles;
import org.theoremeter.verify.claim.read.ClaimReader;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.claim.yaml.YamlReader;

/** Chooses claims by file, id or glob. */
public final class Selection {

    private static final int LONGEST_NAME = 300;

    private final ClaimReader reader;
    private final Faults faults = new Faults();
    private final Map<String, Claim> chosen = new LinkedHashMap<>();

    private Selection(ClaimReader reader) {
        this.reader = reader;
    }

    /**
     * The claims that were chosen, and everything that is wrong with the others.
     *
     * @param claims the claims, in order
     * @param faults one line a fault; a run needs none
     */
    public record Chosen(List<Claim> claims, List<String> faults) {}

    /**
     * Chooses claims.
     *
     * @param names files, ids and globs such as {@code integrator.*}; none for the whole catalogue
     * @param reader reads each document
     */
    public static Chosen of(List<String> names, ClaimReader reader) {
        Selection selection = new Selection(reader);
        if (names.isEmpty()) {
            selection.addAll(Catalogue.documents(), Catalogue.data());
        }
        names.forEach(selection::choose);
        return new Chosen(List.copyOf(selection.chosen.values()), selection.faults.lines());
    }

    private void choose(String name) {
        try {
            if (name.endsWith(".yaml") || name.endsWith(".yml") || name.contains("/") || Files.exists(Path.of(name))) {
                addAll(YamlReader.read(Path.of(name)), DataFiles.besideTheClaim());
                return;
            }
        } catch (ClaimException fault) {
            faults.add(name, fault.getMessage());
            return;
        } catch (InvalidPathException unnameable) {
            faults.add(
                    name,
                    Quotation.start(name, LONGEST_NAME)
                            + ": no such file, at least not under that name in this locale");
            return;
        }
        Glob glob = new Glob(name);
        List<YamlNode> documents = Catalogue.documents();
        List<YamlNode> matching = documents.stream()
                .filter(document -> glob.matches(id(document).orElse("")))
                .toList();
        if (matching.isEmpty()) {
            List<String> ids = documents.stream()
                    .flatMap(document -> id(document).stream())
                    .toList();
            String hint = Nearest.to(name, ids)
                    .map(near -> "did you mean " + Quotation.of(near) + "?")
                    .orElse("accepted: a claim file, an id of the catalogue ('list claims' shows them), or a glob");
            faults.add(name, Quotation.start(name, LONGEST_NAME) + ": no such claim or file, " + hint);
        }
        addAll(matching, documents, Catalogue.data());
    }

    private void addAll(List<YamlNode> documents, DataFiles files) {
        addAll(documents, documents, files);
    }

    private void addAll(List<YamlNode> documents, List<YamlNode> beside, DataFiles files) {
        ClaimReader among = reader.among(library(beside), files);
        documents.forEach(document -> add(document, among));
    }

    /**
     * Returns what finds a claim by its id, among those of one file and then in the catalogue.
     *
     * @param beside the documents of the file
     */
    public static Function<String, Optional<YamlNode>> library(List<YamlNode> beside) {
        Map<String, YamlNode> byId = new HashMap<>();
        Stream.concat(beside.stream(), Catalogue.documents().stream())
                .forEach(document -> id(document).ifPresent(id -> byId.putIfAbsent(id, document)));
        return id -> Optional.ofNullable(byId.get(id));
    }

    private static Optional<String> id(YamlNode document) {
        return document instanceof YamlNode.Mapping mapping
                        && mapping.entries().get("id") instanceof YamlNode.Scalar scalar
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    /** Adds a claim; naming the same one twice is no fault, two claims with one id are. */
    private void add(YamlNode document, ClaimReader among) {
        try {
            Claim claim = among.read(document);
            Claim other = chosen.putIfAbsent(claim.id(), claim);
            if (other != null
                    && !other.header().position().equals(claim.header().position())) {
                faults.add(
                        claim.header().position().file(),
                        claim.header().position() + ": the id " + Quotation.of(claim.id()) + " stands twice, first at "
                                + other.header().position() + "; accepted: an id of its own");
            }
        } catch (ClaimException fault) {
            faults.add(document.position().file(), fault.getMessage());
        }
    }
}
