package heed.monitoring.page.admin;

import heed.monitoring.access.AuditTrail;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.schemas.AuditEntry;
import heed.schemas.access.Right;
import heed.schemas.audit.AuditFilter;
import heed.schemas.flat.SpreadsheetText;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * Gives away what the page of the audit shows as one file, with times in UTC; that somebody took it is in the audit.
 */
final class AuditFile implements Routes {

    static final String PATH = "/admin/audit.csv";

    private static final String NAMES = "at,who,kind,about,hospital,came_from,times\r\n";

    private final AuditTrail trail;
    private final ZoneId zone;

    /** Takes what is known of the audit, and in which zone the days begin that are asked for. */
    AuditFile(AuditTrail trail, ZoneId zone) {
        this.trail = trail;
        this.zone = zone;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::send, Rule.of(Right.ADMINISTRATION));
    }

    private void send(Context ctx) {
        AuditQuery query = AuditQuery.of(ctx::queryParam, zone);
        Optional<List<AuditEntry>> all = trail.newest();
        ctx.header("Cache-Control", "no-store");
        if (query.problem().isPresent()) {
            ctx.status(HttpStatus.BAD_REQUEST).result(query.problem().get());
        } else if (all.isEmpty()) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header("Retry-After", "5")
                    .result("The audit has not been read yet. Ask again in a moment.");
        } else {
            ctx.contentType("text/csv; charset=utf-8")
                    .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                    .result(csv(all.get(), query.filter()));
        }
    }

    static String csv(List<AuditEntry> all, AuditFilter filter) {
        return all.stream().filter(filter::takes).map(AuditFile::line).collect(Collectors.joining("", NAMES, ""));
    }

    private static String line(AuditEntry entry) {
        return CSVFormat.RFC4180.format(Stream.of(
                                entry.getAt(),
                                entry.getWho(),
                                entry.getKind(),
                                entry.getAbout(),
                                entry.getHospital(),
                                entry.getCameFrom(),
                                entry.getTimes())
                        .map(each -> SpreadsheetText.plain(Objects.toString(each, "")))
                        .toArray())
                + "\r\n";
    }
}
