package heed.connectors.notify.mail;

import heed.connectors.notify.DropChart;
import heed.connectors.notify.Message;
import heed.connectors.notify.Notice;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures of one mail: of the first {@link #MOST} drops that it tells of, so that no digest grows too large. */
final class MailPictures {

    private static final int MOST = 10;

    private static final Logger LOG = LoggerFactory.getLogger(MailPictures.class);

    /** What the HTML of the same mail calls each picture, by its notice. */
    private final Map<String, String> ids = new LinkedHashMap<>();

    /** Each picture by its id. */
    private final Map<String, byte[]> drawn = new LinkedHashMap<>();

    private int undrawn;

    private MailPictures() {}

    /** Draws those of a message; their ids are the same in a repeat. */
    static MailPictures of(Message message, String domain) {
        return of(message, domain, DropPicture::png);
    }

    /** Draws them by {@code pen}: a drop whose chart it fails to draw is told in words. */
    static MailPictures of(Message message, String domain, Function<DropChart, byte[]> pen) {
        MailPictures pictures = new MailPictures();
        for (Notice notice : message.notices()) {
            Optional<byte[]> png = pictures.drawn.size() < MOST
                    ? notice.chart().flatMap(each -> pictures.drawn(each, pen))
                    : Optional.empty();
            if (png.isPresent()) {
                String id = "chart-" + pictures.drawn.size() + "." + message.id() + "@" + domain;
                pictures.ids.put(notice.key(), id);
                pictures.drawn.put(id, png.get());
            }
        }
        return pictures;
    }

    private static MimeBodyPart part(String id, byte[] png) throws MessagingException {
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", "image/png");
        headers.setHeader("Content-Transfer-Encoding", "base64");
        headers.setHeader("Content-ID", "<" + id + ">");
        headers.setHeader("Content-Disposition", Part.INLINE);
        return new MimeBodyPart(headers, Base64.getMimeEncoder().encode(png));
    }

    /**
     * Returns a picture; nothing where this Java is one that cannot draw, or it fails in whatever way, so that the mail
     * goes in words alone.
     */
    private Optional<byte[]> drawn(DropChart chart, Function<DropChart, byte[]> pen) {
        try {
            return Optional.of(pen.apply(chart));
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            undrawn++;
            LOG.warn(
                    "chart not drawn, its drop is told in words alone cause={}",
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    /** Returns those of a mail that has none. */
    static MailPictures none() {
        return new MailPictures();
    }

    /** Returns what the picture of a notice is called. */
    Optional<String> id(Notice notice) {
        return Optional.ofNullable(ids.get(notice.key()));
    }

    /** Returns how many charts could not be drawn. */
    int undrawn() {
        return undrawn;
    }

    /** Returns them as parts that the HTML of one mail refers to. */
    List<MimeBodyPart> parts() throws MessagingException {
        List<MimeBodyPart> parts = new ArrayList<>();
        for (Map.Entry<String, byte[]> each : drawn.entrySet()) {
            parts.add(part(each.getKey(), each.getValue()));
        }
        return parts;
    }
}
