package heed.connectors.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.notify.Message;
import heed.connectors.notify.Sample;
import heed.schemas.Severity;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MailTextTest {

    private static final Message MESSAGE = Message.of(
            "ward-7", List.of(Sample.notice("d1", "open-moderate", Severity.MODERATE, Sample.NOON)), Sample.PAGE);

    @Test
    void textAndHtmlSayTheSameWordsAndNoNameIsMarkup() {
        // When
        String plain = MailText.plain(MESSAGE);
        String html = MailText.html(MESSAGE);

        // Then
        assertThat(html).contains("A drop at &lt;H1&gt;").doesNotContain("<H1>");
        assertThat(words(readable(html).replaceFirst("A drop at <H1>", "")))
                .isEqualTo(words(
                        plain.replace(": https://heed.example.org/drops/d1", "").replace("-- ", "")));
        assertThat(html).contains("href=\"https://heed.example.org/drops/d1\"", "lang=\"cy\"");
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
