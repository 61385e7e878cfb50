package heed.monitoring.page.admin;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.access.Right;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.sentence.English;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Leads to what administrators look after, and lists the questionnaires that Heed takes. */
final class AdminPage implements Page {

    static final String PATH = "/admin";
    static final String TITLE = "Administration";

    private final Questionnaires questionnaires;

    AdminPage(Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
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
        return Optional.of(new Layout.Content(
                        Layout.Section.ADMINISTRATION,
                        TITLE,
                        Html.join(
                                el("h1", TITLE),
                                el(
                                        "dl",
                                        cls("terms"),
                                        room(AuditPage.PATH, "Audit", "Who did or tried what, when and from where."),
                                        room(AccountsPage.PATH, AccountsPage.TITLE, "Who may sign in, and who has."),
                                        room(KeysPage.PATH, KeysPage.TITLE, "Which may send and read, and what.")),
                                el("h2", attr("id", "questionnaires"), "Questionnaires"),
                                el(
                                        "p",
                                        cls("sub"),
                                        "Those that Heed takes. They are files: one that is changed gets a new name, and"
                                                + " the setting questionnaires says where they are."),
                                questionnaires()))
                .still());
    }

    private static Html room(String path, String words, String what) {
        return Html.join(el("dt", el("a", href(path), words)), el("dd", what));
    }

    private Html questionnaires() {
        return new Table()
                .column("Name and version")
                .column("Title")
                .figures("Questions")
                .figures("Measures")
                .column("From")
                .column("SHA-256 begins")
                .write(
                        "questionnaires",
                        questionnaires.all().stream().map(this::row).toList());
    }

    private List<Html> row(Questionnaire each) {
        return List.of(
                el("th", attr("scope", "row"), each.id()),
                el("td", each.title()),
                el("td", cls("n"), English.count(each.questions().size())),
                el("td", cls("n"), English.count(each.measures().size())),
                el("td", questionnaires.fileOf(each).map(Path::toString).orElse("comes with Heed")),
                el("td", el("code", questionnaires.digestOf(each))));
    }
}
