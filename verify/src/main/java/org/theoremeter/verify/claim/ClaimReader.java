package org.theoremeter.verify.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Nearest;
import org.theoremeter.theory.symbolic.Term;
import org.theoremeter.verify.claim.csv.DataFiles;
import org.theoremeter.verify.claim.yaml.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Turns one YAML document into a claim, for one profile. */
public final class ClaimReader {

    private static final String ID = "(?=.{1,100}$)[a-z0-9][a-z0-9-]*(\\.[a-z0-9-]+)*";

    private final Profile profile;
    private final Settings settings;
    private final Function<String, Optional<YamlNode>> library;
    private final DataFiles files;
    /** Derivations that were read already, which others start from. */
    private final Map<YamlNode, Claim.Derivation> derivations = new IdentityHashMap<>();

    /**
     * Creates a reader of claims that refer to no others, with their data files beside them.
     *
     * @param profile the profile whose changes are laid over each claim
     * @param settings changes from the command line, laid over that
     */
    public ClaimReader(Profile profile, Settings settings) {
        this(profile, settings, id -> Optional.empty(), DataFiles.besideTheClaim());
    }

    private ClaimReader(
            Profile profile, Settings settings, Function<String, Optional<YamlNode>> library, DataFiles files) {
        this.profile = profile;
        this.settings = settings;
        this.library = library;
        this.files = files;
    }

    /**
     * Returns a reader with the same profile and settings of claims that stand among others; not for several threads.
     *
     * @param others finds the documents of other claims by their id, for derivations that start from their results
     * @param data finds the data files that a claim names
     */
    public ClaimReader among(Function<String, Optional<YamlNode>> others, DataFiles data) {
        return new ClaimReader(profile, settings, others, data);
    }

    /**
     * Reads a claim.
     *
     * @param document the YAML document
     * @throws ClaimException at the first fault: where, what was found, what is accepted
     */
    public Claim read(YamlNode document) {
        return read(document, new Derived(this, library));
    }

    /** Reads a claim on behalf of others that refer to it. */
    Claim read(YamlNode document, Derived others) {
        Claim known = derivations.get(document);
        if (known != null) {
            return known;
        }
        Claim claim = parsed(document, others);
        if (claim instanceof Claim.Derivation derivation) {
            derivations.put(document, derivation);
        }
        return claim;
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
                if (change instanceof YamlNode.Scalar word && !word.text().equals("skip")
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
        Given symbols = fields.takeFields("given").map(Given::read).orElse(new Given(Map.of(), List.of()));
        Given given = kind == Kind.IDENTITY || kind == Kind.DERIVATION
                ? symbols.assuming(FormulaReader.readConditions(
                        fields.takeList("assume").orElse(List.of()),
                        symbols.symbols().keySet()))
                : symbols;
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
                        .map(judge -> JudgeSettings.read(judge, kind))
                        .orElse(JudgeSettings.defaults(kind)),
                fields.takeFields("expect").map(Expectation::read),
                exempt.map(Exemptions::read).orElse(Exemptions.NONE),
                skipped,
                fields.position());
        Claim claim = switch (kind) {
            case IDENTITY -> identity(header, fields);
            case DERIVATION -> new Claim.Derivation(header, new DerivationReader(given, others).read(fields));
            default -> observed(header, fields, files);
        };
        fields.end();
        exempt.ifPresent(named -> Exemptions.require(named, claim));
        return claim;
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

    private static Claim observed(Header header, Fields fields, DataFiles files) {
        Map<String, Observe> observed = Sources.read(
                Fields.of(fields.need("observe"), "observe"),
                new ObserveReader(header.given(), files, header.judge().confidence()));
        Set<String> given = header.given().symbols().keySet();
        Sources sources = new Sources(observed, given);
        Set<String> known = new TreeSet<>(given);
        known.addAll(sources.axes());
        Map<String, String> measured = fields.takeFields("measured")
                .map(names -> measured(names, observed.values(), known))
                .orElse(Map.of());
        known.addAll(measured.keySet());
        CompareReader compare = new CompareReader(sources);
        PredictReader reader = new PredictReader(header.id(), known);
        List<YamlNode> items = fields.needList("compare");
        if (items.isEmpty()) {
            throw new ClaimException(fields.key("compare"), "found no comparison, accepted: at least one");
        }
        Optional<Fields> predict = fields.takeFields("predict");
        Claim claim = switch (header.kind()) {
            case VALUE -> value(header, observed, reader, compare, needed(predict, fields), items);
            case TRAJECTORY -> trajectory(header, observed, measured, reader, compare, needed(predict, fields), items);
            case EXPONENT -> exponent(header, observed, reader, compare, needed(predict, fields), items);
            case CONVERGENCE -> convergence(header, observed, measured, reader, compare, predict, items);
            case INVARIANT -> invariant(header, observed, compare, items);
            case COMPARISON ->
                new Claim.Comparison(
                        header,
                        observed,
                        compare.pairs(
                                items,
                                predict.map(found -> reader.values(found, "values"))
                                        .orElse(Map.of())));
            case FRACTION -> {
                Map<String, Expression> values = reader.values(needed(predict, fields), "values");
                yield new Claim.Fraction(header, observed, values, compare.fractions(items, values));
            }
            case IDENTITY, DERIVATION -> throw new IllegalStateException("formulas observe nothing");
        };
        if (header.expect().isPresent() && compare.judged() > 1) {
            throw new ClaimException(
                    fields.key("expect"),
                    "found expect in a claim of " + compare.judged()
                            + " comparisons, where it could hide another failure;"
                            + " accepted: one comparison, so split the claim");
        }
        predict.ifPresent(Fields::end);
        return claim;
    }

    private static Claim invariant(
            Header header, Map<String, Observe> observed, CompareReader compare, List<YamlNode> items) {
        List<Claim.DriftComparison> drifts = new ArrayList<>();
        List<Claim.ConvergenceComparison> orders = new ArrayList<>();
        compare.invariants(items, drifts, orders);
        return new Claim.Invariant(header, observed, List.copyOf(drifts), List.copyOf(orders));
    }

    private static Fields needed(Optional<Fields> predict, Fields claim) {
        return predict.orElseThrow(() -> new ClaimException(claim.position(), "the claim lacks the key 'predict'"));
    }

    private static Claim value(
            Header header,
            Map<String, Observe> observed,
            PredictReader reader,
            CompareReader compare,
            Fields predict,
            List<YamlNode> items) {
        Map<String, Expression> values = reader.values(predict, "values");
        return new Claim.Value(header, observed, values, compare.values(items, values));
    }

    private static Claim trajectory(
            Header header,
            Map<String, Observe> observed,
            Map<String, String> measured,
            PredictReader reader,
            CompareReader compare,
            Fields predict,
            List<YamlNode> items) {
        CurvePrediction curves = reader.curves(predict)
                .orElseThrow(() -> new ClaimException(
                        predict.position(), "predict lacks a curve, accepted: time and curves, ode and start, or law"));
        return new Claim.Trajectory(
                header, observed, measured, Optional.of(curves), compare.trajectories(items, curves));
    }

    private static Claim exponent(
            Header header,
            Map<String, Observe> observed,
            PredictReader reader,
            CompareReader compare,
            Fields predict,
            List<YamlNode> items) {
        Map<String, Expression> values = reader.values(predict, "values");
        Map<String, Expression> slopes = reader.named(predict, "slopes");
        for (String name : slopes.keySet()) {
            if (values.containsKey(name)) {
                throw new ClaimException(
                        predict.key("slopes"), "found '" + name + "' under values and under slopes, accepted: one");
            }
        }
        return new Claim.Exponent(header, observed, compare.exponents(items, values, slopes));
    }

    private static Claim convergence(
            Header header,
            Map<String, Observe> observed,
            Map<String, String> measured,
            PredictReader reader,
            CompareReader compare,
            Optional<Fields> predict,
            List<YamlNode> items) {
        Optional<CurvePrediction> curves = predict.flatMap(reader::curves);
        List<String> names = new ArrayList<>();
        curves.ifPresent(found -> {
            if (!observed.values().stream().allMatch(observe -> observe.at().containsKey(found.time()))) {
                throw new ClaimException(
                        header.position(),
                        "a curve over " + found.time() + " is predicted; accepted: observe: {at: {" + found.time()
                                + ": …}} to say where it is read off");
            }
            names.addAll(found.curves().keySet());
        });
        return new Claim.Convergence(header, observed, measured, curves, compare.convergences(items, names));
    }

    /** Reads what is taken from each run; with several observations every one of them must have it. */
    private static Map<String, String> measured(Fields fields, Collection<Observe> observed, Set<String> known) {
        Map<String, String> measured = new LinkedHashMap<>();
        for (String symbol : fields.names()) {
            Names.requireSymbol(symbol, fields.key(symbol));
            Names.requireUnused("the measured symbol", symbol, known, fields.key(symbol));
            YamlNode.Scalar scalar = fields.needScalar(symbol);
            observed.forEach(observe -> requireStart(scalar, observe.experiment()));
            measured.put(symbol, scalar.text());
        }
        return measured;
    }

    /** A prediction may start where the run starts, not end where it ends. */
    private static void requireStart(YamlNode.Scalar scalar, Experiment experiment) {
        Matrices.refuse(scalar, experiment, List.of());
        List<String> scalars = experiment.observables().stream()
                .filter(observable -> observable.shape() == Observable.Shape.SCALAR)
                .map(Observable::name)
                .filter(name -> name.startsWith("initial-"))
                .toList();
        if (!scalars.contains(scalar.text())) {
            throw new ClaimException(
                    scalar.position(),
                    "found the unknown scalar " + scalar.described() + ", " + Nearest.hint(scalar.text(), scalars));
        }
    }
}
