package heed.monitoring.page.admin;

import heed.monitoring.access.AdministeredAccounts;
import heed.monitoring.access.AdministratorActs;
import heed.monitoring.access.AuditTrail;
import heed.monitoring.access.KeyDesk;
import heed.monitoring.page.Form;
import heed.monitoring.page.Page;
import heed.monitoring.web.Routes;
import heed.monitoring.web.ViewedModels;
import heed.schemas.questionnaire.Questionnaires;
import java.time.ZoneId;
import java.util.List;

/**
 * Gathers what administrators see and do, where people have to say who they are.
 *
 * @param audit who did what
 * @param accounts who may sign in
 * @param acts what may be done to them
 * @param keys which keys programs have, and what adds and revokes them
 * @param zone in which times are told, and days begin
 */
public record Administration(
        AuditTrail audit,
        AdministeredAccounts accounts,
        AdministratorActs acts,
        KeyDesk keys,
        Questionnaires questionnaires,
        ZoneId zone) {

    /** Returns the pages. */
    public List<Page> pages() {
        return List.of(
                new AdminPage(questionnaires),
                new AuditPage(audit, zone),
                accountsPage(),
                personPage(),
                keysPage(),
                new KeyPage(keys));
    }

    /** Returns what is sent from them, of which {@code models} keeps account. */
    public List<Form> forms(ViewedModels models) {
        return List.of(
                new AccountsForm(accountsPage(), acts, models),
                new PersonForm(personPage(), acts, models),
                new KeysForm(keysPage(), keys, models),
                new KeyForm(new KeyPage(keys), keys, models));
    }

    private AccountsPage accountsPage() {
        return new AccountsPage(accounts, acts, zone);
    }

    private PersonPage personPage() {
        return new PersonPage(accounts, acts, zone);
    }

    private KeysPage keysPage() {
        return new KeysPage(keys, zone);
    }

    /** Returns what is answered in another form than a page. */
    public List<Routes> files() {
        return List.of(new AuditFile(audit, zone));
    }
}
