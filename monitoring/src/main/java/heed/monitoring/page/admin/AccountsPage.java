package heed.monitoring.page.admin;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.access.AccountStanding;
import heed.monitoring.access.AdministeredAccounts;
import heed.monitoring.access.AdministratorActs;
import heed.monitoring.html.Crumbs;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Account;
import heed.schemas.access.Right;
import heed.schemas.sentence.English;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Lists who may sign in, and what they may where, and has somebody added. */
final class AccountsPage implements Page {

    static final String PATH = "/admin/accounts";
    static final String TITLE = "Accounts";

    private final AdministeredAccounts accounts;
    private final AdministratorActs acts;
    private final ZoneId zone;

    /** Takes who there is, what may be done to them, and in which zone times are told. */
    AccountsPage(AdministeredAccounts accounts, AdministratorActs acts, ZoneId zone) {
        this.accounts = accounts;
        this.acts = acts;
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
        return Optional.of(write(AdminFields.NONE, Html.NOTHING, request.reader()));
    }

    /** Returns the page with what was typed into its form, and what there is to say of what was sent last. */
    Layout.Content write(AdminFields typed, Html said, PageReader reader) {
        List<AccountStanding> all = accounts.all();
        return new Layout.Content(
                        Layout.Section.ADMINISTRATION,
                        TITLE,
                        Html.join(
                                new Crumbs()
                                        .link(AdminPage.PATH, AdminPage.TITLE)
                                        .here(TITLE),
                                el("h1", attr("id", "accounts"), TITLE),
                                el(
                                        "p",
                                        cls("sub"),
                                        "Who may sign in, and what they may where. A name leads to what may be done to it."),
                                said,
                                all.isEmpty() ? el("p", cls("lead"), "Nobody yet.") : table(all),
                                acts.mayAdd() ? AccountsForm.write(typed, reader) : byProvider()))
                .still();
    }

    private static Html byProvider() {
        return el(
                "p",
                "People sign in at a provider: who there is and what they may is changed there, and holds here from"
                        + " their next sign-in on. Here they are locked out, and let in again.");
    }

    private Html table(List<AccountStanding> all) {
        return new Table()
                .column("Name")
                .column("Called")
                .column("Role")
                .column("Where")
                .column("State")
                .column("Second factor")
                .column("Last sign-in")
                .figures("Signed in now")
                .write("accounts", all.stream().map(this::row).toList());
    }

    private List<Html> row(AccountStanding standing) {
        var facts = new AccountFacts(standing, zone);
        Account account = standing.account();
        return List.of(
                el("th", attr("scope", "row"), el("a", href(PersonPage.of(account)), account.getName())),
                el("td", account.getCalled()),
                el("td", facts.role()),
                el("td", facts.where()),
                el("td", facts.state()),
                el("td", facts.secondFactor()),
                el("td", facts.lastSignIn()),
                el("td", cls("n"), English.count(standing.open())));
    }
}
