package heed.connectors.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.theme.Theme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThemeModelTest {

    private static final int FOOD = ThemeModel.ruleNames().indexOf(Theme.FOOD.code());
    private static final int CLEAN = ThemeModel.ruleNames().indexOf(Theme.CLEANLINESS.code());
    private static final int NONE = ThemeModel.ruleNames().indexOf(ThemeModel.NO_THEME);
    private static final int VERY_NEGATIVE = ThemeModel.ruleNames().indexOf("sentiment-5");

    @Test
    void saysEachThemeWhoseSumReachesItsCut() {
        // Given
        ThemeModel model =
                model(Map.of("cold", Map.of(FOOD, 4.0), "dirty", Map.of(CLEAN, 4.0), "hot", Map.of(FOOD, 1.0)));

        // When // Then
        assertThat(model.label("cold", null).themes()).containsExactly(Theme.FOOD);
        assertThat(model.label("cold and dirty", null).themes()).containsExactly(Theme.FOOD, Theme.CLEANLINESS);
        assertThat(model.label("dirty", null).themes()).containsExactly(Theme.CLEANLINESS);
    }

    @Test
    void saysTheNearestThemeWhereNoneReachesItsCutAndNoneWhereThatIsNearer() {
        // Given
        ThemeModel model = model(Map.of("hot", Map.of(FOOD, .5), "no", Map.of(NONE, .5)));

        // When // Then
        assertThat(model.label("hot", null).themes()).containsExactly(Theme.FOOD);
        assertThat(model.label("no", null).themes()).isEmpty();
    }

    @Test
    void saysTheStepOfSentimentWithTheGreatestSum() {
        // Given
        ThemeModel model = model(Map.of("dreadful", Map.of(VERY_NEGATIVE, 1.0)));

        // When
        Labelled said = model.label("Dreadful.", null);

        // Then
        assertThat(said.sentiment()).isEqualTo(5);
    }

    @Test
    void saysNothingOfWhatItDoesNotKnow() {
        // Given
        ThemeModel model = model(Map.of("cold", Map.of(FOOD, 4.0)));

        // When // Then
        assertThat(model.label("xyzzy", null)).isEqualTo(Labelled.NOTHING);
        assertThat(model.label("cold", "cy")).isEqualTo(Labelled.NOTHING);
        assertThat(model.label("cold", "en-GB").themes()).containsExactly(Theme.FOOD);
        assertThat(model.label("cold", "en").themes()).containsExactly(Theme.FOOD);
    }

    @Test
    void isReadAsItIsWritten() {
        // Given
        List<String> lines =
                model(Map.of("cold", Map.of(FOOD, -4.25), "dirty", Map.of())).lines();

        // When
        List<String> again = ThemeModel.read(lines).lines();

        // Then
        assertThat(again).isEqualTo(lines).contains("term\tcold\t1.00\t" + FOOD + ":-4.25", "term\tdirty\t1.00\t");
    }

    @Test
    void isRefusedWithOtherRules() {
        // When // Then
        assertThatThrownBy(() -> ThemeModel.read(List.of("rule\tfood\t0\t0")))
                .hasMessageStartingWith("the model has other rules than [timeliness, ");
    }

    @Test
    void theOneThatComesWithHeedKnowsWhatEverybodyWould() {
        // Given
        ThemeModel shipped = ThemeModel.shipped();

        // When
        Labelled late = shipped.label("Waited five hours, far too long to be seen.", "en");
        Labelled food = shipped.label("The food was cold and there was little choice.", null);
        Labelled kind = shipped.label("The staff were kind and friendly, thank you.", null);

        // Then
        assertThat(late.themes()).contains(Theme.TIMELINESS);
        assertThat(late.sentiment()).isGreaterThanOrEqualTo(4);
        assertThat(food.themes()).contains(Theme.FOOD);
        assertThat(kind.themes()).contains(Theme.STAFF_MANNER);
        assertThat(kind.sentiment()).isLessThanOrEqualTo(2);
    }

    /** Each rule is one short of its cut; every term is as frequent as any. */
    private static ThemeModel model(Map<String, Map<Integer, Double>> weights) {
        Map<String, ThemeModel.Term> terms = new HashMap<>();
        weights.forEach((text, each) -> terms.put(text, new ThemeModel.Term(1, each)));
        return new ThemeModel(
                ThemeModel.ruleNames().stream()
                        .map(name -> new ThemeModel.Rule(name, 0, 1))
                        .toList(),
                terms);
    }
}
