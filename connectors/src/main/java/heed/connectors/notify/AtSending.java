package heed.connectors.notify;

import heed.schemas.Drop;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds to a message how the drops that it tells of stand by now. It holds nothing back: what fails is left out. */
final class AtSending {

    private static final Logger LOG = LoggerFactory.getLogger(AtSending.class);

    private final Stands stands;
    private final NoticeRoute route;

    AtSending(Stands stands, NoticeRoute route) {
        this.stands = stands;
        this.route = route;
    }

    /** Returns the same message, under the same id, with what is so now. */
    Message of(Message message) {
        return new Message(
                message.kind(),
                message.id(),
                message.route(),
                message.notices().stream().map(this::of).toList(),
                message.page());
    }

    private Notice of(Notice notice) {
        return notice.drop().flatMap(this::said).map(notice::saying).orElse(notice);
    }

    private Optional<Stands.Said> said(Drop drop) {
        try {
            return stands.of(drop, route);
        } catch (RuntimeException e) {
            LOG.warn(
                    "how a drop stands is left out route={} cause={}",
                    route.name(),
                    e.getClass().getName());
            return Optional.empty();
        }
    }
}
