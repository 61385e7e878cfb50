package heed.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.language.Language;
import org.junit.jupiter.api.Test;

class AskedLanguageTest {

    @Test
    void takesWhatABrowserWouldRatherHaveOfTheTwo() {
        // When // Then
        assertThat(AskedLanguage.preferred("cy")).isEqualTo(Language.WELSH);
        assertThat(AskedLanguage.preferred("cy-GB,cy;q=0.9,en;q=0.8")).isEqualTo(Language.WELSH);
        assertThat(AskedLanguage.preferred("en-GB,cy;q=0.9")).isEqualTo(Language.ENGLISH);
        assertThat(AskedLanguage.preferred("en;q=0.5, cy;q=0.9")).isEqualTo(Language.WELSH);
        assertThat(AskedLanguage.preferred("fr, cy;q=0.2")).isEqualTo(Language.WELSH);
    }

    @Test
    void isEnglishToWhoeverSaysNothingThatItKnows() {
        // When // Then
        assertThat(AskedLanguage.preferred("")).isEqualTo(Language.ENGLISH);
        assertThat(AskedLanguage.preferred("fr-FR, *;q=0.1")).isEqualTo(Language.ENGLISH);
        assertThat(AskedLanguage.preferred("cy;q=high")).isEqualTo(Language.ENGLISH);
        assertThat(AskedLanguage.preferred("cy," + "en;q=0.1,".repeat(40))).isEqualTo(Language.ENGLISH);
    }
}
