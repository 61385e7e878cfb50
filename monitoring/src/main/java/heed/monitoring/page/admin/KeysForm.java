package heed.monitoring.page.admin;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.access.KeyDesk;
import heed.monitoring.access.Sessions;
import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;
import heed.monitoring.page.PageReader;
import heed.monitoring.web.ViewedModels;
import heed.schemas.AuditKind;
import heed.schemas.KeyPurpose;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes which key an administrator adds. */
final class KeysForm extends AdminForm {

    private static final String PROGRAM = "program";
    private static final String PURPOSE = "purpose";
    private static final String HOSPITALS = "hospitals";
    private static final String EVERYWHERE = "everywhere";
    private static final String PER_MINUTE = "per-minute";
    private static final String DAYS = "days";
    private static final List<KeyPurpose> PURPOSES = List.of(KeyPurpose.INTAKE, KeyPurpose.READ, KeyPurpose.METRICS);

    /** What the form has before anything was typed. */
    static final AdminFields FRESH = new AdminFields(Map.of(PER_MINUTE, "600"));

    private final KeysPage page;
    private final KeyDesk desk;

    /** Takes the page that it is on, what adds keys, and what keeps account of it. */
    KeysForm(KeysPage page, KeyDesk desk, ViewedModels models) {
        super(models);
        this.page = page;
        this.desk = desk;
    }

    @Override
    public String path() {
        return KeysPage.PATH;
    }

    @Override
    Optional<Layout.Content> act(Sent sent) throws Sessions.NotKeptException, InterruptedException {
        KeyDesk.Wanted wanted = wanted(sent.fields());
        String key = noted(AuditKind.KEY_ADDED, sent, wanted.name(), () -> desk.add(wanted, sent.by()));
        Html shown = AdminFields.secret(
                "Key of " + wanted.name() + ", shown only now:",
                key,
                "The program sends it as Authorization: Bearer KEY. Keep it in a file that the program alone reads, never"
                        + " in an address.");
        return Optional.of(page.write(FRESH, shown, sent.reader()));
    }

    @Override
    Optional<Layout.Content> again(Sent sent, Html said) {
        return Optional.of(page.write(sent.fields(), said, sent.reader()));
    }

    private static KeyDesk.Wanted wanted(AdminFields typed) {
        List<String> hospitals = typed.codes(HOSPITALS);
        if (typed.isTicked(EVERYWHERE) != hospitals.isEmpty()) {
            throw new IllegalArgumentException(
                    "say where it is good: name hospitals, or tick that it is for all of them");
        }
        return new KeyDesk.Wanted(
                typed.text(PROGRAM),
                PURPOSES.stream()
                        .filter(each -> code(each).equals(typed.text(PURPOSE)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("choose what it is for")),
                hospitals,
                number(typed, PER_MINUTE)
                        .orElseThrow(() -> new IllegalArgumentException("say how many requests a minute")),
                number(typed, DAYS).map(Duration::ofDays));
    }

    private static Optional<Integer> number(AdminFields typed, String field) {
        String text = typed.text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("requests a minute and days are whole numbers, of six digits at most");
        }
        return Optional.of(Integer.parseInt(text));
    }

    private static String code(KeyPurpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the form with what was typed into it. */
    static Html write(AdminFields typed, PageReader reader) {
        return el(
                "form",
                attr("method", "post"),
                attr("action", KeysPage.PATH),
                cls("panel act"),
                el("h2", attr("id", "add"), "Add a key"),
                AdminFields.hidden(reader),
                typed.line(
                        PROGRAM,
                        "Program",
                        "In small letters. It may have two keys that are good, so that one takes the other's place."),
                typed.choice(
                        PURPOSE,
                        "For",
                        "intake sends responses, read has figures as an analyst does, metrics is for Prometheus.",
                        PURPOSES.stream().map(KeysForm::code).toList()),
                typed.line(HOSPITALS, "Hospitals", "Their codes, with a comma between."),
                typed.box(EVERYWHERE, "Good for all hospitals"),
                typed.line(PER_MINUTE, "Requests a minute", "Of each instance."),
                typed.line(DAYS, "Days", "How long it is good; empty until it is revoked."),
                el("p", el("button", attr("type", "submit"), "Add")));
    }
}
