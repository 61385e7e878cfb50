package heed.monitoring.page.admin;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.access.KeyDesk;
import heed.monitoring.html.Crumbs;
import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Paths;
import heed.schemas.ProgramKey;
import heed.schemas.access.Right;
import java.util.Optional;

/** Says what revoking a key would do, and has the button for it. */
final class KeyPage implements Page {

    static final String KEY = "key";
    static final String PATH = KeysPage.PATH + "/{" + KEY + "}";

    private final KeyDesk desk;

    /** Takes which keys there are. */
    KeyPage(KeyDesk desk) {
        this.desk = desk;
    }

    /** Returns where the page of a key is. */
    static String of(ProgramKey key) {
        return KeysPage.PATH + "/" + Paths.encode(key.getBeginning());
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
        return write(request.path(KEY), Html.NOTHING, request.reader());
    }

    /** Returns the page of a key that is good, with what there is to say; nothing where there is none. */
    Optional<Layout.Content> write(String beginning, Html said, PageReader reader) {
        return desk.all().stream()
                .filter(each -> each.getBeginning().equals(beginning) && desk.isGood(each))
                .findFirst()
                .map(key -> write(key, said, reader));
    }

    private static Layout.Content write(ProgramKey key, Html said, PageReader reader) {
        String shown = key.getBeginning() + "...";
        return new Layout.Content(
                        Layout.Section.ADMINISTRATION,
                        shown,
                        Html.join(
                                new Crumbs()
                                        .link(AdminPage.PATH, AdminPage.TITLE)
                                        .link(KeysPage.PATH, KeysPage.TITLE)
                                        .here(shown),
                                el("h1", "Revoke: ", el("code", shown)),
                                said,
                                el("p", cls("sub"), KeysPage.said(key)),
                                el(
                                        "p",
                                        "Whoever shows it is refused at once, on every instance. That is not taken back: a"
                                                + " program that still needs a key gets another, best before this one is"
                                                + " revoked."),
                                el(
                                        "form",
                                        attr("method", "post"),
                                        attr("action", of(key)),
                                        cls("panel act"),
                                        AdminFields.hidden(reader),
                                        el("p", el("button", attr("type", "submit"), "Yes, revoke it"))),
                                el("p", el("a", href(KeysPage.PATH), "Leave it as it is"))))
                .still();
    }
}
