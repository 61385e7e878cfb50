package heed.monitoring.page.admin;

import heed.monitoring.access.AdministeredAccounts;
import heed.monitoring.access.AuditTrail;
import heed.monitoring.page.Page;
import heed.monitoring.web.Routes;
import heed.schemas.ProgramKey;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gathers what administrators see, where people have to say who they are.
 *
 * @param audit who did what
 * @param accounts who may sign in
 * @param keys which keys programs have, at a moment
 * @param clock by which a key is good or has expired
 * @param zone in which times are told, and days begin
 */
public record Administration(
        AuditTrail audit,
        AdministeredAccounts accounts,
        Supplier<? extends Collection<ProgramKey>> keys,
        Questionnaires questionnaires,
        Clock clock,
        ZoneId zone) {

    /** Returns the pages. */
    public List<Page> pages() {
        return List.of(
                new AdminPage(questionnaires),
                new AuditPage(audit, zone),
                new AccountsPage(accounts, zone),
                new KeysPage(keys, clock, zone));
    }

    /** Returns what is answered in another form than a page. */
    public List<Routes> files() {
        return List.of(new AuditFile(audit, zone));
    }
}
