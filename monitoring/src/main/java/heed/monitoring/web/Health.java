package heed.monitoring.web;

import heed.monitoring.pipeline.PipelineParts;
import heed.monitoring.pipeline.PipelineStatus;
import heed.schemas.reader.ReaderStatus;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Answers whoever keeps the process running. Live fails only where nothing but a new start helps; ready fails, with
 * reasons, while the figures cannot be relied on to be fresh, and is degraded, with reasons, while something is away
 * that they can do without for a while.
 */
public final class Health implements Routes {

    static final String LIVE = "/health/live";
    static final String READY = "/health/ready";

    private final PipelineStatus pipeline;
    private final PipelineParts parts;
    private final Supplier<ReaderStatus> reader;
    private final Clock clock;

    /** Takes what is asked how it stands, and the wall clock. */
    public Health(PipelineStatus pipeline, PipelineParts parts, Supplier<ReaderStatus> reader, Clock clock) {
        this.pipeline = pipeline;
        this.parts = parts;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(LIVE, this::live, Rule.anybody());
        routes.get(READY, this::ready, Rule.anybody());
    }

    private void live(Context ctx) {
        PipelineStatus.Status status = pipeline.current();
        List<String> reasons = new ArrayList<>(status.dead());
        if (reader.get().phase() == ReaderStatus.Phase.ENDED) {
            reasons.add("the page's reader has ended");
        }
        answer(ctx, status, reasons, List.of());
    }

    private void ready(Context ctx) {
        PipelineStatus.Status status = pipeline.current();
        List<String> reasons = new ArrayList<>(status.dead());
        reasons.addAll(status.unready());
        if (reasons.isEmpty() && !status.ready()) {
            reasons.add("the pipeline is " + status.state().name().toLowerCase(Locale.ROOT));
        }
        reasons.addAll(readerTroubles());
        answer(ctx, status, reasons, registryTroubles());
    }

    /** What is known of schemas is remembered: only records of a new one have to wait. */
    private List<String> registryTroubles() {
        PipelineParts.Registry registry = parts.current().registry();
        return registry.isFailing()
                ? List.of("the schema registry did not answer at "
                        + registry.failed().orElseThrow()
                        + ": responses of a schema that is not known yet wait for it")
                : List.of();
    }

    private List<String> readerTroubles() {
        ReaderStatus status = reader.get();
        List<String> troubles = new ArrayList<>();
        if (status.phase() != ReaderStatus.Phase.FOLLOWING) {
            troubles.add(
                    status.phase() == ReaderStatus.Phase.ENDED
                            ? "the page's reader has ended"
                            : "the page is still reading what is there");
        }
        if (status.isUnanswered(clock.instant())) {
            troubles.add("no broker has answered the page's reader since " + status.lastContact());
        }
        return troubles;
    }

    private static void answer(
            Context ctx, PipelineStatus.Status status, List<String> failures, List<String> troubles) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", !failures.isEmpty() ? "failing" : troubles.isEmpty() ? "ok" : "degraded");
        body.put("state", status.state().name());
        body.put("since", status.since().toString());
        body.put("reasons", Stream.concat(failures.stream(), troubles.stream()).toList());
        ctx.header("Cache-Control", "no-store")
                .status(failures.isEmpty() ? 200 : 503)
                .json(body);
    }
}
