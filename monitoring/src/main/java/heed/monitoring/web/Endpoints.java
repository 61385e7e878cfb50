package heed.monitoring.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Answers at addresses of its own beside the pages, its own errors among them. */
public interface Endpoints {

    /** Adds its addresses to those of the server. */
    void addTo(RoutesConfig routes);

    /** Tells whether whatever is asked for at {@code path} is answered by it. */
    boolean owns(String path);

    /** Tells, in its own form, why a request that it owns gets no answer. */
    void refuse(Context ctx, HttpStatus status, String words);
}
