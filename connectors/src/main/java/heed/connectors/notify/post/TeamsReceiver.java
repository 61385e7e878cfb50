package heed.connectors.notify.post;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import heed.connectors.notify.Message;
import heed.connectors.notify.Notice;
import heed.connectors.notify.Receiver;
import heed.schemas.sentence.Subjects;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * Tells a channel of Microsoft Teams by a workflow's webhook, as an adaptive card. Teams knows no ids: a repeat stands
 * there twice.
 */
public final class TeamsReceiver implements Receiver {

    private final URI url;
    private final Posting posting;

    /** Takes the webhook's address, which is a secret. */
    public TeamsReceiver(URI url, Posting posting) {
        this.url = url;
        this.posting = posting;
    }

    @Override
    public void deliver(Message message) throws IOException, InterruptedException {
        Notice notice = message.first();
        ObjectNode card = Posting.object();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.2");
        ArrayNode lines = card.putArray("body");
        line(lines, notice.english().subject()).put("weight", "Bolder");
        line(lines, notice.english().sentence());
        line(lines, notice.welsh().sentence());
        ObjectNode more = card.putArray("actions").addObject();
        more.put("type", "Action.OpenUrl");
        more.put("title", Subjects.more());
        more.put("url", message.link(notice));
        ObjectNode body = Posting.object();
        body.put("type", "message");
        ObjectNode attached = body.putArray("attachments").addObject();
        attached.put("contentType", "application/vnd.microsoft.card.adaptive");
        attached.set("content", card);
        posting.post(url, Posting.bytes(body), Map.of());
    }

    private static ObjectNode line(ArrayNode lines, String text) {
        ObjectNode line = lines.addObject();
        line.put("type", "TextBlock");
        line.put("text", text);
        line.put("wrap", true);
        return line;
    }

    @Override
    public String where() {
        return "Teams at " + url.getHost();
    }
}
