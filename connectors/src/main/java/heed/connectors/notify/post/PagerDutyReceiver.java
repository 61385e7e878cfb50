package heed.connectors.notify.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import heed.connectors.notify.Message;
import heed.connectors.notify.Notice;
import heed.connectors.notify.NoticeKind;
import heed.connectors.notify.NoticeTurn;
import heed.connectors.notify.Receiver;
import heed.schemas.Severity;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * Tells PagerDuty, Events API version 2. An incident is known by its {@code dedup_key}, so what gets worse or is told
 * again is the same one, and what ends resolves it.
 */
public final class PagerDutyReceiver implements Receiver {

    /** Where PagerDuty takes events. */
    public static final URI EVENTS = URI.create("https://events.pagerduty.com/v2/enqueue");

    private static final int LONGEST_SUMMARY = 1_024;

    private final URI url;
    private final String key;
    private final Posting posting;

    /** Takes the routing key of a service, which is a secret. */
    public PagerDutyReceiver(URI url, String key, Posting posting) {
        this.url = url;
        this.key = key;
        this.posting = posting;
    }

    @Override
    public void deliver(Message message) throws IOException, InterruptedException {
        Notice notice = message.first();
        ObjectNode body = Posting.object();
        body.put("routing_key", key);
        body.put("event_action", notice.turn() == NoticeTurn.ENDED ? "resolve" : "trigger");
        body.put("dedup_key", notice.about());
        body.put("client", "Heed");
        body.put("client_url", message.page().toString());
        ObjectNode payload = body.putObject("payload");
        payload.put("summary", shortened(notice.english().subject()));
        payload.put(
                "source", notice.hospitals().size() == 1 ? notice.hospitals().get(0) : "heed");
        payload.put("severity", severity(notice));
        payload.put("timestamp", notice.told().toString());
        payload.put("class", notice.kind().code());
        payload.put("group", notice.measure());
        payload.put("component", notice.unit());
        ObjectNode details = payload.putObject("custom_details");
        details.put("sentence_en", notice.english().sentence());
        details.put("sentence_cy", notice.welsh().sentence());
        ObjectNode link = body.putArray("links").addObject();
        link.put("href", message.link(notice));
        link.put("text", notice.english().subject());
        posting.post(url, Posting.bytes(body), Map.of());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SUMMARY ? text : text.substring(0, LONGEST_SUMMARY);
    }

    private static String severity(Notice notice) {
        if (notice.kind() == NoticeKind.RISE || notice.kind() == NoticeKind.THEME_RISE) {
            return "info";
        }
        Severity size = notice.severity().orElse(Severity.MODERATE);
        return switch (size) {
            case MINOR, MODERATE -> "warning";
            case MAJOR -> "error";
            case SEVERE -> "critical";
        };
    }

    @Override
    public String where() {
        return "PagerDuty at " + url.getHost();
    }
}
