package heed.connectors.notify;

import heed.schemas.Drop;
import java.util.Optional;

/**
 * Says how a drop stands as a message of it is sent: what its record says is of the moment of an alarm, and a message
 * may wait for a receiver, for hours or for a digest.
 */
@FunctionalInterface
public interface Stands {

    /** Where nothing is known beside the records. */
    Stands UNKNOWN = (drop, route) -> Optional.empty();

    /**
     * Returns what is to be said after the sentence of a drop's record.
     *
     * @param drop as the route's readers may know it
     * @return nothing where these are told nothing more
     */
    Optional<Said> of(Drop drop, NoticeRoute route);

    /** The same in English and in Welsh. */
    record Said(String english, String welsh) {}
}
