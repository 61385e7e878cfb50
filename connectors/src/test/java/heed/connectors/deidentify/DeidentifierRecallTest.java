package heed.connectors.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds what docs/comments.md states of how much is found. */
class DeidentifierRecallTest {

    private final Deidentifier deidentifier = Deidentifier.knowing(List.of());

    @Test
    void findsNinetyNineOfAHundredIdentifiersOfTenKinds() {
        // Given
        var planted = new PlantedIdentifiers(20_260_401).ofEach(50);

        // When
        Map<String, List<String>> missed = missed(planted);

        // Then
        assertThat(planted).hasSize(500);
        assertThat(missed.values().stream().mapToInt(List::size).sum())
                .as("%s", missed)
                .isEqualTo(0);
    }

    @Test
    void findsMostNamesThatStandAloneButFarFromAll() {
        // Given
        var planted = new PlantedIdentifiers(20_260_401).namesAlone(200);

        // When
        Map<String, List<String>> missed = missed(planted);

        // Then
        assertThat(missed.getOrDefault("name alone", List.of()).size())
                .as("%s", missed)
                .isBetween(1, 70);
    }

    /** Missed is what is left of an identifier where it stood; by kind. */
    private Map<String, List<String>> missed(List<PlantedIdentifiers.Planted> planted) {
        return planted.stream()
                .filter(each -> deidentifier
                        .clean(each.comment(), "Prince Philip Hospital")
                        .text()
                        .contains(each.identifier()))
                .collect(Collectors.groupingBy(
                        PlantedIdentifiers.Planted::kind,
                        TreeMap::new,
                        Collectors.mapping(PlantedIdentifiers.Planted::comment, Collectors.toList())));
    }
}
