package heed.monitoring.page.admin;

import heed.monitoring.access.AuditTrail;
import heed.monitoring.page.Page;
import heed.monitoring.web.Routes;
import heed.schemas.questionnaire.Questionnaires;
import java.time.ZoneId;
import java.util.List;

/** Gathers what administrators see, where people have to say who they are. */
public final class Administration {

    private final AuditTrail audit;
    private final Questionnaires questionnaires;
    private final ZoneId zone;

    /**
     * Takes what is administered.
     *
     * @param zone in which times are told, and days begin
     */
    public Administration(AuditTrail audit, Questionnaires questionnaires, ZoneId zone) {
        this.audit = audit;
        this.questionnaires = questionnaires;
        this.zone = zone;
    }

    /** Returns the pages. */
    public List<Page> pages() {
        return List.of(new AdminPage(questionnaires), new AuditPage(audit, zone));
    }

    /** Returns what is answered in another form than a page. */
    public List<Routes> files() {
        return List.of(new AuditFile(audit, zone));
    }
}
