package heed.connectors.notify.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import heed.connectors.notify.Message;
import heed.connectors.notify.Notice;
import heed.schemas.sentence.English;

/** Writes a notice as JSON, as docs/notify.md describes it. */
final class NoticeJson {

    private NoticeJson() {}

    /** Returns the fields of a message's first notice. */
    static ObjectNode of(Message message) {
        Notice notice = message.first();
        ObjectNode data = Posting.object();
        data.put("id", notice.about());
        data.put("kind", notice.kind().code());
        data.put("turn", notice.turn().code());
        data.put("state", notice.state());
        if (notice.hospitals().size() == 1) {
            data.put("hospital", notice.hospitals().get(0));
        }
        data.put("unit", notice.unit());
        data.put("measure", notice.measure());
        data.put("severity", notice.severity().map(English::severity).orElse(null));
        data.put("since", notice.since().toString());
        data.put("subject_en", notice.english().subject());
        data.put("sentence_en", notice.english().sentence());
        data.put("subject_cy", notice.welsh().subject());
        data.put("sentence_cy", notice.welsh().sentence());
        data.put("link", message.link(notice));
        data.put("route", message.route());
        return data;
    }
}
