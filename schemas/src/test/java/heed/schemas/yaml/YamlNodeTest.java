package heed.schemas.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlNodeTest {

    @Test
    void knowsTheLinesOfKeysAndValues() {
        // When
        YamlNode file = YamlNode.parse("a: no\n\nb:\n  c: 1\nb:\n[x]: y\n").orElseThrow();
        List<YamlNode.Entry> entries = file.entries();

        // Then
        assertThat(file.isMapping()).isTrue();
        assertThat(entries)
                .extracting(YamlNode.Entry::key)
                .containsExactly(Optional.of("a"), Optional.of("b"), Optional.of("b"), Optional.empty());
        assertThat(entries).extracting(YamlNode.Entry::line).containsExactly(1, 3, 5, 6);
        assertThat(entries.get(0).value().text()).contains("no");
        assertThat(entries.get(1).value().entries().get(0).line()).isEqualTo(4);
        assertThat(entries.get(1).value().text()).isEmpty();
        assertThat(entries.get(2).value().isNull()).isTrue();
    }

    @Test
    void hasNothingToSayOfAnEmptyFileAndNoEntriesOfAList() {
        // When
        Optional<YamlNode> empty = YamlNode.parse("# nothing\n");
        YamlNode list = YamlNode.parse("- a\n- b\n").orElseThrow();

        // Then
        assertThat(empty).isEmpty();
        assertThat(list.isMapping()).isFalse();
        assertThat(list.isNull()).isFalse();
        assertThat(list.entries()).isEmpty();
    }

    @Test
    void saysOnWhichLineATextIsNoYaml() {
        // When // Then
        assertThatThrownBy(() -> YamlNode.parse("a: 1\nb: [\n"))
                .isInstanceOfSatisfying(NotYamlException.class, refusal -> assertThat(refusal.line())
                        .hasValue(3))
                .hasMessageStartingWith("expected the node content");
    }
}
