package heed.connectors.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.notify.Message;
import heed.connectors.notify.Sample;
import heed.schemas.Severity;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MailTextTest {

    private static final Message MESSAGE = Message.of(
            "ward-7", List.of(Sample.notice("d1", "open-moderate", Severity.MODERATE, Sample.NOON)), Sample.PAGE);

    private static final Optional<URI> STOP = Optional.of(URI.create("https://heed.example.org/unsubscribe/x.y"));

    @Test
    void textAndHtmlSayTheSameWordsAndNoNameIsMarkup() {
        // When
        String plain = MailText.plain(MESSAGE, STOP);
        String html = MailText.html(MESSAGE, STOP);

        // Then
        assertThat(html).contains("A drop at &lt;H1&gt;").doesNotContain("<H1>");
        assertThat(words(readable(html).replaceFirst("A drop at <H1>", "")))
                .isEqualTo(words(plain.replace(": https://heed.example.org/drops/d1", "")
                        .replace(": https://heed.example.org/unsubscribe/x.y", "")
                        .replace("-- ", "")));
        assertThat(html)
                .contains(
                        "href=\"https://heed.example.org/drops/d1\"",
                        "href=\"https://heed.example.org/unsubscribe/x.y\"",
                        "lang=\"cy\"");
    }

    @Test
    void aDigestSumsUpEachHospitalAndLeadsToItsReport() {
        // Given
        Message digest = Message.digest(
                "board",
                List.of(
                        Sample.notice("d1", "open-moderate", Severity.MODERATE, Sample.NOON),
                        Sample.notice("d2", "open-major", Severity.MAJOR, Sample.NOON),
                        Sample.notice("d2", "ended", Severity.MAJOR, Sample.NOON)),
                Sample.PAGE);

        // When
        String plain = MailText.plain(digest, Optional.empty());
        String html = MailText.html(digest, Optional.empty());

        // Then
        assertThat(plain)
                .contains(
                        "H1: 2 drops found, 1 drop over\nH1: gostyngiadau newydd 2, gostyngiadau drosodd 1\n",
                        "Report of its newest closed month / Adroddiad ar ei fis caeedig diweddaraf:"
                                + " https://heed.example.org/report/H1\n");
        assertThat(html).contains("H1: 2 drops found, 1 drop over", "href=\"https://heed.example.org/report/H1\"");
        assertThat(MailText.plain(MESSAGE, Optional.empty())).doesNotContain("/report/");
    }

    private static String readable(String html) {
        return Pattern.compile("<[^>]+>")
                .matcher(html)
                .replaceAll(" ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
