package org.theoremeter.verify.claim.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Axis;
import org.theoremeter.verify.claim.Given;
import org.theoremeter.verify.claim.GridPoint;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.SweepFile;
import org.theoremeter.verify.claim.csv.DataFiles;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.claim.yaml.YamlReader;

/**
 * Reads sweep files: {@code sweep: 1}, an id, and an experiment with arguments, grid and seeds as under a claim's {@code observe};
 * and what claims observe of them.
 */
public final class SweepReader {

    /** More runs than this are asked for on purpose or by mistake; {@code --yes} says which. */
    public static final int MOST_RUNS = 1_000_000;

    private static final int MOST_AT_ALL = 100_000_000;
    private static final String ID = "(?=.{1,100}$)[a-z0-9][a-z0-9-]*(\\.[a-z0-9-]+)*";

    private SweepReader() {}

    /**
     * Reads a sweep file.
     *
     * @param profile whose changes are laid over it
     * @param many whether more than {@value #MOST_RUNS} runs are meant
     * @throws ClaimException at the first fault: where, what was found, what is accepted
     */
    public static SweepFile read(Path file, Profile profile, boolean many) {
        YamlNode.Mapping document = document(file, new Position(file.toString(), 0, 0));
        SweepFile chosen = read(document, profile, many);
        for (Profile other : Profile.values()) {
            if (other != profile && changes(document, other)) {
                // a slip there does not wait for the day on which somebody chooses it
                read(document, other, true);
            }
        }
        return chosen;
    }

    private static boolean changes(YamlNode.Mapping document, Profile profile) {
        return document.entries().get("profiles") instanceof YamlNode.Mapping profiles
                && profiles.entries().containsKey(profile.text());
    }

    private static YamlNode.Mapping document(Path file, Position named) {
        List<YamlNode> documents = YamlReader.read(file);
        if (documents.size() != 1 || !(documents.get(0) instanceof YamlNode.Mapping mapping)) {
            throw new ClaimException(
                    documents.isEmpty() ? named : documents.get(0).position(),
                    "found " + documents.size()
                            + " documents, accepted: one sweep as a mapping, beginning with 'sweep: 1'");
        }
        return mapping;
    }

    private static SweepFile read(YamlNode.Mapping document, Profile profile, boolean many) {
        YamlNode.Mapping effective = effective(document, profile.text());
        Fields fields = Fields.of(effective, "the sweep");
        String id = header(fields);
        String title = fields.takeText("title").orElse("");
        Map<String, String> written = new TreeMap<>();
        if (effective.entries().get("with") instanceof YamlNode.Mapping with) {
            with.entries().forEach((name, node) -> written.put(name, node.described()));
        }
        Observe observe = ObserveReader.ofSweep(many ? MOST_AT_ALL : MOST_RUNS).read(observed(effective));
        return new SweepFile(id, title, profile, observe, settings(observe, written));
    }

    /** Returns what stands under a claim's {@code observe}, which in a sweep file stands at its top. */
    private static Fields observed(YamlNode.Mapping sweep) {
        return Fields.of(sweep.without("sweep").without("id").without("title"), "the sweep");
    }

    private static String header(Fields fields) {
        YamlNode.Scalar version = fields.needScalar("sweep");
        if (!version.text().equals("1")) {
            throw new ClaimException(version.position(), "found sweep format " + version.described() + ", accepted: 1");
        }
        YamlNode.Scalar id = fields.needScalar("id");
        if (!id.text().matches(ID)) {
            throw new ClaimException(
                    id.position(),
                    "found the id " + id.described()
                            + ", accepted: lower-case letters, digits and hyphens, in parts joined by dots, at most 100"
                            + " characters");
        }
        return id.text();
    }

    /** Lays a profile's changes over a sweep. */
    private static YamlNode.Mapping effective(YamlNode.Mapping document, String profile) {
        YamlNode.Mapping bare = document.without("profiles");
        YamlNode node = document.entries().get("profiles");
        if (node == null) {
            return bare;
        }
        Fields fields = Fields.of(node, "profiles");
        Map<String, YamlNode> changes = new LinkedHashMap<>();
        for (String name : Profile.names()) {
            fields.take(name).ifPresent(change -> {
                if (!(change instanceof YamlNode.Mapping)) {
                    throw new ClaimException(
                            change.position(),
                            "found " + change.described() + ", accepted: changes in the sweep's own shape");
                }
                changes.put(name, change);
            });
        }
        fields.end();
        return changes.containsKey(profile) ? (YamlNode.Mapping) bare.overlaid(changes.get(profile)) : bare;
    }

    /** What is written in the file counts as written, such as a formula of an axis; what is not, as it is by default. */
    private static List<String> settings(Observe observe, Map<String, String> written) {
        List<String> settings = new ArrayList<>();
        settings.add("experiment = " + observe.experiment().name() + " version "
                + observe.experiment().version());
        GridPoint any = observe.points().get(0);
        new TreeMap<>(any.arguments().canonical())
                .forEach((name, value) -> settings.add(
                        written.containsKey(name)
                                ? "with." + name + " = " + written.get(name)
                                : SweepFile.BY_DEFAULT + name + " = " + value));
        return settings;
    }

    /**
     * Returns what a claim observes of a sweep, as if it stood in the claim: {@code sweep: FILE}, perhaps {@code profile}, fewer
     * seeds, and a part of the values of some axes under {@code over}.
     *
     * @throws ClaimException if the file cannot be read, or the claim asks for what the sweep does not have
     */
    static Fields observed(Fields claim) {
        YamlNode.Scalar named = claim.needScalar("sweep");
        YamlNode.Mapping document = document(DataFiles.beside(named), named.position());
        String profile = claim.takeChoice("profile", Profile.names()).orElse(Profile.QUICK.text());
        SweepFile sweep = read(document, Profile.valueOf(profile.toUpperCase(java.util.Locale.ROOT)), true);
        YamlNode.Mapping observed =
                effective(document, profile).without("sweep").without("id").without("title");
        if (claim.names().contains("with") || claim.names().contains("experiment")) {
            String key = claim.names().contains("with") ? "with" : "experiment";
            throw new ClaimException(
                    claim.key(key), "found " + key + " beside sweep, accepted: what the sweep file itself says");
        }
        if (claim.names().contains("over")) {
            observed = observed.with("over", part(claim, sweep.observe(), observed));
        }
        for (String key : List.of("at", "seeds", "thresholds")) {
            if (claim.names().contains(key)) {
                observed = observed.with(key, claim.need(key));
            }
        }
        claim.takeScalar("seeds").ifPresent(seeds -> requireAtMost(seeds, sweep));
        claim.take("at");
        claim.take("thresholds");
        claim.end();
        return Fields.of(observed, "observe");
    }

    private static void requireAtMost(YamlNode.Scalar seeds, SweepFile sweep) {
        int most = sweep.observe().seeds().orElse(0);
        if (most > 0 && Fields.whole(seeds, "seeds", 0) > most) {
            throw new ClaimException(
                    seeds.position(),
                    "found " + seeds.text() + " seeds, accepted: at most the " + most + " of the sweep " + sweep.id());
        }
    }

    private static YamlNode.Mapping part(Fields claim, Observe sweep, YamlNode.Mapping observed) {
        Fields over = Fields.of(claim.need("over"), "over");
        YamlNode.Mapping axes = (YamlNode.Mapping) observed.entries().get("over");
        List<String> names = sweep.axes().stream().map(Axis::symbol).toList();
        YamlNode.Mapping part = axes;
        for (String name : over.names()) {
            if (axes == null || !axes.entries().containsKey(name)) {
                throw new ClaimException(
                        over.key(name),
                        "found the axis " + Quotation.of(name) + ", which the sweep does not have, "
                                + Nearest.hint(name, names));
            }
            Axis all = sweep.axes().stream()
                    .filter(axis -> axis.symbol().equals(name))
                    .findFirst()
                    .orElseThrow();
            YamlNode values = over.need(name);
            Axis asked = GridReader.read(
                            Fields.of(new YamlNode.Mapping(Map.of(name, values), Map.of(), values.position()), "over"),
                            new Given(Map.of(), List.of()))
                    .axes()
                    .get(0);
            asked.values().stream()
                    .filter(value -> !all.values().contains(value))
                    .findFirst()
                    .ifPresent(value -> {
                        throw new ClaimException(
                                values.position(),
                                "found " + name + " = " + value + ", which the sweep does not have, accepted: of "
                                        + all.values());
                    });
            part = part.with(name, values);
        }
        return part;
    }
}
