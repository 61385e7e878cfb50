package heed.app.server;

import heed.app.form.KeyFile;
import heed.monitoring.access.Sealing;
import heed.monitoring.page.access.UnsubscribeRoutes;
import heed.schemas.name.Codes;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Makes the links by which mails are stopped, and reads them. What stands in one is sealed: nobody can make another,
 * nor tell from it whose mails it stops.
 */
final class MailLinks {

    /** The name of its key in the data directory. */
    static final String KEY = "mail.key";

    private static final String VERSION = "1";
    private static final int PARTS = 3;

    private final Sealing sealing;
    private final URI page;

    private MailLinks(Sealing sealing, URI page) {
        this.sealing = sealing;
        this.page = page;
    }

    /** What a link stops: the mails of a route that are known by an id. */
    record Stopped(String route, String id) {}

    /** Returns those of the page that people reach at {@code page}, by the key of a data directory. */
    static MailLinks of(Path data, URI page, SecureRandom random) {
        byte[] key = KeyFile.key(data, KEY, "links by which mails are stopped", random);
        return new MailLinks(new Sealing("unsubscribe", HexFormat.of().formatHex(key), random), page);
    }

    /** Returns the address that stops the mails. */
    URI of(String route, String id) {
        return page.resolve(UnsubscribeRoutes.PATH + sealing.seal(String.join("|", VERSION, route, id)));
    }

    /** Returns what a link stops; nothing where it is none of ours. */
    Optional<Stopped> read(String link) {
        return sealing.open(link)
                .map(text -> text.split("\\|", -1))
                .filter(parts -> parts.length == PARTS && parts[0].equals(VERSION) && Codes.isCode(parts[1]))
                .map(parts -> new Stopped(parts[1], parts[2]));
    }
}
