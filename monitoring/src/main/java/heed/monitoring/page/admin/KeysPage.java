package heed.monitoring.page.admin;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Crumbs;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.ProgramKey;
import heed.schemas.access.Right;
import heed.schemas.program.Programs;
import heed.schemas.sentence.English;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Lists which programs have keys, and what each is good for; of a key no more than its beginning is known. */
final class KeysPage implements Page {

    static final String PATH = "/admin/keys";
    static final String TITLE = "Keys of programs";

    private final Supplier<? extends Collection<ProgramKey>> keys;
    private final Clock clock;
    private final ZoneId zone;

    /** Takes which keys there are, the wall clock, and in which zone times are told. */
    KeysPage(Supplier<? extends Collection<ProgramKey>> keys, Clock clock, ZoneId zone) {
        this.keys = keys;
        this.clock = clock;
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

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        List<ProgramKey> all = keys.get().stream()
                .sorted(Comparator.comparing(ProgramKey::getName).thenComparing(ProgramKey::getCreatedAt))
                .toList();
        return Optional.of(new Layout.Content(
                        Layout.Section.ADMINISTRATION,
                        TITLE,
                        Html.join(
                                new Crumbs()
                                        .link(AdminPage.PATH, AdminPage.TITLE)
                                        .here(TITLE),
                                el("h1", attr("id", "keys"), TITLE),
                                el(
                                        "p",
                                        cls("sub"),
                                        "Which programs may send and read, and what. ./heed keys adds and revokes."),
                                all.isEmpty() ? el("p", cls("lead"), "None yet.") : table(all)))
                .still());
    }

    private Html table(List<ProgramKey> all) {
        Instant now = clock.instant();
        return new Table()
                .column("Begins")
                .column("Program")
                .column("For")
                .column("Hospitals")
                .figures("A minute")
                .column("Added")
                .column("State")
                .cards("keys", all.stream().map(key -> row(key, now)).toList());
    }

    private List<Html> row(ProgramKey key, Instant now) {
        return List.of(
                el("th", attr("scope", "row"), el("code", key.getBeginning() + "...")),
                el("td", key.getName()),
                el("td", key.getPurpose().name().toLowerCase(Locale.ROOT)),
                el("td", key.getHospitals().isEmpty() ? "all hospitals" : String.join(", ", key.getHospitals())),
                el("td", cls("n"), English.count(key.getPerMinute())),
                el("td", day(key.getCreatedAt()) + " by " + key.getCreatedBy()),
                el("td", state(key, now)));
    }

    private String state(ProgramKey key, Instant now) {
        if (key.getRevokedAt() != null) {
            return "revoked " + day(key.getRevokedAt());
        }
        if (key.getExpiresAt() == null) {
            return "good";
        }
        return (Programs.isGood(key, now) ? "good until " : "expired ") + day(key.getExpiresAt());
    }

    private String day(Instant at) {
        return English.shortDate(at.atZone(zone).toLocalDate());
    }
}
