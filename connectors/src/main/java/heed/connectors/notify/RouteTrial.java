package heed.connectors.notify;

import heed.schemas.sentence.Subjects;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the message that a route is tried with: it tells of nothing, and says so. */
public final class RouteTrial {

    private static final String NAME = "trial";

    private RouteTrial() {}

    /** Returns the message of a try at {@code now}. */
    public static Message of(String route, Instant now, URI page) {
        var notice = new Notice(
                NoticeKind.TRIAL,
                NoticeTurn.OPENED,
                NAME + "-" + route,
                Long.toString(now.toEpochMilli()),
                List.of(),
                null,
                null,
                Optional.empty(),
                now,
                now,
                now,
                new Notice.Words("Heed: " + NAME, Subjects.trial(route)),
                new Notice.Words("Heed: prawf", Subjects.trialWelsh(route)),
                "/",
                Optional.empty(),
                Optional.empty());
        return Message.of(route, List.of(notice), page);
    }
}
