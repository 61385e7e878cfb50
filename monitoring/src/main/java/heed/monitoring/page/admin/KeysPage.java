package heed.monitoring.page.admin;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.access.KeyDesk;
import heed.monitoring.html.Crumbs;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.ProgramKey;
import heed.schemas.access.Right;
import heed.schemas.sentence.English;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lists which programs have keys, and what each is good for, and has one added; of a key no more than its beginning is
 * known.
 */
final class KeysPage implements Page {

    static final String PATH = "/admin/keys";
    static final String TITLE = "Keys of programs";

    private final KeyDesk desk;
    private final ZoneId zone;

    /** Takes which keys there are, and in which zone times are told. */
    KeysPage(KeyDesk desk, ZoneId zone) {
        this.desk = desk;
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
        return Optional.of(write(KeysForm.FRESH, Html.NOTHING, request.reader()));
    }

    /** Returns the page with what was typed into its form, and what there is to say of what was sent last. */
    Layout.Content write(AdminFields typed, Html said, PageReader reader) {
        List<ProgramKey> all = desk.all();
        return new Layout.Content(
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
                                        "Which programs may send and read, and what. A key that is good leads to where it"
                                                + " is revoked."),
                                said,
                                all.isEmpty() ? el("p", cls("lead"), "None yet.") : table(all),
                                KeysForm.write(typed, reader)))
                .still();
    }

    private Html table(List<ProgramKey> all) {
        return new Table()
                .column("Begins")
                .column("Program")
                .column("For")
                .column("Hospitals")
                .figures("A minute")
                .column("Added")
                .column("State")
                .write("keys", all.stream().map(this::row).toList());
    }

    private List<Html> row(ProgramKey key) {
        return List.of(
                el("th", attr("scope", "row"), beginning(key)),
                el("td", key.getName()),
                el("td", purpose(key)),
                el("td", hospitals(key)),
                el("td", cls("n"), English.count(key.getPerMinute())),
                el("td", day(key.getCreatedAt()) + " by " + key.getCreatedBy()),
                el("td", state(key)));
    }

    private Html beginning(ProgramKey key) {
        Html code = el("code", key.getBeginning() + "...");
        return desk.isGood(key) ? el("a", href(KeyPage.of(key)), code) : code;
    }

    /** Says in a line whose a key is, and for what. */
    static String said(ProgramKey key) {
        return key.getName() + ": " + purpose(key) + ", " + hospitals(key);
    }

    private static String purpose(ProgramKey key) {
        return key.getPurpose().name().toLowerCase(Locale.ROOT);
    }

    private static String hospitals(ProgramKey key) {
        return key.getHospitals().isEmpty() ? "all hospitals" : String.join(", ", key.getHospitals());
    }

    private String state(ProgramKey key) {
        if (key.getRevokedAt() != null) {
            return "revoked " + day(key.getRevokedAt());
        }
        if (key.getExpiresAt() == null) {
            return "good";
        }
        return (desk.isGood(key) ? "good until " : "expired ") + day(key.getExpiresAt());
    }

    private String day(Instant at) {
        return English.shortDate(at.atZone(zone).toLocalDate());
    }
}
