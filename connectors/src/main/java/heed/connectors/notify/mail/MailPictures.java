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

/** The pictures of one mail: of the first {@link #MOST} drops that it tells of, so that no digest grows too large. */
final class MailPictures {

    private static final int MOST = 10;

    /** What the HTML of the same mail calls each picture, by its notice. */
    private final Map<String, String> ids = new LinkedHashMap<>();

    private final List<MimeBodyPart> parts = new ArrayList<>();

    private MailPictures() {}

    /** Draws those of a message; their ids are the same in a repeat. */
    static MailPictures of(Message message, String domain) throws MessagingException {
        MailPictures pictures = new MailPictures();
        for (Notice notice : message.notices()) {
            Optional<byte[]> png =
                    pictures.parts.size() < MOST ? notice.chart().flatMap(MailPictures::drawn) : Optional.empty();
            if (png.isPresent()) {
                String id = "chart-" + pictures.parts.size() + "." + message.id() + "@" + domain;
                pictures.ids.put(notice.key(), id);
                pictures.parts.add(part(id, png.get()));
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

    /** Returns a picture; nothing where this Java is one that cannot draw, so that the mail goes in words alone. */
    private static Optional<byte[]> drawn(DropChart chart) {
        try {
            return Optional.of(DropPicture.png(chart));
        } catch (LinkageError e) {
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

    /** Returns them as parts that the HTML refers to. */
    List<MimeBodyPart> parts() {
        return parts;
    }
}
