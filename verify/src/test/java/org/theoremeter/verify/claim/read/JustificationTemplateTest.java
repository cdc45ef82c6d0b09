package org.theoremeter.verify.claim.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.theoremeter.verify.catalogue.Catalogue;
import org.theoremeter.verify.claim.Kind;

class JustificationTemplateTest {

    @Test
    void theTemplateShowsEveryJustificationThatIsAccepted() {
        String template = Catalogue.template(Kind.DERIVATION);
        List<String> forms = Pattern.compile("\\{([a-z ]+):")
                .matcher(JustificationReader.ACCEPTED.replaceAll(": \\{a", ": (a"))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(forms).hasSize(11).contains("{series in:", "{cited:");
        assertThat(template).contains(forms).contains("algebra", "definition");
    }
}
