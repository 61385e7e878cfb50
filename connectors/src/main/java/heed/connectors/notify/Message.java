package heed.connectors.notify;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one delivery brings: a notice, or the notices of a digest.
 *
 * @param id name-based UUID of the route and what is told, so that a repeat is known by it
 * @param notices at least one, the oldest first
 * @param page the page's address that links begin with
 */
public record Message(Kind kind, String id, String route, List<Notice> notices, URI page) {

    /** What a delivery is to who gets it. */
    enum Kind {
        /** Something is told as it comes. */
        NOTICE,
        /** All that came since the last one is told together. */
        DIGEST
    }

    public Message {
        notices = List.copyOf(notices);
        if (notices.isEmpty()) {
            throw new IllegalArgumentException("a message tells of something");
        }
    }

    /** Returns the message of a route that tells of {@code notices}. */
    public static Message of(String route, List<Notice> notices, URI page) {
        return of(Kind.NOTICE, route, notices, page);
    }

    /** Returns the digest of a route, which tells of {@code notices} and leads to reports. */
    public static Message digest(String route, List<Notice> notices, URI page) {
        return of(Kind.DIGEST, route, notices, page);
    }

    private static Message of(Kind kind, String route, List<Notice> notices, URI page) {
        String told = notices.stream().map(Notice::key).sorted().collect(Collectors.joining("\n"));
        byte[] name = (route + "\n" + told).getBytes(StandardCharsets.UTF_8);
        return new Message(kind, UUID.nameUUIDFromBytes(name).toString(), route, notices, page);
    }

    /** Returns the notice that came first. */
    public Notice first() {
        return notices.get(0);
    }

    /** Returns the reports of the hospitals that a digest tells of; none of what is told as it comes. */
    public List<DigestReport> reports() {
        return kind == Kind.DIGEST ? DigestReport.of(this) : List.of();
    }

    /** Returns when what it tells of last came about. */
    public Instant asOf() {
        return notices.stream().map(Notice::asOf).max(Instant::compareTo).orElseThrow();
    }

    /** Returns where the page tells more of a notice. */
    public String link(Notice notice) {
        return page.resolve(notice.path()).toString();
    }
}
