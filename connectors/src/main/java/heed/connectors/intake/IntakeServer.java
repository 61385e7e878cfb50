package heed.connectors.intake;

import heed.connectors.FeedbackWriter;
import heed.connectors.submission.SubmissionReader;
import heed.schemas.http.BodyReader;
import heed.schemas.http.BoundedStop;
import heed.schemas.http.ClientShares;
import heed.schemas.http.KnownHosts;
import heed.schemas.listen.AskedHosts;
import heed.schemas.program.Programs;
import heed.schemas.questionnaire.Questionnaires;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the intake over HTTP, on the loopback address unless told otherwise. */
public final class IntakeServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeServer.class);
    private static final String PATH = "/feedback";
    /** Of one body. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final Duration LONGEST_BODY = Duration.ofSeconds(30);

    private final Javalin server;
    private final String scheme;
    private final String host;

    private IntakeServer(Javalin server, String scheme, String host) {
        this.server = server;
        this.scheme = scheme;
        this.host = host;
    }

    /**
     * Starts to listen.
     *
     * @param clock what {@code given_at} is judged by, and the source of arrival times
     * @param newIds makes the {@code feedback_id} of a submission that has none
     * @param hospitals tells by their codes which hospitals may send
     * @param programs knows the keys of senders; nothing where nobody is asked for one
     */
    public static IntakeServer start(
            IntakeConfig config,
            Questionnaires questionnaires,
            FeedbackWriter writer,
            IntakeObserver observer,
            Clock clock,
            Supplier<UUID> newIds,
            Predicate<String> hospitals,
            Optional<Programs> programs) {
        var endpoint = new FeedbackEndpoint(
                new ClientBuckets(config.clientRate(), config.clientBurst(), clock),
                ClientShares.halfEach(config.maxInFlight()),
                new Gate(programs),
                new BodyReader(MOST_BYTES, LONGEST_BODY, config.maxInFlight()),
                new FeedbackParser(new SubmissionReader(questionnaires, config.lateness(), newIds, hospitals)),
                new Recorder(writer, config.ackTimeout()),
                observer,
                clock);
        var hosts = new KnownHosts(config.host(), config.names());
        Javalin server = Javalin.create(javalin -> {
            quiet(javalin);
            config.reach().listen(javalin, config.host(), config.port());
            javalin.routes.before(ctx -> refuseOtherNames(ctx, hosts, observer));
            javalin.routes.post(PATH, endpoint);
            javalin.routes.exception(
                    HttpResponseException.class, (refusal, ctx) -> refuse(ctx, observer, refusal.getStatus()));
            javalin.routes.exception(Exception.class, (failure, ctx) -> {
                logWithoutMessage(failure);
                refuse(ctx, observer, 500);
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
                    observer.refused(421);
                    HttpReplies.refused(ctx, Refusal.notThisName(host));
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

    private static void refuse(Context ctx, IntakeObserver observer, int status) {
        observer.refused(status);
        switch (status) {
            case 404 ->
                HttpReplies.refused(ctx, Refusal.of(404, "No such path", "Feedback goes to POST " + PATH + "."));
            case 405 -> {
                ctx.header("Allow", "POST");
                HttpReplies.refused(ctx, Refusal.of(405, "No such method here", "Feedback goes to POST " + PATH + "."));
            }
            default ->
                HttpReplies.refused(
                        ctx,
                        Refusal.of(
                                status,
                                "The request failed",
                                "It is not certain what was recorded. What is sent again with the same feedback_id counts once."));
        }
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
