package heed.monitoring.web;

import heed.monitoring.access.SignedIn;
import heed.monitoring.readmodel.Viewer;
import heed.schemas.Drop;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Says for whom each request is answered. Whoever makes the server gives it one. */
@FunctionalInterface
public interface Viewers {

    /** Returns the viewer of a request, who is asked for again with the next, and as long as an event stream lasts. */
    Viewer of(Context request);

    /** Returns who sends a request, where people have to say who they are and somebody has. */
    default Optional<SignedIn> person(Context request) {
        return Optional.empty();
    }

    /** Returns how others read of those who may see a drop; nothing where nobody has to say who they are. */
    default Optional<List<String>> whoSee(Drop drop) {
        return Optional.empty();
    }

    /** Notes that somebody asks for what they may have. */
    default void used(Context request) {
        // Nobody is told apart.
    }

    /** Returns what lets every request see every hospital: for an address that only this machine reaches. */
    static Viewers everything() {
        return request -> Viewer.everything();
    }
}
