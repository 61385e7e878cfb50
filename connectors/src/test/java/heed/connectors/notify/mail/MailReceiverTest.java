package heed.connectors.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heed.connectors.notify.DropChart;
import heed.connectors.notify.Message;
import heed.connectors.notify.RefusedException;
import heed.connectors.notify.Sample;
import heed.connectors.notify.Unsubscribed;
import heed.schemas.Severity;
import heed.schemas.Unsubscription;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

class MailReceiverTest {

    private static final Clock CLOCK = Clock.fixed(Sample.NOON, ZoneOffset.UTC);
    private static final Message MESSAGE = Message.of(
            "ward-7", List.of(Sample.notice("d1", "open-moderate", Severity.MODERATE, Sample.NOON)), Sample.PAGE);

    private static final MailServer SERVER =
            new MailServer("127.0.0.1", 25, MailServer.Security.NONE, Optional.empty(), "heed@example.org");

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile boolean full;
    private volatile String newest = "";
    private int port;
    private SMTPServer server;

    @BeforeEach
    void listen() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(port)
                .simpleMessageListener(new SimpleMessageListener() {
                    @Override
                    public boolean accept(String from, String recipient) {
                        return !recipient.startsWith("nobody");
                    }

                    @Override
                    public void deliver(String from, String recipient, InputStream data) throws IOException {
                        String mail = new String(data.readAllBytes(), StandardCharsets.UTF_8);
                        newest = mail;
                        if (full && recipient.startsWith("deputy")) {
                            throw new IOException("full");
                        }
                        taken.add(recipient + " "
                                + mail.lines()
                                        .filter(line -> line.startsWith("Message-ID"))
                                        .findFirst()
                                        .orElse(""));
                    }
                })
                .build();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void anAddressThatIsRefusedKeepsNoneOfTheOthersFromTheirsAndIsSaid() {
        // Given
        MailReceiver receiver = receiver("sister@example.org", "nobody@example.org", "deputy@example.org");

        // When // Then
        assertThatThrownBy(() -> receiver.deliver(MESSAGE))
                .isInstanceOf(RefusedException.class)
                .hasMessage("1 of 3 addresses");
        assertThat(taken).containsExactly("sister@example.org " + messageId(), "deputy@example.org " + messageId());
    }

    @Test
    void whoHasTheMailDoesNotGetItAgainWhenItIsTriedForAnother() throws IOException {
        // Given
        MailReceiver receiver = receiver("sister@example.org", "deputy@example.org");
        full = true;
        IOException first = catchThrowableOfType(IOException.class, () -> receiver.deliver(MESSAGE));
        full = false;

        // When
        receiver.deliver(MESSAGE);

        // Then
        assertThat(first).isNotInstanceOf(RefusedException.class).hasMessageNotContaining("example.org");
        assertThat(taken).containsExactly("sister@example.org " + messageId(), "deputy@example.org " + messageId());
    }

    @Test
    void aServerThatOffersNoTlsWhereItMustIsNotSpokenTo() {
        // Given
        var demanding =
                new MailServer("127.0.0.1", port, MailServer.Security.STARTTLS, Optional.empty(), "heed@example.org");
        MailReceiver receiver = new MailReceiver(demanding, List.of("sister@example.org"), WayOut.none(), CLOCK);

        // When // Then
        assertThatThrownBy(() -> receiver.deliver(MESSAGE)).isInstanceOf(IOException.class);
        assertThat(taken).isEmpty();
    }

    @Test
    void whoStoppedTheMailsOfTheRouteGetsNoneAndTheOthersDo() throws IOException {
        // Given
        var unsubscribed = new Unsubscribed();
        unsubscribed.add(stopped("ward-7", "Sister@example.org"));
        unsubscribed.add(stopped("ward-8", "deputy@example.org"));
        MailReceiver receiver =
                receiver(new WayOut(unsubscribed, Optional.empty()), "sister@example.org", "deputy@example.org");

        // When
        receiver.deliver(MESSAGE);

        // Then
        assertThat(taken).containsExactly("deputy@example.org " + messageId());
    }

    @Test
    void whereAllHaveStoppedThemNoServerIsAsked() throws IOException {
        // Given
        var unsubscribed = new Unsubscribed();
        unsubscribed.add(stopped("ward-7", "sister@example.org"));
        MailReceiver receiver = receiver(new WayOut(unsubscribed, Optional.empty()), "sister@example.org");
        server.stop();

        // When
        receiver.deliver(MESSAGE);

        // Then
        assertThat(taken).isEmpty();
    }

    @Test
    void aProgramStopsTheMailsOfOneAddressByOneClickWhereItReachesThePage() throws Exception {
        // Given
        var reached = new WayOut(
                new Unsubscribed(),
                Optional.of((route, id) -> URI.create("https://heed.example.org/unsubscribe/" + route + "." + id)));
        var mails = new Mails(SERVER);
        String id = Unsubscribed.id("ward-7", "sister@example.org");

        // When
        MimeMessage with = mails.of(
                MESSAGE,
                MailPictures.none(),
                "sister@example.org",
                reached.link("ward-7", "sister@example.org"),
                Sample.NOON);
        MimeMessage without = mails.of(
                MESSAGE,
                MailPictures.none(),
                "sister@example.org",
                WayOut.none().link("ward-7", "sister@example.org"),
                Sample.NOON);

        // Then
        assertThat(with.getHeader("List-Unsubscribe"))
                .containsExactly("<https://heed.example.org/unsubscribe/ward-7." + id + ">");
        assertThat(with.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(without.getHeader("List-Unsubscribe")).isNull();
        assertThat(without.getHeader("List-Unsubscribe-Post")).isNull();
    }

    @Test
    void thePictureThatTheWordsReferToGoesWithThemAndIsTheSameInARepeat() throws Exception {
        // Given
        Message message = Message.of("ward-7", List.of(Sample.drawn("d1", Sample.chart())), Sample.PAGE);
        MailReceiver receiver = receiver("sister@example.org");

        // When
        receiver.deliver(message);
        MimeMultipart both = parts(read(newest).getContent());
        receiver("sister@example.org").deliver(message);
        MimeMultipart repeated = parts(read(newest).getContent());

        // Then
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        assertThat(both.getBodyPart(0).getContent().toString()).contains("Chart, 24 February 2026");
        MimeMultipart related = parts(both.getBodyPart(1).getContent());
        assertThat(related.getContentType()).startsWith("multipart/related");
        assertThat(related.getCount()).isEqualTo(2);
        BodyPart picture = related.getBodyPart(1);
        String id = picture.getHeader("Content-ID")[0];
        assertThat(related.getBodyPart(0).getContent().toString())
                .contains("src=\"cid:" + id.substring(1, id.length() - 1) + "\"");
        assertThat(picture.getContentType()).isEqualTo("image/png");
        assertThat(picture.getDisposition()).isEqualTo("inline");
        byte[] png = picture.getInputStream().readAllBytes();
        assertThat(png).isEqualTo(DropPicture.png(Sample.chart()));
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(1120);
        BodyPart again = parts(repeated.getBodyPart(1).getContent()).getBodyPart(1);
        assertThat(again.getHeader("Content-ID")).containsExactly(id);
        assertThat(again.getInputStream().readAllBytes()).isEqualTo(png);
    }

    @Test
    void whatHasNoDaysToTellGoesAsTextAndHtmlAlone() throws Exception {
        // Given
        MailReceiver receiver = receiver("sister@example.org");

        // When
        receiver.deliver(MESSAGE);

        // Then
        assertThat(parts(read(newest).getContent()).getBodyPart(1).getContentType())
                .startsWith("text/html");
    }

    @Test
    void whatCannotBeDrawnIsToldInWordsAndCountedOnceAMessage() throws Exception {
        // Given
        Message message = Message.of("ward-7", List.of(Sample.drawn("d1", Sample.chart())), Sample.PAGE);
        MailReceiver receiver = drawing(chart -> {
            throw new InternalError("no fonts");
        });

        // When
        receiver.deliver(message);

        // Then
        assertThat(taken).hasSize(2);
        assertThat(receiver.undrawn()).isEqualTo(1);
        BodyPart html = parts(read(newest).getContent()).getBodyPart(1);
        assertThat(html.getContentType()).startsWith("text/html");
        assertThat(html.getContent().toString())
                .contains("Chart, 24 February 2026")
                .doesNotContain("<img");
    }

    @Test
    void aChartIsDrawnOnceForAllAddressesAndRepeats() throws Exception {
        // Given
        Message message = Message.of("ward-7", List.of(Sample.drawn("d1", Sample.chart())), Sample.PAGE);
        var drawn = new AtomicInteger();
        MailReceiver receiver = drawing(chart -> {
            drawn.incrementAndGet();
            return DropPicture.png(chart);
        });
        full = true;
        IOException first = catchThrowableOfType(IOException.class, () -> receiver.deliver(message));
        full = false;

        // When
        receiver.deliver(message);

        // Then
        assertThat(first).isNotNull();
        assertThat(taken).hasSize(2);
        assertThat(drawn).hasValue(1);
        assertThat(receiver.undrawn()).isZero();
        assertThat(newest).contains("image/png");
    }

    @Test
    void anAddressByWhichItFailsKeepsNoneOfTheOthersFromTheirs() {
        // Given
        String sister = Unsubscribed.id("ward-7", "sister@example.org");
        var out = new WayOut(new Unsubscribed(), Optional.of((route, id) -> {
            if (id.equals(sister)) {
                throw new IllegalStateException("no link");
            }
            return URI.create("https://heed.example.org/unsubscribe/" + id);
        }));
        MailReceiver receiver = receiver(out, "sister@example.org", "deputy@example.org");

        // When // Then
        assertThatThrownBy(() -> receiver.deliver(MESSAGE)).isInstanceOf(IllegalStateException.class);
        assertThat(taken).containsExactly("deputy@example.org " + messageId());
    }

    private MailReceiver drawing(Function<DropChart, byte[]> pen) {
        var server = new MailServer("127.0.0.1", port, MailServer.Security.NONE, Optional.empty(), "heed@example.org");
        return new MailReceiver(server, List.of("sister@example.org", "deputy@example.org"), WayOut.none(), CLOCK, pen);
    }

    private static MimeMultipart parts(Object content) {
        return (MimeMultipart) content;
    }

    private static MimeMessage read(String mail) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    private static Unsubscription stopped(String route, String address) {
        return new Unsubscription(Unsubscribed.id(route, address), route, Sample.NOON);
    }

    private static String messageId() {
        return "Message-ID: <" + MESSAGE.id() + "@example.org>";
    }

    private MailReceiver receiver(String... addresses) {
        return receiver(WayOut.none(), addresses);
    }

    private MailReceiver receiver(WayOut out, String... addresses) {
        var server = new MailServer("127.0.0.1", port, MailServer.Security.NONE, Optional.empty(), "heed@example.org");
        return new MailReceiver(server, List.of(addresses), out, CLOCK);
    }
}
