package heed.monitoring.page.admin;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.access.AuditTrail;
import heed.monitoring.html.Crumbs;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Paths;
import heed.schemas.AuditEntry;
import heed.schemas.access.Right;
import heed.schemas.audit.AuditWords;
import heed.schemas.sentence.English;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes who did what, where, when and from where, the newest first. */
final class AuditPage implements Page {

    static final String PATH = "/admin/audit";

    private static final int ROWS = 50;

    private final AuditTrail trail;
    private final ZoneId zone;

    /** Takes what is known of the audit, and in which zone its times are told. */
    AuditPage(AuditTrail trail, ZoneId zone) {
        this.trail = trail;
        this.zone = zone;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Right right() {
        return Right.ADMINISTRATION;
    }

    /** It stands still: whoever turns pages, or types, does not want it to move. */
    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        AuditQuery query = AuditQuery.of(request::query, zone);
        Html found = query.problem()
                .map(AuditPage::refused)
                .orElseGet(() -> trail.newest().map(all -> found(all, query)).orElseGet(AuditPage::unread));
        var content = new Layout.Content(
                Layout.Section.ADMINISTRATION,
                "Who did what",
                Html.join(
                        new Crumbs().link(AdminPage.PATH, AdminPage.TITLE).here("Audit"),
                        el("h1", attr("id", "audit"), "Who did what"),
                        el(
                                "p",
                                cls("sub"),
                                "The newest " + English.count(AuditTrail.MOST)
                                        + " entries of the audit, never what somebody read or wrote. "
                                        + "All there are, ./heed audit tells."),
                        new AuditForm(query).write(),
                        found));
        return Optional.of(query.problem().isPresent() ? content.refused() : content.still());
    }

    private static Html refused(String sentence) {
        return el("div", cls("refused"), attr("role", "alert"), el("p", sentence));
    }

    private static Html unread() {
        return el("p", cls("lead"), "The audit has not been read yet. Open this page again in a moment.");
    }

    private Html found(List<AuditEntry> all, AuditQuery query) {
        List<AuditEntry> found = all.stream().filter(query.filter()::takes).toList();
        if (found.isEmpty()) {
            return el("p", cls("lead"), "Nothing was found.");
        }
        int pages = (found.size() + ROWS - 1) / ROWS;
        int page = Math.min(query.page(), pages);
        int first = (page - 1) * ROWS;
        int end = Math.min(first + ROWS, found.size());
        return Html.join(
                el(
                        "p",
                        English.count(first + 1) + " to " + English.count(end) + " of " + English.count(found.size())
                                + entries(found.size())),
                new Table()
                        .column("When")
                        .column("Who")
                        .column("What")
                        .column("About")
                        .column("Hospital")
                        .column("From")
                        .figures("Times")
                        .write(
                                "audit",
                                found.subList(first, end).stream()
                                        .map(this::row)
                                        .toList()),
                turn(query, page, pages),
                el(
                        "p",
                        cls("small csv"),
                        el(
                                "a",
                                href(query.at(AuditFile.PATH, 1)),
                                attr("download", "download"),
                                "All of these as CSV")));
    }

    private static String entries(int count) {
        return count == 1 ? " entry" : " entries";
    }

    private List<Html> row(AuditEntry entry) {
        return List.of(
                el("th", attr("scope", "row"), moment(entry.getAt())),
                el("td", who(entry)),
                cell(AuditWords.kind(entry.getKind())),
                cell(entry.getAbout()),
                cell(entry.getHospital()),
                cell(entry.getCameFrom()),
                el("td", cls("n"), English.count(entry.getTimes())));
    }

    private static Html cell(@Nullable String text) {
        return el("td", Objects.requireNonNullElse(text, ""));
    }

    /** Leads to all that somebody did. */
    private static Html who(AuditEntry entry) {
        String who = entry.getWho();
        return who == null
                ? Html.text(AuditWords.who(entry))
                : el("a", href(PATH + "?" + AuditQuery.WHO + "=" + Paths.encode(who)), who);
    }

    private String moment(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return English.shortDate(local.toLocalDate()) + ", " + English.second(local);
    }

    private static Html turn(AuditQuery query, int page, int pages) {
        return pages == 1
                ? Html.NOTHING
                : el(
                        "nav",
                        cls("figures"),
                        attr("aria-label", "Pages"),
                        page > 1 ? el("a", href(query.at(PATH, page - 1)), "Newer") : Html.NOTHING,
                        " ",
                        page < pages ? el("a", href(query.at(PATH, page + 1)), "Older") : Html.NOTHING);
    }
}
