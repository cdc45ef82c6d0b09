package org.theoremeter.verify.claim.read;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.theoremeter.theory.symbolic.algebra.numeric.SamplePoints;
import org.theoremeter.theory.symbolic.term.Term;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Exemptions;
import org.theoremeter.verify.claim.Given;
import org.theoremeter.verify.claim.Header;
import org.theoremeter.verify.claim.JudgeSettings;
import org.theoremeter.verify.claim.Kind;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.Standing;
import org.theoremeter.verify.claim.csv.DataFiles;
import org.theoremeter.verify.claim.formula.FormulaReader;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.table.ReadOnce;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Turns one YAML document into a claim, for one profile. */
public final class ClaimReader {

    private static final String ID = "(?=.{1,100}$)[a-z0-9][a-z0-9-]*(\\.[a-z0-9-]+)*";
    private static final int POINTS = 16;

    private final Profile profile;
    private final Settings settings;
    private final Function<String, Optional<YamlNode>> library;
    private final DataFiles files;
    private final Known known;

    /**
     * What was read already of derivations, which others start from.
     *
     * @param derivations those that could be read
     * @param faults what was wrong with those that could not, which others meet again
     * @param chains on how many others in a row each rests, itself counted
     */
    private record Known(
            Map<YamlNode, Claim.Derivation> derivations,
            Map<YamlNode, ClaimException> faults,
            Map<YamlNode, Integer> chains) {

        static Known nothing() {
            return new Known(new IdentityHashMap<>(), new IdentityHashMap<>(), new IdentityHashMap<>());
        }
    }

    /**
     * Creates a reader of claims that refer to no others, with their data files beside them.
     *
     * @param profile the profile whose changes are laid over each claim
     * @param settings changes from the command line, laid over that
     */
    public ClaimReader(Profile profile, Settings settings) {
        this(profile, settings, id -> Optional.empty(), DataFiles.besideTheClaim(), Known.nothing());
    }

    private ClaimReader(
            Profile profile,
            Settings settings,
            Function<String, Optional<YamlNode>> library,
            DataFiles files,
            Known known) {
        this.profile = profile;
        this.settings = settings;
        this.library = library;
        this.files = files;
        this.known = known;
    }

    /**
     * Returns a reader with the same profile and settings of claims that stand among others; not for several threads.
     *
     * @param others finds the documents of other claims by their id, for derivations that start from their results
     * @param data finds the data files that a claim names
     */
    public ClaimReader among(Function<String, Optional<YamlNode>> others, DataFiles data) {
        return new ClaimReader(profile, settings, others, data, Known.nothing());
    }

    /**
     * Reads a claim; what it changes in other profiles is read as well, so that a slip there does not wait for the day on
     * which somebody chooses them.
     *
     * @param document the YAML document
     * @throws ClaimException at the first fault, in any profile: where, what was found, what is accepted
     */
    public Claim read(YamlNode document) {
        DataFiles once = new ReadOnce(files);
        ClaimReader chosen = new ClaimReader(profile, settings, library, once, known);
        Claim claim = chosen.read(document, new Derived(chosen, library));
        for (Profile other : Profile.values()) {
            if (other != profile && changes(document, other)) {
                ClaimReader reader = new ClaimReader(other, Settings.none(), library, once, Known.nothing());
                reader.read(document, new Derived(reader, library));
            }
        }
        return claim;
    }

    private static boolean changes(YamlNode document, Profile profile) {
        return document instanceof YamlNode.Mapping claim
                && claim.entries().get("profiles") instanceof YamlNode.Mapping profiles
                && profiles.entries().get(profile.text()) instanceof YamlNode.Mapping;
    }

    /** Reads a claim on behalf of others that refer to it. */
    Claim read(YamlNode document, Derived others) {
        Claim before = known.derivations.get(document);
        if (before != null) {
            return before;
        }
        ClaimException fault = known.faults.get(document);
        if (fault != null) {
            throw fault;
        }
        Claim claim;
        try {
            claim = parsed(document, others);
        } catch (ClaimException found) {
            known.faults.put(document, found);
            throw found;
        }
        if (claim instanceof Claim.Derivation derivation) {
            known.derivations.put(document, derivation);
            known.chains.put(document, others.longest() + 1);
        }
        return claim;
    }

    /** Returns how long the longest chain is of derivations that a derivation which was read ends, itself counted. */
    int restingOn(YamlNode document) {
        return known.chains.get(document);
    }

    private Claim parsed(YamlNode document, Derived others) {
        if (!(document instanceof YamlNode.Mapping mapping)) {
            throw new ClaimException(
                    document.position(),
                    "found " + document.described() + ", accepted: a claim as a mapping, beginning with 'claim: 1'");
        }
        boolean skipped = false;
        Optional<YamlNode> patch = patch(mapping);
        YamlNode.Mapping effective = mapping.without("profiles");
        if (patch.isPresent()) {
            if (patch.get() instanceof YamlNode.Scalar) {
                skipped = true;
            } else {
                effective = (YamlNode.Mapping) effective.overlaid(patch.get());
            }
        }
        return typed(Fields.of(settings.over(effective), "the claim"), skipped, others, files);
    }

    private Optional<YamlNode> patch(YamlNode.Mapping mapping) {
        YamlNode node = mapping.entries().get("profiles");
        if (node == null) {
            return Optional.empty();
        }
        Fields fields = Fields.of(node, "profiles");
        for (String name : Profile.names()) {
            fields.take(name).ifPresent(change -> {
                if ((change instanceof YamlNode.Scalar word && !word.text().equals("skip"))
                        || change instanceof YamlNode.Sequence) {
                    throw new ClaimException(
                            change.position(),
                            "found " + change.described() + ", accepted: changes in the claim's own shape, or skip");
                }
            });
        }
        fields.end();
        return fields.take(profile.text());
    }

    private static Claim typed(Fields fields, boolean skipped, Derived others, DataFiles files) {
        YamlNode.Scalar version = fields.needScalar("claim");
        if (!version.text().equals("1")) {
            throw new ClaimException(version.position(), "found claim format " + version.described() + ", accepted: 1");
        }
        YamlNode.Scalar id = fields.needScalar("id");
        if (!id.text().matches(ID)) {
            throw new ClaimException(
                    id.position(),
                    "found the id " + id.described()
                            + ", accepted: lower-case letters, digits and hyphens, in parts joined by dots, at most 100"
                            + " characters");
        }
        fields.need("kind");
        Kind kind = Kind.of(fields.takeChoice("kind", Kind.names()).orElseThrow());
        Given symbols = fields.takeFields("given").map(GivenReader::read).orElse(new Given(Map.of(), List.of()));
        Given given = kind == Kind.IDENTITY || kind == Kind.DERIVATION ? assuming(symbols, fields) : symbols;
        Optional<Fields> exempt = kind == Kind.DERIVATION ? Optional.empty() : fields.takeFields("exempt");
        Header header = new Header(
                id.text(),
                kind,
                fields.needText("title"),
                fields.takeFields("source").map(ClaimReader::source).orElse(new Header.Source("", "")),
                Standing.valueOf(fields.takeChoice("standing", Standing.names())
                        .orElse("exact")
                        .toUpperCase(Locale.ROOT)),
                fields.takeText("falsified").orElse(""),
                given,
                fields.takeFields("judge")
                        .map(judge -> JudgeSettingsReader.read(judge, kind))
                        .orElse(JudgeSettings.defaults(kind)),
                fields.takeFields("expect").map(ExpectationReader::read),
                exempt.map(ExemptionsReader::read).orElse(Exemptions.NONE),
                skipped,
                fields.position());
        Claim claim = switch (kind) {
            case IDENTITY -> identity(header, fields);
            case DERIVATION -> new Claim.Derivation(header, new DerivationReader(given, others).read(fields));
            default -> new ObservedClaimReader(header, fields, files).read();
        };
        if (!claim.observed().isEmpty()) {
            Falsified.require(fields);
        }
        fields.end();
        exempt.ifPresent(named -> ExemptionsReader.require(named, claim));
        return claim;
    }

    /** Reads what is assumed of the symbols; a claim about no point at all would hold whatever it says. */
    private static Given assuming(Given symbols, Fields fields) {
        Given given = symbols.assuming(FormulaReader.readConditions(
                fields.takeList("assume").orElse(List.of()), symbols.symbols().keySet()));
        try {
            SamplePoints.of(given.region(), POINTS);
        } catch (IllegalArgumentException fault) {
            throw new ClaimException(fields.key("assume"), fault.getMessage());
        }
        return given;
    }

    private static Header.Source source(Fields fields) {
        Header.Source source = new Header.Source(
                fields.takeText("paper").orElse(""), fields.takeText("theory").orElse(""));
        fields.end();
        return source;
    }

    private static Claim identity(Header header, Fields fields) {
        Fields predict = Fields.of(fields.need("predict"), "predict");
        List<YamlNode> sides = predict.needList("equal");
        if (sides.size() != 2) {
            throw new ClaimException(
                    predict.key("equal"), "found " + sides.size() + " sides under equal, accepted: two");
        }
        predict.end();
        Set<String> known = header.given().symbols().keySet();
        Term left = FormulaReader.readTerm(sides.get(0), known);
        Term right = FormulaReader.readTerm(sides.get(1), known);
        return new Claim.Identity(header, left, right);
    }
}
