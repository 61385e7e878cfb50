package heed.connectors.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormLinksTest {

    private static final FormLink LINK = new FormLink(
            "fft-2020", "H1", Optional.of("Ward-7"), FormLink.Kind.ONCE, "a1", LocalDate.parse("2026-05-01"));

    private final FormLinks links = new FormLinks(new byte[32]);

    @Test
    void readsWhatItSigned() {
        // Given
        var whole = new FormLink(
                "fft-2020", "H1", Optional.empty(), FormLink.Kind.POSTER, "a2", LocalDate.parse("2026-05-01"));

        // When
        String token = links.token(LINK);

        // Then
        assertThat(token).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{22}");
        assertThat(links.read(token)).contains(LINK);
        assertThat(links.read(links.token(whole))).contains(whole);
    }

    @Test
    void readsNothingThatWasChangedOrThatAnotherKeySigned() {
        // Given
        String token = links.token(LINK);
        String signature = token.substring(token.indexOf('.'));
        String other = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("1|fft-2020|H2|Ward-7|ONCE|a1|2026-05-01".getBytes(StandardCharsets.UTF_8))
                + signature;
        byte[] key = new byte[32];
        key[31] = 1;

        // When // Then
        assertThat(links.read(other)).isEmpty();
        assertThat(new FormLinks(key).read(token)).isEmpty();
        assertThat(links.read(token + "A")).isEmpty();
        assertThat(links.read(token.substring(0, token.length() - 1))).isEmpty();
        assertThat(links.read(signature)).isEmpty();
        assertThat(links.read("?.?")).isEmpty();
        assertThat(links.read("")).isEmpty();
    }

    @Test
    void takesNoShortKey() {
        // When // Then
        assertThatThrownBy(() -> new FormLinks(new byte[31])).hasMessageContaining("at least 32 bytes");
    }
}
