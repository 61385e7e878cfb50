package heed.monitoring.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.pipeline.LiveStatus;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers. All say as of when they are and whether the pipeline still moves; nothing may be kept by whoever
 * passes them on, since that would go on looking fresh.
 */
final class Replies {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String CSV = "text/csv; charset=utf-8; header=present";

    private final Function<Snapshot, LiveStatus> status;
    private final ObjectMapper json = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .registerModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance));

    Replies(Function<Snapshot, LiveStatus> status) {
        this.status = status;
    }

    /**
     * What every answer has.
     *
     * @param asOf arrival of the newest response that any figure contains; null before the first
     * @param status whether the figures move; where they are {@code STOPPED} they are old
     * @param version changes with every change of any figure
     * @param next address of the rows after these; null where there are none
     */
    private record Answer(
            @Nullable Instant asOf, LiveStatus.Kind status, String version, Object data, @Nullable String next) {}

    /** RFC 9457. */
    private record Problem(String type, String title, int status, String detail) {}

    /** Sends a table, as JSON or CSV as asked for. */
    void send(Context ctx, Snapshot snapshot, Sheet sheet) {
        send(ctx, snapshot, sheet.rows(), sheet);
    }

    /** Sends {@code data} as JSON, or the table in it as CSV. */
    void send(Context ctx, Snapshot snapshot, Object data, Sheet sheet) {
        if (sheet.next() != null) {
            ctx.header("Link", "<" + sheet.next() + ">; rel=\"next\"");
        }
        if (Parameters.format(ctx) == Parameters.Format.CSV) {
            named(ctx, sheet);
            ctx.result(Csv.of(sheet, snapshot.asOf()));
            return;
        }
        send(ctx, snapshot, data, sheet.next());
    }

    /**
     * Sends one file of tables of the same columns as it is made, so that none is in memory as a whole.
     *
     * @param first says the file's name and its columns
     */
    void stream(Context ctx, Snapshot snapshot, Sheet first, Stream<Sheet> parts) {
        named(ctx, first);
        try (Writer to = new BufferedWriter(new OutputStreamWriter(ctx.outputStream(), StandardCharsets.UTF_8))) {
            Csv.write(first, parts, snapshot.asOf(), to);
        } catch (IOException e) {
            throw new UncheckedIOException("whoever asked is gone", e);
        }
    }

    private static void named(Context ctx, Sheet sheet) {
        ctx.header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"heed-" + sheet.name() + ".csv\"")
                .contentType(CSV);
    }

    /** Sends what is no table. */
    void send(Context ctx, Snapshot snapshot, Object data) {
        send(ctx, snapshot, data, (String) null);
    }

    private void send(Context ctx, Snapshot snapshot, Object data, @Nullable String next) {
        LiveStatus.Kind kind = status.apply(snapshot).kind();
        write(ctx, JSON, new Answer(snapshot.asOf(), kind, snapshot.version(), data, next));
    }

    /** Tells a problem, unless one is told already. */
    void problem(Context ctx, HttpStatus code, String detail) {
        String told = ctx.res().getContentType();
        if (told != null && told.startsWith(PROBLEM)) {
            return;
        }
        ctx.status(code);
        write(ctx, PROBLEM, new Problem("about:blank", code.getMessage(), code.getCode(), detail));
    }

    private void write(Context ctx, String type, Object body) {
        try {
            ctx.header("Cache-Control", "no-store").contentType(type).result(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures can always be written as JSON", e);
        }
    }
}
