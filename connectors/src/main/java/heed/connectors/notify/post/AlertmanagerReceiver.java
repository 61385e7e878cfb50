package heed.connectors.notify.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import heed.connectors.notify.Message;
import heed.connectors.notify.Notice;
import heed.connectors.notify.NoticeTurn;
import heed.connectors.notify.Receiver;
import heed.schemas.sentence.English;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells Alertmanager, API version 2. An alert is known by its labels, so what gets worse or is told again is the same
 * one, and what ends ends it. It is told once and holds for a week, where Prometheus would say it again and again.
 */
public final class AlertmanagerReceiver implements Receiver {

    private static final Duration HOLDS = Duration.ofDays(7);

    private final URI alerts;
    private final Posting posting;
    private final Clock clock;

    /** Takes where Alertmanager is. */
    public AlertmanagerReceiver(URI url, Posting posting, Clock clock) {
        this.alerts = URI.create(url.toString().replaceAll("/+$", "") + "/api/v2/alerts");
        this.posting = posting;
        this.clock = clock;
    }

    @Override
    public void deliver(Message message) throws IOException, InterruptedException {
        Notice notice = message.first();
        Instant now = clock.instant();
        ObjectNode alert = Posting.object();
        alert.put("startsAt", (notice.since().isBefore(now) ? notice.since() : now).toString());
        alert.put("endsAt", (notice.turn() == NoticeTurn.ENDED ? now : now.plus(HOLDS)).toString());
        alert.put("generatorURL", message.link(notice));
        ObjectNode labels = alert.putObject("labels");
        labels.put("alertname", notice.kind().alert());
        labels.put("heed_id", notice.about());
        if (notice.hospitals().size() == 1) {
            labels.put("hospital", notice.hospitals().get(0));
        }
        put(labels, "unit", notice.unit());
        put(labels, "measure", notice.measure());
        ObjectNode annotations = alert.putObject("annotations");
        annotations.put("summary", notice.english().subject());
        annotations.put("description", notice.english().sentence());
        annotations.put("description_cy", notice.welsh().sentence());
        notice.severity().ifPresent(size -> annotations.put("size", English.severity(size)));
        posting.post(alerts, Posting.bytes(Posting.list(alert)), Map.of());
    }

    private static void put(ObjectNode labels, String name, @Nullable String value) {
        if (value != null) {
            labels.put(name, value);
        }
    }

    @Override
    public String where() {
        return "Alertmanager at " + alerts.getHost();
    }
}
