package org.theoremeter.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremeter.reports.Xml;
import org.theoremeter.reports.document.Figure.Axis;
import org.theoremeter.reports.document.Figure.Curve;
import org.theoremeter.reports.document.Figure.Role;
import org.theoremeter.reports.document.Panels;
import org.theoremeter.reports.document.Panels.Panel;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PanelsSvgTest {

    private static final double[] EPOCHS = {0, 10, 50, 100};
    private static final Axis EPOCH = new Axis("epoch", false);
    private static final Panel LOSS =
            panel("loss", true, new Curve("loss", Role.MEASURED, EPOCHS, new double[] {1, 0.5, 0.01, 1e-4}));
    private static final Panel GHOSTS =
            panel("ghosts", false, new Curve("ghosts", Role.POINTS, new double[] {10, 50}, new double[] {0, 2}));

    private static Panel panel(String label, boolean logarithmic, Curve... curves) {
        return new Panel(new Axis(label, logarithmic), List.of(curves));
    }

    /** What happens at the same place of the shared axis stands above each other, in however wide a panel. */
    @Test
    void thePanelsShareTheirHorizontalAxis() {
        Document svg = draw(new Panels("p", "caption", EPOCH, List.of(LOSS, GHOSTS)));
        List<Element> points = Xml.elements(svg, "circle");
        // four points of the loss, then two ghosts at the second and third of its epochs
        assertThat(points).hasSize(6);
        assertThat(points.get(4).getAttribute("cx")).isEqualTo(points.get(1).getAttribute("cx"));
        assertThat(points.get(5).getAttribute("cx")).isEqualTo(points.get(2).getAttribute("cx"));
        double lowestLoss = points.subList(0, 4).stream()
                .mapToDouble(point -> number(point, "cy"))
                .max()
                .orElseThrow();
        assertThat(points.subList(4, 6)).allMatch(point -> number(point, "cy") > lowestLoss);
        List<String> texts =
                Xml.elements(svg, "text").stream().map(Element::getTextContent).toList();
        assertThat(texts).containsOnlyOnce("epoch", "loss", "ghosts", "100").doesNotContain("0.5");
    }

    @Test
    void aPanelWithSeveralNamesHasALegend() {
        Panel both = panel(
                "number",
                false,
                new Curve("zeros", Role.POINTS, EPOCHS, new double[] {1, 1, 3, 3}),
                new Curve("ghosts", Role.COMPANION, EPOCHS, new double[] {0, 1, 1, 1}));
        Document svg = draw(new Panels("p", "caption", EPOCH, List.of(LOSS, both)));
        assertThat(Xml.elements(svg, "text").stream().map(Element::getTextContent))
                .contains("zeros", "ghosts", "number");
    }

    /** A count that never changes is read off an axis of counts. */
    @Test
    void countsHaveAnAxisOfWholeNumbersFromZero() {
        Panel one = panel("zeros", false, new Curve("zeros", Role.POINTS, EPOCHS, new double[] {1, 1, 1, 1}));
        List<String> texts = Xml.elements(draw(new Panels("p", "caption", EPOCH, List.of(one))), "text").stream()
                .map(Element::getTextContent)
                .toList();
        assertThat(texts).containsExactlyInAnyOrder("0", "20", "40", "60", "80", "100", "0", "1", "zeros", "epoch");
    }

    /** No number of panels and no values leave the card. */
    @Test
    void nothingLiesOutsideTheCard() {
        for (int count = 1; count <= 5; count++) {
            Panel[] panels = new Panel[count];
            Arrays.fill(panels, GHOSTS);
            panels[count - 1] = panel("l", false, new Curve("l", Role.MEASURED, EPOCHS, new double[] {-1e9, 0, 0, 1}));
            Document svg = draw(new Panels("p", "caption", EPOCH, List.of(panels)));
            double height = number(svg.getDocumentElement(), "height");
            assertThat(Xml.elements(svg, "circle")).allMatch(point -> number(point, "cy") < height);
            assertThat(Xml.elements(svg, "text"))
                    .filteredOn(text -> text.hasAttribute("y"))
                    .allMatch(text -> number(text, "y") < height);
        }
    }

    @Test
    void refusesWhatAnAxisCannotShow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> panel("loss", true, new Curve("loss", Role.MEASURED, EPOCHS, new double[4])))
                .withMessageContaining("the logarithmic axis 'loss' cannot show 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Panels("p", "caption", EPOCH, List.of()))
                .withMessage("no panels of p");
    }

    private static Document draw(Panels panels) {
        return Xml.parse(GraphicSvg.render(panels));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
