package org.theoremeter.verify.results;

import static org.theoremeter.verify.json.Shape.anything;
import static org.theoremeter.verify.json.Shape.filled;
import static org.theoremeter.verify.json.Shape.finite;
import static org.theoremeter.verify.json.Shape.list;
import static org.theoremeter.verify.json.Shape.map;
import static org.theoremeter.verify.json.Shape.number;
import static org.theoremeter.verify.json.Shape.object;
import static org.theoremeter.verify.json.Shape.oneOf;
import static org.theoremeter.verify.json.Shape.screened;
import static org.theoremeter.verify.json.Shape.text;
import static org.theoremeter.verify.json.Shape.truth;
import static org.theoremeter.verify.json.Shape.whole;

import java.util.Arrays;
import java.util.List;
import org.theoremeter.reports.formula.MathMl;
import org.theoremeter.reports.formula.Tex;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.verify.json.Field;
import org.theoremeter.verify.json.Shape;
import org.theoremeter.verify.judge.Verdict;

/** What results.json and its parts must look like: schema {@code results/1}. */
public final class ResultsShape {

    private static final String ID = "(?=.{1,100}$)[a-z0-9][a-z0-9-]*(\\.[a-z0-9-]+)*";

    private static final Shape COUNT = whole(0, Integer.MAX_VALUE);

    private static final Shape VERDICT =
            oneOf(Arrays.stream(Verdict.values()).map(Verdict::text).toList());

    private static final Shape GRADE =
            oneOf(Arrays.stream(Grade.values()).map(Grade::text).toList());

    private static final Shape NAME = filled();

    private static final Shape TEX = screened(
            "TeX of the commands that formulas are written with",
            tex -> tex.isBlank() ? "nothing" : Tex.refused(tex).orElse(null));

    private static final Shape MATH_ML = screened(
            "MathML of the elements that formulas are written with",
            xml -> MathMl.rewritten(xml).isPresent() ? null : xml);

    private static final Shape STATEMENT = object(
            Field.of("label", NAME),
            Field.of("tex", TEX),
            Field.of("mathMl", MATH_ML),
            Field.of("text", NAME),
            Field.optional("says", text()),
            Field.optional("because", NAME),
            Field.optional("exact", text()));

    /** A statement without what is only there to be looked at. */
    private static final Shape STATEMENT_AS_TEXT = object(
            Field.of("label", NAME),
            Field.optional("tex", anything()),
            Field.optional("mathMl", anything()),
            Field.of("text", NAME),
            Field.optional("says", text()),
            Field.optional("because", NAME),
            Field.optional("exact", text()));

    private static final Shape SETUP = object(
            Field.of("name", text()),
            Field.of("experiment", NAME),
            Field.of("version", COUNT),
            Field.of("parameters", map(text())),
            Field.of("axes", map(list(finite()))),
            Field.of("seeds", COUNT));

    private static final Shape OBLIGATION =
            object(Field.of("statement", NAME), Field.of("grade", GRADE), Field.of("how", text()));

    private static final Shape ESTIMATE = object(
            Field.of("name", text()),
            Field.of("value", number()),
            Field.of("lower", number()),
            Field.of("upper", number()),
            Field.of("predicted", number()),
            Field.of("acceptLower", number()),
            Field.of("acceptUpper", number()),
            Field.optional("chance", number()));

    private static final Shape CURVE = object(
            Field.of("name", NAME),
            Field.of("role", oneOf(names(Plot.Role.values()))),
            Field.of("x", list(finite(), 1)),
            Field.of("y", list(finite(), 1)));

    private static final Shape COUNTS = object(
            Field.of("of", NAME),
            Field.of("x", NAME),
            Field.of("y", NAME),
            Field.of("logarithmicX", truth()),
            Field.of("logarithmicY", truth()),
            Field.of("columns", list(finite(), 1)),
            Field.of("rows", list(finite(), 1)),
            Field.of("fulfilled", list(list(COUNT, 1), 1)),
            Field.of("runs", list(list(COUNT, 1), 1)));

    private static final Shape PLOT = object(
            Field.of("x", NAME),
            Field.of("y", NAME),
            Field.of("logarithmic", truth()),
            Field.of("curves", list(CURVE, 1)),
            Field.optional("note", NAME),
            Field.optional("counts", COUNTS));

    private static final Shape SENSITIVITY = object(
            Field.optional("noticed", finite()),
            Field.optional("constant", text()),
            Field.of("constants", list(object(Field.of("name", text()), Field.optional("noticed", finite())))),
            Field.of("made", COUNT),
            Field.of("caught", COUNT),
            Field.of("survivors", list(text())),
            Field.of(
                    "exempt",
                    list(object(Field.of("name", text()), Field.of("reason", text()), Field.of("needless", truth())))),
            Field.optional("note", text()));

    /** How the results were made. */
    public static final Shape PROVENANCE = object(
            Field.of("version", text()),
            Field.of("commit", text()),
            Field.of("seed", whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Field.of("profile", text()),
            Field.of("kernel", text()),
            Field.of("settings", map(text())),
            Field.of("jdk", text()),
            Field.of("libraries", map(text())),
            Field.of(
                    "run",
                    object(
                            Field.of("started", text()),
                            Field.of("finished", text()),
                            Field.of("seconds", finite()),
                            Field.of("host", text()),
                            Field.of("threads", COUNT),
                            Field.of("computed", COUNT),
                            Field.of("reused", COUNT))));

    private static final Shape SUMMARY = object(
            Field.of("pass", COUNT),
            Field.of("fail", COUNT),
            Field.of("inconclusive", COUNT),
            Field.of("error", COUNT),
            Field.of("expected", COUNT),
            Field.of("notRun", COUNT),
            Field.of("comparisons", COUNT));

    /** A claim with all that is shown of it. */
    static final Shape CLAIM = claim(STATEMENT, PLOT, SENSITIVITY);

    /** A claim whose figures, typeset formulas and sensitivity, if they are there, nobody looks at. */
    public static final Shape CLAIM_AS_TEXT = claim(STATEMENT_AS_TEXT, anything(), anything());

    static final Shape RESULTS = object(
            Field.of("schema", text()),
            Field.of("provenance", PROVENANCE),
            Field.of("summary", SUMMARY),
            Field.of("claims", list(CLAIM)));

    private ResultsShape() {}

    /** Early records have no assumptions, no obligations, and the grade of an identity as its status. */
    private static Shape claim(Shape statement, Shape plot, Shape sensitivity) {
        Shape comparison = object(
                Field.of("name", NAME),
                Field.of("verdict", VERDICT),
                Field.of("message", text()),
                Field.optional("grade", GRADE),
                Field.optional("status", GRADE),
                Field.optional("obligations", list(OBLIGATION)),
                Field.optional("estimate", ESTIMATE),
                Field.optional("seedsToDecide", COUNT),
                Field.optional("plot", plot));
        return object(
                Field.of("id", text("an id such as my.claim", id -> id.matches(ID))),
                Field.of("kind", NAME),
                Field.of("title", NAME),
                Field.of("verdict", VERDICT),
                Field.of("message", text()),
                Field.optional("expected", object(Field.of("verdict", VERDICT), Field.of("because", text()))),
                Field.of("paper", text()),
                Field.of("theory", text()),
                Field.of("standing", text()),
                Field.of("falsified", text()),
                Field.of("passes", text()),
                Field.of("statements", list(statement)),
                Field.of("given", map(finite())),
                Field.optional("assumes", list(text())),
                Field.of("setups", list(SETUP)),
                Field.optional("confidence", finite()),
                Field.of("compared", list(text())),
                Field.of("comparisons", list(comparison)),
                Field.optional("sensitivity", sensitivity));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
