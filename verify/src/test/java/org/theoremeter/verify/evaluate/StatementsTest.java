package org.theoremeter.verify.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremeter.reports.formula.MathMl;
import org.theoremeter.reports.formula.Tex;
import org.theoremeter.verify.catalogue.Selection;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.read.ClaimReader;
import org.theoremeter.verify.claim.read.Settings;
import org.theoremeter.verify.results.ClaimDescription.Statement;

class StatementsTest {

    /** Results are read again only if all formulas in them are of the closed lists. */
    @Test
    void allFormulasOfTheCatalogueAreOfTheClosedLists() {
        List<Claim> claims = Selection.of(List.of(), new ClaimReader(Profile.QUICK, Settings.none()))
                .claims();
        List<Statement> statements =
                claims.stream().flatMap(claim -> Statements.of(claim).stream()).toList();
        assertThat(statements).hasSizeGreaterThan(300);
        for (Statement statement : statements) {
            assertThat(Tex.refused(statement.tex())).as(statement.tex()).isEmpty();
            assertThat(MathMl.rewritten(statement.mathMl()))
                    .as(statement.mathMl())
                    .isPresent();
        }
    }
}
