package heed.monitoring.web;

import heed.schemas.http.BodyReader;
import heed.schemas.http.BoundedStop;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.List;

/** Listens for readers on the network that its settings name, and gives each address to whoever owns it. */
public final class WebServer implements AutoCloseable {

    private final PageSettings settings;
    private final List<Endpoints> endpoints;
    private final List<Routes> others;
    private final BodyReader bodies;
    private final Javalin server;

    /**
     * Takes who answers; nothing listens before {@link #start}.
     *
     * @param endpoints of several that own an address the first answers; the last owns all
     * @param others what answers in the same form to everybody
     * @param bodies reads what requests bring along
     */
    public WebServer(PageSettings settings, List<Endpoints> endpoints, List<Routes> others, BodyReader bodies) {
        this.settings = settings;
        this.endpoints = List.copyOf(endpoints);
        this.others = List.copyOf(others);
        this.bodies = bodies;
        this.server = Javalin.create(this::configure);
    }

    /** Starts to listen and returns the port. */
    public int start() {
        return server.start(settings.host(), settings.port()).port();
    }

    @Override
    public void close() {
        BoundedStop.of("page", server::stop);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = 1024;
        config.http.prefer405over404 = true;
        config.routes.before(SecurityHeaders::add);
        config.routes.before(new OwnName(settings, this::owner)::check);
        config.routes.before(new BodyReceiver(bodies)::receive);
        others.forEach(each -> each.addTo(config.routes));
        config.routes.exception(MethodNotAllowedResponse.class, (refusal, ctx) -> {
            String allowed = String.join(", ", refusal.getDetails().values());
            ctx.status(refusal.getStatus()).header("Allow", allowed);
            owner(ctx).answerOtherMethod(ctx, allowed);
        });
        config.routes.error(404, ctx -> owner(ctx).answerNotFound(ctx));
        endpoints.forEach(each -> each.addTo(config.routes));
    }

    private Endpoints owner(Context ctx) {
        return endpoints.stream()
                .filter(each -> each.owns(ctx.path()))
                .findFirst()
                .orElseThrow();
    }
}
