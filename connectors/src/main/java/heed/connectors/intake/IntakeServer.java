package heed.connectors.intake;

import heed.schemas.http.BoundedStop;
import heed.schemas.http.KnownHosts;
import heed.schemas.listen.AskedHosts;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the intake over HTTP, on the loopback address unless told otherwise. */
public final class IntakeServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeServer.class);
    private static final String PATH = IntakeRoutes.FEEDBACK;
    /** Of one body. */
    static final int MOST_BYTES = 1024 * 1024;

    private final Javalin server;
    private final String scheme;
    private final String host;

    private IntakeServer(Javalin server, String scheme, String host) {
        this.server = server;
        this.scheme = scheme;
        this.host = host;
    }

    /** Starts to listen. */
    public static IntakeServer start(IntakeConfig config, IntakeParts parts) {
        var routes = new IntakeRoutes(config, parts);
        IntakeObserver observer = parts.observer();
        var hosts = new KnownHosts(config.host(), config.names());
        Javalin server = Javalin.create(javalin -> {
            quiet(javalin);
            config.reach().listen(javalin, config.host(), config.port());
            javalin.routes.before(ctx -> refuseOtherNames(ctx, hosts, observer));
            routes.addTo(javalin.routes);
            javalin.routes.exception(
                    RefusedRequestException.class,
                    (refused, ctx) -> HttpReplies.refused(ctx, observer, refused.refusal()));
            javalin.routes.exception(HttpResponseException.class, (refusal, ctx) -> refuse(ctx, observer, refusal));
            javalin.routes.exception(Exception.class, (failure, ctx) -> {
                logWithoutMessage(failure);
                HttpReplies.refused(ctx, observer, failed(500));
            });
        });
        return new IntakeServer(server.start(), config.reach().scheme(), config.host());
    }

    /** A page elsewhere whose name is made to lead here could make a browser invent feedback. */
    private static void refuseOtherNames(Context ctx, KnownHosts hosts, IntakeObserver observer) {
        AskedHosts.of(ctx.req()).stream()
                .filter(host -> !hosts.knows(host))
                .findFirst()
                .ifPresent(host -> {
                    ctx.skipRemainingHandlers();
                    HttpReplies.refused(ctx, observer, Refusal.notThisName(host));
                });
    }

    /** A message may quote what was submitted, so only the kind and place of a failure are logged. */
    private static void logWithoutMessage(Exception failure) {
        LOG.error(
                "request failed path={} failure={} at={}",
                PATH,
                failure.getClass().getName(),
                Arrays.stream(failure.getStackTrace()).limit(5).toList());
    }

    private static void quiet(JavalinConfig javalin) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.http.prefer405over404 = true;
    }

    private static void refuse(Context ctx, IntakeObserver observer, HttpResponseException refusal) {
        String where = FhirReplies.isAskedIn(ctx)
                ? "QuestionnaireResponses go to POST " + FhirReplies.RESPONSES + ", Bundles of them to POST "
                        + FhirReplies.BASE + "; GET " + FhirReplies.METADATA + " says what there is."
                : "Feedback goes to POST " + PATH + "; GET " + IntakeRoutes.DESCRIPTION + " says what there is.";
        switch (refusal.getStatus()) {
            case 404 -> HttpReplies.refused(ctx, observer, Refusal.of(404, "No such path", where));
            case 405 -> {
                ctx.header("Allow", refusal.getDetails().getOrDefault("availableMethods", "POST"));
                HttpReplies.refused(ctx, observer, Refusal.of(405, "No such method here", where));
            }
            default -> HttpReplies.refused(ctx, observer, failed(refusal.getStatus()));
        }
    }

    private static Refusal failed(int status) {
        return Refusal.of(
                status,
                "The request failed",
                "It is not certain what was recorded. What is sent again with the same feedback_id counts once.");
    }

    /** Returns the port that it listens on: of use where the setting was 0. */
    public int port() {
        return server.port();
    }

    /** Returns the address to send feedback to. */
    public String url() {
        return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + PATH;
    }

    /** Stops listening. Requests that are in work are cut off: their clients send them again. */
    @Override
    public void close() {
        BoundedStop.of("intake", server::stop);
    }
}
