package heed.app.study.themes;

import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.theme.ThemeModel;
import heed.schemas.theme.Theme;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the model that comes with Heed to the data that it is made from, and the document to what it measures. */
class ShippedThemesTest {

    private static final ThemeModel SHIPPED = ThemeModel.shipped();
    private static final List<LabelledComment> COMMENTS = LabelledFile.read(data());

    @ParameterizedTest
    @EnumSource(names = {"FOOD", "CLEANLINESS", "TIMELINESS"})
    void theModelIsWhatItsDataMakes(Theme theme) {
        // Given
        int rule = ThemeModel.ruleNames().indexOf(theme.code());
        Map<String, Double> shipped = new HashMap<>();
        SHIPPED.terms().forEach((text, term) -> {
            Double weight = term.weights().get(rule);
            if (weight != null) {
                shipped.put(text, weight);
            }
        });

        // When
        Map<String, Double> made = new ThemeTraining(
                        COMMENTS.stream().filter(each -> !each.isHeldBack()).toList())
                .weights(rule);

        // Then
        assertThat(made.remove(Logistic.bias()))
                .isEqualTo(SHIPPED.rules().get(rule).bias());
        assertThat(made).isNotEmpty().isEqualTo(shipped);
    }

    @Test
    void theDocumentSaysWhatTheModelFinds() throws IOException {
        // When
        List<String> report = ThemeStudy.of(data()).report(SHIPPED);

        // Then
        assertThat(report).hasSizeGreaterThan(Theme.values().length);
        assertThat(Files.readAllLines(Path.of("../docs/comments.md"))).containsAll(report);
    }

    @Test
    void aFifthIsHeldBackByItsIdsAlone() {
        // When
        long heldBack = COMMENTS.stream().filter(LabelledComment::isHeldBack).count();

        // Then
        assertThat(COMMENTS).hasSize(3_828);
        assertThat(heldBack).isEqualTo(791);
    }

    @Test
    void theFileOfTheModelIsSmall() {
        // When
        int length = String.join("\n", SHIPPED.lines()).length();

        // Then
        assertThat(length).isLessThan(1 << 20);
    }

    private static Path data() {
        try {
            return Path.of(Objects.requireNonNull(
                            ShippedThemesTest.class.getResource("fft_comments_labelled.csv"), "it lies beside this")
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
