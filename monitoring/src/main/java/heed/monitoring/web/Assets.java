package heed.monitoring.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Serves the page's own style, script and mark; nothing else of the class path can be asked for. */
public final class Assets implements Routes {

    private static final Map<String, String> TYPES = Map.of(
            "heed.css", "text/css; charset=utf-8",
            "chart.js", "text/javascript; charset=utf-8",
            "heed.js", "text/javascript; charset=utf-8",
            "save.js", "text/javascript; charset=utf-8",
            "heed.svg", "image/svg+xml");

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/assets/{name}", Assets::serve, Rule.anybody());
    }

    private static void serve(Context ctx) throws IOException {
        String name = ctx.pathParam("name");
        String type = TYPES.get(name);
        if (type == null) {
            ctx.status(HttpStatus.NOT_FOUND);
            return;
        }
        try (InputStream in = Assets.class.getResourceAsStream("/heed/monitoring/page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the resource " + name);
            }
            ctx.header("Cache-Control", "no-cache").contentType(type).result(in.readAllBytes());
        }
    }
}
