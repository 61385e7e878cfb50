package heed.connectors.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.notify.Message;
import heed.connectors.notify.Notice;
import heed.connectors.notify.Sample;
import heed.schemas.Severity;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailTextTest {

    private static final Message MESSAGE = Message.of(
            "ward-7", List.of(Sample.notice("d1", "open-moderate", Severity.MODERATE, Sample.NOON)), Sample.PAGE);

    private static final Optional<URI> STOP = Optional.of(URI.create("https://heed.example.org/unsubscribe/x.y"));

    @Test
    void textAndHtmlSayTheSameWordsAndNoNameIsMarkup() {
        // When
        String plain = MailText.plain(MESSAGE, STOP);
        String html = MailText.html(MESSAGE, STOP, MailPictures.none());

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
        String html = MailText.html(digest, Optional.empty(), MailPictures.none());

        // Then
        assertThat(plain)
                .contains(
                        "H1: 2 drops found, 1 drop over\nH1: gostyngiadau newydd 2, gostyngiadau drosodd 1\n",
                        "Report of its newest closed month / Adroddiad ar ei fis caeedig diweddaraf:"
                                + " https://heed.example.org/report/H1\n");
        assertThat(html).contains("H1: 2 drops found, 1 drop over", "href=\"https://heed.example.org/report/H1\"");
        assertThat(MailText.plain(MESSAGE, Optional.empty())).doesNotContain("/report/");
    }

    @Test
    void whereThereIsAPictureItIsToldInWordsTooAndWhereThereIsNoneTheWordsStandAlone() throws MessagingException {
        // Given
        Message message = Message.of("ward-7", List.of(Sample.drawn("d1", Sample.chart())), Sample.PAGE);
        MailPictures pictures = MailPictures.of(message, "example.org");
        String said =
                "Chart, 24 February 2026 to 4 March 2026: the score of 7 days lies between 81% and 95%, and 93% was"
                        + " usual. The fall began about 3 March 2026; since then the score is about 84%, between 79% and 88%.";

        // When
        String plain = MailText.plain(message, Optional.empty());
        String with = MailText.html(message, Optional.empty(), pictures);
        String without = MailText.html(message, Optional.empty(), MailPictures.none());

        // Then
        assertThat(plain)
                .contains(
                        said + "\n",
                        "Siart, 24 Chwefror 2026 i 4 Mawrth 2026: mae sgôr 7 diwrnod rhwng 81% a 95%, ac roedd 93% yn"
                                + " arferol.");
        assertThat(with)
                .contains(
                        "<img src=\"cid:chart-0." + message.id() + "@example.org\"",
                        "alt=\"" + said + "\"",
                        "from 70% at the lower edge to 100% at the upper",
                        "o 70% ar yr ymyl isaf i 100% ar yr uchaf");
        assertThat(without).contains(said, "Siart,").doesNotContain("<img", "Dots:");
    }

    @Test
    void aDigestHasThePicturesOfTheFirstTenDropsAndTheOthersInWords() throws MessagingException {
        // Given
        List<Notice> notices = IntStream.range(0, 12)
                .mapToObj(at -> Sample.drawn("d" + at, Sample.chart()))
                .toList();
        Message digest = Message.digest("board", notices, Sample.PAGE);

        // When
        String html = MailText.html(digest, Optional.empty(), MailPictures.of(digest, "example.org"));

        // Then
        assertThat(Pattern.compile("<img ").matcher(html).results()).hasSize(10);
        assertThat(Pattern.compile("<p lang=\"en\">Chart, ").matcher(html).results())
                .hasSize(2);
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
