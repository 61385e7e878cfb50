package heed.monitoring.web;

import io.javalin.config.RoutesConfig;

/** Answers at addresses of its own. */
public interface Routes {

    /** Adds its addresses to those of the server. */
    void addTo(RoutesConfig routes);
}
