package heed.monitoring.web;

import heed.schemas.http.BodyReader;
import heed.schemas.http.BoundedStop;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Listens for readers on the network that its settings name, and gives each address to whoever owns it. */
public final class WebServer implements AutoCloseable {

    /** Threads beside those of event streams, each of which keeps one. */
    private static final int OTHER_THREADS = 50;

    private final PageSettings settings;
    private final List<Endpoints> endpoints;
    private final List<Routes> others;
    private final BodyReader bodies;
    private final Guard guard;
    private final Javalin server;
    private final List<Guard.Guarded> guarded;

    /**
     * Takes who answers; nothing listens before {@link #start}.
     *
     * @param endpoints of several that own an address the first answers; the last owns all
     * @param others what answers in the same form to everybody
     * @param bodies reads what requests bring along
     * @param models knows what whoever asks may see and do
     * @throws IllegalStateException where an address has no rule of who may use it
     */
    public WebServer(
            PageSettings settings,
            List<Endpoints> endpoints,
            List<Routes> others,
            BodyReader bodies,
            ViewedModels models) {
        this.settings = settings;
        this.endpoints = List.copyOf(endpoints);
        this.others = List.copyOf(others);
        this.bodies = bodies;
        this.guard = new Guard(models, this::owner, this::guarded);
        this.server = Javalin.create(this::configure);
        this.guarded = Guard.all(server.unsafe.internalRouter);
    }

    /** Returns every address that is answered, and who may use it. */
    public List<Guard.Guarded> guarded() {
        return guarded;
    }

    /** Starts to listen and returns the port. */
    public int start() {
        return server.start().port();
    }

    @Override
    public void close() {
        BoundedStop.of("page", server::stop);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.threadPool = new QueuedThreadPool(settings.maximumStreams() + OTHER_THREADS);
        settings.reach().listen(config, settings.host(), settings.port());
        config.http.maxRequestSize = 1024;
        config.http.prefer405over404 = true;
        // What an address is, and so what the audit keeps of it, is decided by how it is written.
        config.router.ignoreTrailingSlashes = false;
        config.routes.before(SecurityHeaders::add);
        config.routes.before(new OwnName(settings, this::owner)::check);
        config.routes.before(new BodyReceiver(bodies)::receive);
        config.routes.beforeMatched(guard::check);
        others.forEach(each -> each.addTo(config.routes));
        config.routes.exception(MethodNotAllowedResponse.class, (refusal, ctx) -> guard.answerOtherMethod(ctx));
        config.routes.error(404, guard::foundNothing);
        endpoints.forEach(each -> each.addTo(config.routes));
    }

    private Endpoints owner(Context ctx) {
        return endpoints.stream()
                .filter(each -> each.owns(ctx.path()))
                .findFirst()
                .orElseThrow();
    }
}
