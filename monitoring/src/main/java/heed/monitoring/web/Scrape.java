package heed.monitoring.web;

import heed.monitoring.meters.Meters;
import heed.schemas.access.Right;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Answers Prometheus, in the text format that it asks for. */
public final class Scrape implements Routes {

    static final String PATH = "/metrics";

    private static final String PLAIN = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final Meters meters;

    /** Takes what is exposed. */
    public Scrape(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::serve, Rule.of(Right.METRICS));
    }

    private void serve(Context ctx) {
        String accept = ctx.header("Accept");
        String type = accept != null && accept.contains("application/openmetrics-text") ? OPEN_METRICS : PLAIN;
        ctx.header("Cache-Control", "no-store").contentType(type).result(meters.scrape(type));
    }
}
