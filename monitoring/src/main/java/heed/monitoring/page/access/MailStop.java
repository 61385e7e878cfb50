package heed.monitoring.page.access;

import java.util.Optional;

/** Stops mails to an address by a link that stands in them. Threads may share it. */
public interface MailStop {

    /** Returns whose mails a link stops, the name of a route; nothing where it is none of ours. */
    Optional<String> route(String link);

    /** Stops the mails that a link of ours is for; returns whether that is kept, or may be asked again. */
    boolean stop(String link) throws InterruptedException;
}
