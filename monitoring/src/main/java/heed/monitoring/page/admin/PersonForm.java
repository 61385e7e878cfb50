package heed.monitoring.page.admin;

import heed.monitoring.access.AccountDesk;
import heed.monitoring.access.AdministratorActs;
import heed.monitoring.access.AdministratorActs.Act;
import heed.monitoring.access.Sessions;
import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;
import heed.monitoring.web.ViewedModels;
import java.util.Optional;

/** Takes what an administrator does to an account. */
final class PersonForm extends AdminForm {

    private final PersonPage page;
    private final AdministratorActs acts;

    /** Takes the page that it is on, what changes accounts, and what keeps account of it. */
    PersonForm(PersonPage page, AdministratorActs acts, ViewedModels models) {
        super(models);
        this.page = page;
        this.acts = acts;
    }

    @Override
    public String path() {
        return PersonPage.PATH;
    }

    private static String name(Sent sent) {
        return sent.context().pathParam(PersonPage.NAME);
    }

    @Override
    Optional<Layout.Content> act(Sent sent) throws Sessions.NotKeptException, InterruptedException {
        String name = name(sent);
        Act act = PersonPage.act(sent.fields()).orElseThrow(() -> new IllegalArgumentException("choose what to do"));
        var by = new AdministratorActs.By(sent.by(), sent.fields().text(PersonPage.AS_OF));
        if (act == Act.CHANGE) {
            AccountDesk.Duty duty = DutyFields.read(sent.fields());
            noted(act.kind(), sent, name + ", now " + duty.said(), () -> {
                acts.change(name, duty, by);
                return name;
            });
            return lead(sent, PersonPage.done(act, name));
        }
        Optional<String> password = noted(act.kind(), sent, name, () -> acts.act(act, name, by));
        return password.isEmpty()
                ? lead(sent, PersonPage.done(act, name))
                : page.write(name, PersonPage.password(name, password.get()), sent.reader());
    }

    @Override
    Optional<Layout.Content> again(Sent sent, Html said) {
        return PersonPage.act(sent.fields())
                .filter(Act.CHANGE::equals)
                .map(act -> page.again(name(sent), act, sent.fields(), said, sent.reader()))
                .orElseGet(() -> page.write(name(sent), said, sent.reader()));
    }
}
