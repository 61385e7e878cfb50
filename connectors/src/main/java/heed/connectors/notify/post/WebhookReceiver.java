package heed.connectors.notify.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import heed.connectors.notify.Message;
import heed.connectors.notify.Notice;
import heed.connectors.notify.Receiver;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Tells any program by a webhook that is signed as Standard Webhooks describes: {@code webhook-id} is the same for a
 * repeat, {@code webhook-timestamp} is of the attempt, {@code webhook-signature} covers both and the body.
 */
public final class WebhookReceiver implements Receiver {

    private final URI url;
    private final List<SigningKey> keys;
    private final Posting posting;
    private final Clock clock;

    /** Signs with every key, of which there are two while one takes the place of the other. */
    public WebhookReceiver(URI url, List<SigningKey> keys, Posting posting, Clock clock) {
        this.url = url;
        this.keys = List.copyOf(keys);
        this.posting = posting;
        this.clock = clock;
    }

    @Override
    public void deliver(Message message) throws IOException, InterruptedException {
        Notice notice = message.first();
        ObjectNode body = Posting.object();
        body.put("type", "heed." + notice.kind().code() + "." + notice.turn().code());
        body.put("timestamp", notice.told().toString());
        body.set("data", NoticeJson.of(message));
        byte[] bytes = Posting.bytes(body);
        Instant now = clock.instant();
        posting.post(
                url,
                bytes,
                Map.of(
                        "webhook-id", message.id(),
                        "webhook-timestamp", Long.toString(now.getEpochSecond()),
                        "webhook-signature", SigningKey.signatures(keys, message.id(), now, bytes)));
    }

    @Override
    public String where() {
        return "webhook at " + url.getHost();
    }
}
