package heed.monitoring.page.admin;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.access.AccountDesk;
import heed.monitoring.access.AdministratorActs;
import heed.monitoring.access.Sessions;
import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;
import heed.monitoring.page.PageReader;
import heed.monitoring.web.ViewedModels;
import heed.schemas.AuditKind;
import java.util.Optional;

/** Takes whom an administrator adds. */
final class AccountsForm extends AdminForm {

    private static final String NAME = "name";
    private static final String CALLED = "called";

    private final AccountsPage page;
    private final AdministratorActs acts;

    /** Takes the page that it is on, what adds accounts, and what keeps account of it. */
    AccountsForm(AccountsPage page, AdministratorActs acts, ViewedModels models) {
        super(models);
        this.page = page;
        this.acts = acts;
    }

    @Override
    public String path() {
        return AccountsPage.PATH;
    }

    @Override
    Optional<Layout.Content> act(Sent sent) throws Sessions.NotKeptException, InterruptedException {
        String name = sent.fields().text(NAME);
        AccountDesk.Duty duty = DutyFields.read(sent.fields());
        String password = noted(
                AuditKind.ACCOUNT_ADDED,
                sent,
                name,
                () -> acts.add(name, sent.fields().text(CALLED), duty));
        return Optional.of(page.write(AdminFields.NONE, PersonPage.password(name, password), sent.reader()));
    }

    @Override
    Optional<Layout.Content> again(Sent sent, Html said) {
        return Optional.of(page.write(sent.fields(), said, sent.reader()));
    }

    /** Returns the form with what was typed into it. */
    static Html write(AdminFields typed, PageReader reader) {
        return el(
                "form",
                attr("method", "post"),
                attr("action", AccountsPage.PATH),
                cls("panel act"),
                el("h2", attr("id", "add"), "Add somebody"),
                AdminFields.hidden(reader),
                typed.line(NAME, "Name to sign in with", "In small letters, and nobody else's ever after."),
                typed.line(CALLED, "Called", "What others read of who acts, such as Sister Evans, Ward 7."),
                DutyFields.write(typed),
                el("p", el("button", attr("type", "submit"), "Add")));
    }
}
