package heed.monitoring.web;

import heed.monitoring.readmodel.Viewer;
import io.javalin.http.Context;

/** Says for whom each request is answered. Whoever makes the server gives it one. */
@FunctionalInterface
public interface Viewers {

    /**
     * Returns the viewer of a request, who is asked for again with the next; of an event stream's, for as long as it
     * lasts.
     */
    Viewer of(Context request);

    /** Returns what lets every request see every hospital: for an address that only this machine reaches. */
    static Viewers everything() {
        return request -> Viewer.everything();
    }
}
