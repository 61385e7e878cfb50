package heed.monitoring.web;

import heed.monitoring.access.SignedIn;
import heed.monitoring.readmodel.Viewer;
import heed.schemas.AuditKind;
import heed.schemas.Drop;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says for whom each request is answered. Whoever makes the server gives it one. */
@FunctionalInterface
public interface Viewers {

    /** Is somebody, and may nothing. */
    Viewer WITHOUT_RIGHTS = Viewer.withoutRights();

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

    /** Returns by which name an audit knows whoever sends a request; nothing where they are not known. */
    default Optional<String> who(Context request) {
        return person(request).map(person -> person.account().getName());
    }

    /** Notes that whoever is known asked for an address. */
    default void note(AuditKind kind, Context request, AskedAddress address) {
        // Nobody keeps account of it.
    }

    /** Notes that somebody signed in or out, or tried to: {@code who} is one that there is. */
    default void note(AuditKind kind, Context request, Optional<String> who) {
        // Nobody keeps account of it.
    }

    /** Notes that whoever is known changed an account or a key. */
    default void noteChange(AuditKind kind, Context request, String about) {
        // Nobody keeps account of it.
    }

    /** Counts a request, or returns how long whoever sends it has to wait before it is answered. */
    default Duration pause(Context request) {
        return Duration.ZERO;
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
