package heed.monitoring.page.admin;

import heed.monitoring.access.KeyDesk;
import heed.monitoring.access.Sessions;
import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;
import heed.monitoring.web.ViewedModels;
import heed.schemas.AuditKind;
import heed.schemas.ProgramKey;
import java.util.Optional;

/** Revokes a key. */
final class KeyForm extends AdminForm {

    private final KeyPage page;
    private final KeyDesk desk;

    /** Takes the page that it is on, what revokes keys, and what keeps account of it. */
    KeyForm(KeyPage page, KeyDesk desk, ViewedModels models) {
        super(models);
        this.page = page;
        this.desk = desk;
    }

    @Override
    public String path() {
        return KeyPage.PATH;
    }

    @Override
    Optional<Layout.Content> act(Sent sent) throws Sessions.NotKeptException, InterruptedException {
        String beginning = sent.context().pathParam(KeyPage.KEY);
        noted(AuditKind.KEY_REVOKED, sent, beginning + "... " + name(beginning), () -> desk.revoke(beginning));
        return lead(sent, KeysPage.PATH);
    }

    private String name(String beginning) {
        return desk.all().stream()
                .filter(each -> each.getBeginning().equals(beginning))
                .map(ProgramKey::getName)
                .findFirst()
                .orElse("");
    }

    @Override
    Optional<Layout.Content> again(Sent sent, Html said) {
        return page.write(sent.context().pathParam(KeyPage.KEY), said, sent.reader());
    }
}
