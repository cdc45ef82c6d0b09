package org.theoremeter.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.theoremeter.reports.document.Badge;
import org.theoremeter.reports.document.Block;
import org.theoremeter.reports.document.Cell;
import org.theoremeter.reports.document.Chain;
import org.theoremeter.reports.document.Check;
import org.theoremeter.reports.document.Document;
import org.theoremeter.reports.document.Fact;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.reports.document.Figure.Axis;
import org.theoremeter.reports.document.Figure.Curve;
import org.theoremeter.reports.document.Figure.Role;
import org.theoremeter.reports.document.Heatmap;
import org.theoremeter.reports.document.Section;
import org.theoremeter.reports.document.Table;
import org.theoremeter.reports.document.Table.Align;
import org.theoremeter.reports.document.Table.Column;
import org.theoremeter.reports.document.Tone;

/** Documents to render: one like those that users get, with made-up measurements, and one made to break every format. */
public final class Samples {

    /** What markup, markdown, TeX, terminals and parsers each take for their own. */
    public static final String NASTY =
            "<script>alert(1)</script> ]]> & &amp; \\input{x} \\ % $ # _ { } ~ ^ | ` * [a](b) ![c](d) \" ' "
                    + "<!-- --> ${title} <#list> #{1} \u0000\u0007\u001B[31m \uD83D\uDE00 \uD800 \uFFFF \u202Eabc η⋆ ± − ² é ñ\nnext\r\nline";

    private static final double CSTAR = 0.1;

    private Samples() {}

    /** A report as users get it. */
    public static Document report() {
        Badge pass = new Badge("PASS", Tone.GOOD);
        Badge fail = new Badge("FAIL", Tone.BAD);
        Badge open = new Badge("INCONCLUSIVE", Tone.UNDECIDED);
        Badge error = new Badge("ERROR", Tone.BROKEN);
        Badge skipped = new Badge("NOT RUN", Tone.NEUTRAL);
        List<Section> sections = List.of(
                new Section(
                        "integrator.outlier-trajectory",
                        "The outlier eigenvalue follows the scalar ODE",
                        "theory 1.2 · trajectory · approximate",
                        pass,
                        List.of(
                                new Block.Paragraph(
                                        "Falsified if the outlier leaves the curve by more than 0.02 (mean over seeds of the sup)."
                                                + " Eight networks of 100 neurons, g = 0.05, c⋆ = 0.1, each compared with the ODE started from its own outlier."),
                                new Block.Formula(
                                        "\\frac{dc}{d\\tau} = \\frac{1}{4c^2} - \\frac{1}{(c + c_\\star)^2}",
                                        ode(), "dc/dτ = 1/(4c²) − 1/(c + c⋆)²"),
                                trajectories(8, 1000),
                                new Table(
                                        "outlier",
                                        "Distance of the measured outlier from the prediction, 95 % confidence",
                                        List.of(
                                                new Column("Estimate", Align.LEFT),
                                                new Column("Measured", Align.RIGHT),
                                                new Column("Interval", Align.RIGHT),
                                                new Column("Margin", Align.RIGHT),
                                                new Column("Seeds", Align.RIGHT),
                                                new Column("Verdict", Align.LEFT)),
                                        List.of(
                                                List.of(
                                                        new Cell.Text("distance (sup)"),
                                                        new Cell.Number(0.00832, 3),
                                                        new Cell.Range(0.0061, 0.0105, 3),
                                                        new Cell.Number(0.02, 2),
                                                        new Cell.Number(8, 1),
                                                        new Cell.Tag(pass)),
                                                List.of(
                                                        new Cell.Math("1-c", "<mn>1</mn><mo>−</mo><mi>c</mi>", "1 − c"),
                                                        new Cell.Number(3.7e-4, 3),
                                                        new Cell.Range(-1.2e-4, 8.1e-4, 2),
                                                        new Cell.Number(0.02, 2),
                                                        new Cell.Empty(),
                                                        new Cell.Tag(pass)))),
                                new Block.Facts(List.of(
                                        new Fact("experiment", "linear-rnn/gradient-flow"),
                                        new Fact("neurons", "100"),
                                        new Fact("gain", "0.05"),
                                        new Fact("horizon", "3 τ"),
                                        new Fact("seeds", "8"))))),
                new Section(
                        "integrator.critical-rate",
                        "The critical learning rate is eight over the memory time cubed",
                        "theory 1.4 · value, exponent · exact",
                        fail,
                        List.of(
                                new Block.Formula(
                                        "\\eta_c = 8 c_\\star^3",
                                        "<msub><mi>η</mi><mi>c</mi></msub><mo>=</mo><mn>8</mn><msubsup><mi>c</mi><mo>⋆</mo><mn>3</mn></msubsup>",
                                        "η_c = 8 c⋆³"),
                                derivation(),
                                criticalRate())),
                new Section(
                        "integrator.steps",
                        "Steps to learn",
                        "theory 1.5 · exponent",
                        open,
                        List.of(
                                new Block.Paragraph("Eleven more seeds would decide at this confidence."),
                                band(),
                                sequence(40, 60))),
                new Section(
                        "integrator.loss",
                        "The loss of one mode agrees with quadrature",
                        "theory 1.1 · identity",
                        error,
                        List.of()),
                new Section(
                        "oscillator.pair",
                        "A conjugate pair leaves the plateau",
                        "profile full only",
                        skipped,
                        List.of()));
        List<Check> checks = List.of(
                new Check(
                        "integrator.outlier-trajectory",
                        "outlier",
                        Check.Status.PASSED,
                        "0.0083 ± 0.0022 < 0.02",
                        "seed 1: 0.0071\nseed 2: 0.0095"),
                new Check(
                        "integrator.critical-rate",
                        "rate",
                        Check.Status.FAILED,
                        "measured 0.00812, predicted 0.008, off by 1.5 % > 1 %",
                        "c⋆ = 0.1, bracket [0.00811, 0.00813]"),
                new Check("integrator.loss", "identity", Check.Status.ERROR, "the integral did not converge", ""),
                new Check("oscillator.pair", "pair", Check.Status.SKIPPED, "too dear for the profile quick", ""));
        return new Document(
                "Theoremeter report",
                "Four claims about how linear recurrent networks learn to integrate, judged against simulation.",
                List.of(
                        new Fact("passed", "1"),
                        new Fact("failed", "1"),
                        new Fact("inconclusive", "1"),
                        new Fact("error", "1"),
                        new Fact("not run", "1")),
                sections,
                checks,
                List.of(
                        new Fact("Theoremeter", "0.1.0"),
                        new Fact("commit", "058b3da"),
                        new Fact("profile", "quick"),
                        new Fact("root seed", "20260101"),
                        new Fact("JDK", "17.0.15"),
                        new Fact("Hipparchus", "4.0.3")));
    }

    /** The critical rate of theory 1.4 from the curvature, with a line of every sort and tone. */
    public static Chain derivation() {
        String star = "<msub><mi>c</mi><mo>⋆</mo></msub>";
        return new Chain(List.of(
                new Chain.Definition(
                        new Block.Formula(
                                "H := \\frac{1}{4 \\, c_{\\star}^{3}}",
                                "<mi>H</mi><mo>≔</mo><mfrac><mn>1</mn><mrow><mn>4</mn><msup>" + star
                                        + "<mn>3</mn></msup></mrow></mfrac>",
                                "H := 1/(4·c⋆³)"),
                        "the curvature at the optimum"),
                new Chain.Definition(
                        new Block.Formula("v := -L'", "<mi>v</mi><mo>≔</mo><mo>−</mo><mi>L</mi>", "v := −L'"), ""),
                new Chain.Step(
                        new Block.Formula("\\mathrm{map} = 1 - \\eta \\, H", "", "map = 1 − η·H"),
                        "one step of descent",
                        "series in c at c⋆ to order 1",
                        new Badge("PROVED", Tone.GOOD),
                        "agrees at 72 points to 0"),
                new Chain.Step(
                        new Block.Formula(
                                "\\mathrm{map} = -1 \\iff \\eta = 8 \\, c_{\\star}^{3}",
                                "<mi>map</mi><mo>=</mo><mo>−</mo><mn>1</mn><mo>⇔</mo><mi>η</mi><mo>=</mo><mn>8</mn><msup>"
                                        + star + "<mn>3</mn></msup>",
                                "map = −1 ⟺ η = 8·c⋆³"),
                        "",
                        "solve for η",
                        new Badge("REFUTED", Tone.BAD),
                        "refuted at c⋆ = 1: 4 is not 8"),
                new Chain.Step(
                        new Block.Formula("s = 1 - 2 \\, \\kappa", "", "s = 1 − 2·κ"),
                        "",
                        "cited: theory 1.5",
                        new Badge("CITED", Tone.NEUTRAL),
                        "")));
    }

    /** A document with the nasty text wherever text can stand. */
    public static Document nasty() {
        Badge badge = new Badge(NASTY, Tone.BAD);
        List<Cell> cells = List.of(
                new Cell.Text(NASTY),
                new Cell.Number(Double.NaN, 3),
                new Cell.Range(Double.NEGATIVE_INFINITY, 1, 2),
                new Cell.Tag(badge),
                new Cell.Math("x", "", NASTY),
                new Cell.Empty());
        List<Column> columns = new ArrayList<>();
        cells.forEach(cell -> columns.add(new Column(NASTY, Align.LEFT)));
        Figure figure = new Figure(
                "nasty",
                NASTY,
                new Axis(NASTY, false),
                new Axis(NASTY, false),
                List.of(new Curve(NASTY, Role.MEASURED, new double[] {1, 2}, new double[] {1, 2})));
        List<Block> blocks = List.of(
                new Block.Paragraph(NASTY),
                new Block.Formula("x", "<mi>x</mi>", NASTY),
                new Block.Formula("x", "", NASTY),
                new Chain(List.of(
                        new Chain.Definition(new Block.Formula("x", "<mi>x</mi>", NASTY), NASTY),
                        new Chain.Step(new Block.Formula("x", "", NASTY), NASTY, NASTY, badge, NASTY))),
                new Block.Facts(List.of(new Fact(NASTY, NASTY))),
                new Table("nasty", NASTY, columns, List.of(cells, cells)),
                figure,
                new Heatmap(
                        "nasty-map",
                        NASTY,
                        NASTY,
                        NASTY,
                        new double[] {1},
                        new double[] {1, 2},
                        new double[][] {{1, 2}},
                        NASTY));
        List<Check> checks = new ArrayList<>();
        for (Check.Status status : Check.Status.values()) {
            checks.add(new Check(NASTY, NASTY, status, NASTY, NASTY));
        }
        return new Document(
                NASTY,
                NASTY,
                List.of(new Fact(NASTY, NASTY)),
                List.of(new Section("nasty", NASTY, NASTY, badge, blocks)),
                checks,
                List.of(new Fact(NASTY, NASTY)));
    }

    /** Outliers of some networks, scattered about the ODE of theory 1.2. */
    public static Figure trajectories(int seeds, int points) {
        Random random = new Random(7);
        List<Curve> curves = new ArrayList<>();
        for (int seed = 0; seed <= seeds; seed++) {
            double[] time = new double[points];
            double[] outlier = new double[points];
            double c = seed == 0 ? 1 : 1 - 0.1 * random.nextGaussian();
            double dt = 0.5 / (points - 1);
            for (int i = 0; i < points; i++) {
                time[i] = i * dt;
                outlier[i] = 1 - c + (seed == 0 ? 0 : 0.002 * random.nextGaussian());
                for (int k = 0; k < 20; k++) {
                    c += dt / 20 * (1 / (4 * c * c) - 1 / ((c + CSTAR) * (c + CSTAR)));
                }
            }
            curves.add(new Curve(
                    seed == 0 ? "scalar ODE" : "outlier, seed " + seed,
                    seed == 0 ? Role.THEORY : Role.MEASURED,
                    time,
                    outlier));
        }
        return new Figure(
                "outlier-trajectory",
                "Outlier eigenvalue λ = 1 − c during training: the scalar ODE over eight full networks.",
                new Axis("training time τ", false),
                new Axis("outlier eigenvalue λ", false),
                curves);
    }

    /** Units that are active one after the other, as in a network that remembers how long ago something was. */
    public static Heatmap sequence(int units, int steps) {
        double[] rows = new double[units];
        double[] columns = new double[steps];
        double[][] activity = new double[units][steps];
        for (int i = 0; i < units; i++) {
            rows[i] = i + 1;
            for (int t = 0; t < steps; t++) {
                columns[t] = t;
                double peak = (double) steps * i / units;
                double width = 1.5 + 0.08 * peak;
                activity[i][t] = 0.05 + 0.9 * Math.exp(-Math.pow((t - peak) / width, 2) / 2);
            }
        }
        return new Heatmap(
                "activity",
                "Activity of every unit after a cue, units sorted by the step of their peak.",
                "unit",
                "step",
                rows,
                columns,
                activity,
                "activity");
    }

    private static Figure criticalRate() {
        double[] cstar = {0.02, 0.05, 0.1, 0.2, 0.4};
        double[] predicted = new double[cstar.length];
        double[] measured = new double[cstar.length];
        for (int i = 0; i < cstar.length; i++) {
            predicted[i] = 8 * Math.pow(cstar[i], 3);
            measured[i] = predicted[i] * (1 + 0.05 * i);
        }
        return new Figure(
                "critical-rate",
                "Critical learning rate of the full network against the decay rate of the target, with the law 8 c⋆³.",
                new Axis("decay rate of the target c⋆", true),
                new Axis("critical learning rate η_c", true),
                List.of(
                        new Curve("8 c⋆³", Role.THEORY, cstar, predicted),
                        new Curve("bisection, N = 48", Role.MEASURED, cstar, measured)));
    }

    private static Figure band() {
        double[] x = new double[50];
        double[] low = new double[50];
        double[] high = new double[50];
        double[] measured = new double[50];
        for (int i = 0; i < 50; i++) {
            x[i] = 0.01 * Math.pow(10, i / 49.0);
            low[i] = -3 + 4 * x[i] / (1 + 4 * x[i]) - 0.02;
            high[i] = low[i] + 0.04;
            measured[i] = low[i] + 0.02 + 0.03 * Math.sin(i / 6.0);
        }
        return new Figure(
                "slope",
                "Local exponent of the number of steps, with the margin of the claim.",
                new Axis("c⋆", true),
                new Axis("local exponent", false),
                List.of(
                        new Curve("margin", Role.MARGIN, x, low),
                        new Curve("margin", Role.MARGIN, x, high),
                        new Curve("descent", Role.MEASURED, x, measured),
                        new Curve("fit", Role.FIT, x, low.clone())));
    }

    private static String ode() {
        return "<mfrac><mrow><mi>d</mi><mi>c</mi></mrow><mrow><mi>d</mi><mi>τ</mi></mrow></mfrac><mo>=</mo><mfrac><mn>1</mn><mrow><mn>4</mn>"
                + "<msup><mi>c</mi><mn>2</mn></msup></mrow></mfrac><mo>−</mo><mfrac><mn>1</mn><msup><mrow><mo>(</mo><mi>c</mi><mo>+</mo>"
                + "<msub><mi>c</mi><mo>⋆</mo></msub><mo>)</mo></mrow><mn>2</mn></msup></mfrac>";
    }
}
