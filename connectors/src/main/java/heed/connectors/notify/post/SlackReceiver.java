package heed.connectors.notify.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import heed.connectors.notify.Message;
import heed.connectors.notify.Notice;
import heed.connectors.notify.Receiver;
import heed.schemas.sentence.Subjects;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Tells a channel of Slack by an incoming webhook. Slack knows no ids: a repeat stands there twice. */
public final class SlackReceiver implements Receiver {

    private final URI url;
    private final Posting posting;

    /** Takes the webhook's address, which is a secret. */
    public SlackReceiver(URI url, Posting posting) {
        this.url = url;
        this.posting = posting;
    }

    @Override
    public void deliver(Message message) throws IOException, InterruptedException {
        Notice notice = message.first();
        ObjectNode body = Posting.object();
        body.put(
                "text",
                "*" + escaped(notice.english().subject()) + "*\n"
                        + escaped(notice.english().sentence()) + "\n\n"
                        + escaped(notice.welsh().sentence()) + "\n<" + message.link(notice) + "|"
                        + Subjects.more() + ">");
        posting.post(url, Posting.bytes(body), Map.of());
    }

    /** Slack gives these three a meaning: with them somebody's name could call a whole channel. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String where() {
        return "Slack at " + url.getHost();
    }
}
