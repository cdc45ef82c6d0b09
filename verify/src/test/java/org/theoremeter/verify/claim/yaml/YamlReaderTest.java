package org.theoremeter.verify.claim.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;

class YamlReaderTest {

    @Test
    void knowsWhereEverythingStood() {
        YamlNode.Mapping top = (YamlNode.Mapping)
                YamlReader.read("f.yaml", "a: 1\nb: {c: [x, 'y z']}\n").get(0);
        YamlNode.Mapping b = (YamlNode.Mapping) top.entries().get("b");
        YamlNode.Sequence c = (YamlNode.Sequence) b.entries().get("c");
        YamlNode.Scalar quoted = (YamlNode.Scalar) c.items().get(1);
        assertThat(top.keys().get("b")).isEqualTo(new Position("f.yaml", 2, 1));
        assertThat(quoted.position()).isEqualTo(new Position("f.yaml", 2, 12));
        // column 3 of the text "y z" is one quote and two characters to the right of where it begins
        assertThat(quoted.at(3)).isEqualTo(new Position("f.yaml", 2, 15));
    }

    @Test
    void readsSeveralDocuments() {
        List<YamlNode> documents = YamlReader.read("f.yaml", "a: 1\n---\nb: 2\n");
        assertThat(documents).hasSize(2);
    }

    @Test
    void refusesDuplicateKeysWithBothPlaces() {
        assertThatThrownBy(() -> YamlReader.read("f.yaml", "a: 1\nb: 2\na: 3\n"))
                .isInstanceOf(ClaimException.class)
                .hasMessage("f.yaml:3:1: the key 'a' stands twice, first in line 1, accepted: each key once");
    }

    @Test
    void refusesAnAliasBombAtItsFirstAnchor() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a" + i + ": &a" + i + " [");
            for (int k = 0; k < 9; k++) {
                bomb.append(k == 0 ? "" : ", ").append("*a").append(i - 1);
            }
            bomb.append("]\n");
        }
        assertThatThrownBy(() -> YamlReader.read("bomb.yaml", bomb.toString()))
                .isInstanceOf(ClaimException.class)
                .hasMessageStartingWith("bomb.yaml:1:5: found an anchor");
    }

    @Test
    void refusesDeepNestingWithoutOverflowingTheStack() {
        String deep = "a: " + "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() -> YamlReader.read("deep.yaml", deep))
                .isInstanceOf(ClaimException.class)
                .hasMessageContaining("nested deeper than " + YamlReader.DEEPEST_NESTING);
    }

    @Test
    void refusesTagsSoThatNoClassIsEverNamed() {
        assertThatThrownBy(() -> YamlReader.read("t.yaml", "a: !!javax.script.ScriptEngineManager [x]\n"))
                .isInstanceOf(ClaimException.class)
                .hasMessageStartingWith("t.yaml:1:4: found the tag");
    }

    @Test
    void refusesAFileOverOneMegabyteBeforeReadingIt(@TempDir Path folder) throws Exception {
        Path large = folder.resolve("large.yaml");
        Files.write(large, new byte[YamlReader.LARGEST_FILE + 1]);
        assertThatThrownBy(() -> YamlReader.read(large))
                .isInstanceOf(ClaimException.class)
                .hasMessageContaining("1 MB");
    }

    @Test
    void refusesWhatIsNotText(@TempDir Path folder) throws Exception {
        Path binary = folder.resolve("binary.yaml");
        Files.write(binary, new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> YamlReader.read(binary)).hasMessageContaining("not UTF-8");
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "title: Öl".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> YamlReader.read(latin)).hasMessageContaining("not UTF-8");
    }

    @Test
    void saysWhereTheYamlIsBroken() {
        assertThatThrownBy(() -> YamlReader.read("broken.yaml", "a: 1\nb: [1, 2\nc: 3\n"))
                .isInstanceOf(ClaimException.class)
                .hasMessageStartingWith("broken.yaml:3:");
    }

    @Test
    void laysOneMappingOverAnother() {
        YamlNode below = YamlReader.read("f", "a: {x: 1, y: 2}\nb: [1, 2]\n").get(0);
        YamlNode above = YamlReader.read("f", "a: {y: 3}\nb: [4]\n").get(0);
        YamlNode.Mapping merged = (YamlNode.Mapping) below.overlaid(above);
        YamlNode.Mapping a = (YamlNode.Mapping) merged.entries().get("a");
        assertThat(((YamlNode.Scalar) a.entries().get("x")).text()).isEqualTo("1");
        assertThat(((YamlNode.Scalar) a.entries().get("y")).text()).isEqualTo("3");
        assertThat(((YamlNode.Sequence) merged.entries().get("b")).items()).hasSize(1);
    }
}
