package heed.monitoring.page.admin;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.access.AccountDesk;
import heed.monitoring.access.AccountStanding;
import heed.monitoring.access.AdministeredAccounts;
import heed.monitoring.access.AdministratorActs;
import heed.monitoring.access.AdministratorActs.Act;
import heed.monitoring.html.Crumbs;
import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Paths;
import heed.schemas.Account;
import heed.schemas.access.Right;
import heed.schemas.sentence.English;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Writes what there is to know of an account, and leads to what may be done to it: each act has an address at which the
 * page says what it would do, and has the button for it.
 */
final class PersonPage implements Page {

    static final String NAME = "account";
    static final String PATH = AccountsPage.PATH + "/{" + NAME + "}";

    /** Name of the field that has how the account was when the page was made. */
    static final String AS_OF = "as-of";

    private static final String ACT = "act";
    private static final String DONE = "done";

    private final AdministeredAccounts accounts;
    private final AdministratorActs acts;
    private final ZoneId zone;

    /** Takes who there is, what may be done to them, and in which zone times are told. */
    PersonPage(AdministeredAccounts accounts, AdministratorActs acts, ZoneId zone) {
        this.accounts = accounts;
        this.acts = acts;
        this.zone = zone;
    }

    /** Returns where the page of an account is. */
    static String of(Account account) {
        return of(account.getName());
    }

    private static String of(String name) {
        return AccountsPage.PATH + "/" + Paths.encode(name);
    }

    /** Returns where the page says that something was done. */
    static String done(Act act, String name) {
        return of(name) + "?" + DONE + "=" + ActWords.code(act);
    }

    /** Returns a password that is shown this once. */
    static Html password(String name, String password) {
        return AdminFields.secret(
                "First password of " + name + ", good for " + AccountDesk.FIRST_LASTS.toDays()
                        + " days and shown only now:",
                password,
                "Give it to them in person. They choose their own when they sign in.");
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
        String name = request.path(NAME);
        return accounts.one(name).map(standing -> {
            List<Act> may =
                    acts.actsOn(standing.account(), request.reader().name().orElse(""));
            return ActWords.act(request.query(ACT))
                    .filter(may::contains)
                    .map(act -> ask(standing, act, DutyFields.of(standing.account()), Html.NOTHING, request.reader()))
                    .orElseGet(() -> write(
                            standing,
                            ActWords.act(request.query(DONE))
                                    .filter(act -> ActWords.isSo(act, standing.account()))
                                    .map(act -> el("p", cls("lead"), attr("role", "status"), ActWords.done(act)))
                                    .orElse(Html.NOTHING),
                            request.reader()));
        });
    }

    /** Returns the page of an account with what there is to say; nothing where there is none. */
    Optional<Layout.Content> write(String name, Html said, PageReader reader) {
        return accounts.one(name).map(standing -> write(standing, said, reader));
    }

    /** Returns the page of an act with what there is to say, and what was typed; nothing where there is no account. */
    Optional<Layout.Content> again(String name, Act act, AdminFields typed, Html said, PageReader reader) {
        return accounts.one(name).map(standing -> ask(standing, act, typed, said, reader));
    }

    private Layout.Content write(AccountStanding standing, Html said, PageReader reader) {
        Account account = standing.account();
        var facts = new AccountFacts(standing, zone);
        return content(
                account,
                el("h1", account.getName()),
                said,
                el(
                        "dl",
                        cls("terms"),
                        fact("Called", account.getCalled()),
                        fact("Role", facts.role()),
                        fact("Where", facts.where()),
                        fact("State", facts.state()),
                        fact("Second factor", facts.secondFactor()),
                        fact("Last sign-in", facts.lastSignIn()),
                        fact("Signed in now", English.counted(standing.open(), "browser"))),
                acts(account, reader),
                el(
                        "p",
                        el(
                                "a",
                                href(AuditPage.PATH + "?" + AuditQuery.WHO + "=" + Paths.encode(account.getName())),
                                "What they did")));
    }

    private Html acts(Account account, PageReader reader) {
        List<Act> may = acts.actsOn(account, reader.name().orElse(""));
        return may.isEmpty()
                ? el(
                        "p",
                        "This is your own account, which is for another administrator to change: nobody locks themselves"
                                + " out. Your password and your second factor are at ",
                        el("a", href("/account"), "your account"),
                        ".")
                : Html.join(
                        el("h2", "Change it"),
                        el(
                                "ul",
                                may.stream()
                                        .map(act -> el(
                                                "li",
                                                el(
                                                        "a",
                                                        href(of(account) + "?" + ACT + "=" + ActWords.code(act)),
                                                        ActWords.words(act))))
                                        .toList()));
    }

    private Layout.Content ask(AccountStanding standing, Act act, AdminFields typed, Html said, PageReader reader) {
        Account account = standing.account();
        return content(
                account,
                el("h1", ActWords.words(act) + ": " + account.getName()),
                said,
                el("p", cls("sub"), account.getCalled() + ": " + new AccountFacts(standing, zone).line()),
                ActWords.consequences(act, standing).stream()
                        .map(each -> el("p", each))
                        .toList(),
                el(
                        "form",
                        attr("method", "post"),
                        attr("action", of(account)),
                        cls("panel act"),
                        AdminFields.hidden(reader),
                        AdminFields.hidden(ACT, ActWords.code(act)),
                        AdminFields.hidden(AS_OF, AdministratorActs.asOf(account)),
                        act == Act.CHANGE ? DutyFields.write(typed) : Html.NOTHING,
                        el("p", el("button", attr("type", "submit"), ActWords.button(act, account)))),
                el("p", el("a", href(of(account)), "Leave it as it is")));
    }

    private static Layout.Content content(Account account, Object... parts) {
        return new Layout.Content(
                        Layout.Section.ADMINISTRATION,
                        account.getName(),
                        Html.join(
                                new Crumbs()
                                        .link(AdminPage.PATH, AdminPage.TITLE)
                                        .link(AccountsPage.PATH, AccountsPage.TITLE)
                                        .here(account.getName()),
                                Html.join(parts)))
                .still();
    }

    private static Html fact(String what, String is) {
        return Html.join(el("dt", what), el("dd", is));
    }

    /** Returns which act a form asks for. */
    static Optional<Act> act(AdminFields sent) {
        return ActWords.act(sent.text(ACT));
    }
}
