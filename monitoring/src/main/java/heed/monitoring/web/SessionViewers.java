package heed.monitoring.web;

import heed.monitoring.access.Sessions;
import heed.monitoring.access.SignedIn;
import heed.monitoring.readmodel.Viewer;
import heed.schemas.Drop;
import heed.schemas.access.Right;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Answers each request for whoever is signed in with the browser that sends it. */
public final class SessionViewers implements Viewers {

    /** Sent by our own script where it renews a page that nobody may be looking at. */
    private static final String BY_ITSELF = "Heed-By-Itself";

    private final Sessions sessions;

    /** Takes what knows browsers again. */
    public SessionViewers(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Viewer of(Context request) {
        return person(request)
                .map(who -> who.rights().map(Viewer::of).orElse(WITHOUT_RIGHTS))
                .orElseGet(Viewer::nobody);
    }

    @Override
    public Optional<SignedIn> person(Context request) {
        return SessionCookie.of(request).flatMap(sessions::of);
    }

    @Override
    public Optional<List<String>> whoSee(Drop drop) {
        return Optional.of(sessions.people(rights -> rights.may(Right.FIGURES)
                && rights.sees(drop.getHospital(), drop.getUnit())
                && rights.isTold(drop.getAudience())));
    }

    @Override
    public void used(Context request) {
        if (!isByItself(request)) {
            person(request).ifPresent(sessions::touch);
        }
    }

    /** Tells whether a page that is open asks, and not a person. */
    static boolean isByItself(Context request) {
        return request.header(BY_ITSELF) != null || request.path().equals(EventStreams.PATH);
    }
}
