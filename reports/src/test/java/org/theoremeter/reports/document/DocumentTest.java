package org.theoremeter.reports.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.reports.document.Figure.Axis;
import org.theoremeter.reports.document.Figure.Curve;
import org.theoremeter.reports.document.Figure.Role;
import org.theoremeter.reports.document.Table.Align;
import org.theoremeter.reports.document.Table.Column;

class DocumentTest {

    private static final Badge PASS = new Badge("PASS", Tone.GOOD);
    private static final Axis LINEAR = new Axis("x", false);
    private static final Axis LOGARITHMIC = new Axis("ratio", true);

    @Test
    void findsItsTablesAndFiguresInOrder() {
        Document document =
                document(section("a", figure("f"), table("t")), section("b", table("u"), heatmap("h"), figure("g")));

        assertThat(document.tables()).extracting(Table::id).containsExactly("t", "u");
        assertThat(document.figures()).extracting(Graphic::id).containsExactly("f", "h", "g");
    }

    @Test
    void isNotChangedByWhatItWasBuiltFrom() {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Paragraph("text")));
        double[] x = {1, 2};
        Section section = new Section("s", "title", "", PASS, blocks);
        Curve curve = new Curve("c", Role.THEORY, x, x);

        blocks.clear();
        x[0] = 9;
        curve.y()[1] = 9;

        assertThat(section.blocks()).hasSize(1);
        assertThat(curve.x()).containsExactly(1, 2);
        assertThat(curve.y()).containsExactly(1, 2);
    }

    @Test
    void curvesAreComparedByValue() {
        Curve curve = new Curve("c", Role.FIT, new double[] {1, 2}, new double[] {3, 4});

        assertThat(curve)
                .isEqualTo(new Curve("c", Role.FIT, new double[] {1, 2}, new double[] {3, 4}))
                .hasSameHashCodeAs(new Curve("c", Role.FIT, new double[] {1, 2}, new double[] {3, 4}))
                .isNotEqualTo(new Curve("c", Role.FIT, new double[] {1, 2}, new double[] {3, 5}))
                .isNotEqualTo(new Curve("c", Role.THEORY, new double[] {1, 2}, new double[] {3, 4}));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aCurveTakesFiniteNumbersOnly(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve("outlier", Role.MEASURED, new double[] {0, 1}, new double[] {0, value}))
                .withMessage("y of curve outlier is not finite at point 2: " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve("outlier", Role.MEASURED, new double[] {value, 1}, new double[] {0, 1}))
                .withMessageStartingWith("x of curve outlier is not finite at point 1");
    }

    @Test
    void aCurveHasAsManyOrdinatesAsAbscissas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve("outlier", Role.MEASURED, new double[3], new double[2]))
                .withMessage("curve outlier has 3 abscissas, but 2 ordinates");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve("outlier", Role.MEASURED, new double[0], new double[0]))
                .withMessage("no x of curve outlier");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1})
    void aLogarithmicAxisTakesPositiveNumbersOnly(double value) {
        Curve curve = new Curve("drift", Role.MEASURED, new double[] {1}, new double[] {value});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Figure("f", "caption", LINEAR, LOGARITHMIC, List.of(curve)))
                .withMessageContainingAll("figure f", "curve drift", "'ratio'", "cannot show " + value, "linear axis");
        assertThat(new Figure("f", "caption", LOGARITHMIC, LINEAR, List.of(curve)).curves())
                .containsExactly(curve);
    }

    @Test
    void aTableHasOneCellAColumn() {
        List<Column> columns = List.of(new Column("a", Align.LEFT), new Column("b", Align.RIGHT));
        List<Cell> row = List.of(new Cell.Empty());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("t", "caption", columns, List.of(row)))
                .withMessage("table t has 2 columns, but row 1 has 1 cells");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("t", "caption", List.of(), List.of()))
                .withMessage("no columns of table t");
    }

    @Test
    void numbersAreShownToOneToSeventeenDigits() {
        for (int digits : new int[] {0, 18, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Cell.Number(1, digits))
                    .withMessageContainingAll(digits + " significant digits", "1 to 17");
            assertThatIllegalArgumentException().isThrownBy(() -> new Cell.Range(0, 1, digits));
        }
        assertThat(new Cell.Number(1, 17).digits()).isEqualTo(17);
    }

    @Test
    void anIntervalHasItsBoundsInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cell.Range(2, 1, 3))
                .withMessageContaining("[2.0, 1.0]");
        assertThat(new Cell.Range(1, 1, 3).upper()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".hidden", "../up", "a/b", "a\\b", "a b", "a\"b", "é", "-a", "a\n"})
    void identifiersAreSafeAsNamesOfFilesAndAnchors(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> figure(id)).withMessageContaining("'" + id + "'");
        assertThatIllegalArgumentException().isThrownBy(() -> heatmap(id)).withMessageContaining("'" + id + "'");
        assertThatIllegalArgumentException().isThrownBy(() -> table(id));
        assertThatIllegalArgumentException().isThrownBy(() -> section(id));
        assertThatIllegalArgumentException().isThrownBy(() -> figure("a".repeat(129)));
    }

    @Test
    void identifiersAreDistinctEvenWithoutCase() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> document(section("a", figure("same")), section("b", figure("Same"))))
                .withMessage("two figures with the id 'Same' in one document");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> document(section("a", figure("same"), heatmap("same"))))
                .withMessage("two figures with the id 'same' in one document");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> document(section("a", table("t"), table("t"))))
                .withMessage("two tables with the id 't' in one document");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> document(section("a"), section("a")))
                .withMessage("two sections with the id 'a' in one document");
        assertThat(document(section("a", table("a"), figure("a"))).tables()).hasSize(1);
    }

    @Test
    void namesWhatIsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Section("s", null, "", PASS, List.of()))
                .withMessage("title of section s is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new Section("s", "title", "", PASS, Arrays.asList(new Block.Paragraph("p"), null)))
                .withMessage("entry 2 of blocks of section s is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new Check("g", "n", Check.Status.PASSED, "", null))
                .withMessage("check detail is null");
    }

    @Test
    void aChainHasLinesAndAStepAReason() {
        Block.Formula formula = new Block.Formula("x", "", "x");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chain(List.of()))
                .withMessage("no lines of a chain");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chain.Step(formula, "", " ", PASS, ""))
                .withMessage("reason of a step is blank");
        assertThatNullPointerException()
                .isThrownBy(() -> new Chain.Definition(formula, null))
                .withMessage("meaning of a definition is null");
    }

    private static Document document(Section... sections) {
        return new Document("title", "", List.of(), List.of(sections), List.of(), List.of());
    }

    private static Section section(String id, Block... blocks) {
        return new Section(id, "title", "", PASS, List.of(blocks));
    }

    private static Figure figure(String id) {
        Curve curve = new Curve("c", Role.THEORY, new double[] {1}, new double[] {1});
        return new Figure(id, "caption", LINEAR, LINEAR, List.of(curve));
    }

    private static Heatmap heatmap(String id) {
        return new Heatmap(id, "c", "r", "c", new double[] {1}, new double[] {1}, new double[][] {{1}}, "");
    }

    private static Table table(String id) {
        return new Table(id, "caption", List.of(new Column("", Align.LEFT)), List.of());
    }
}
