package heed.monitoring.page.access;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.page.access.AccessPage.Words;
import java.util.List;

/** Asks by one button whether mails are to stop, and says that they do. Names no address. */
final class UnsubscribePage {

    private static final Words TITLE = new Words("Mails of Heed", "Negeseuon Heed");
    private static final Words BUTTON = new Words("Stop these mails", "Rhoi'r gorau i'r negeseuon hyn");
    private static final Words AWAY = new Words(
            "It could not be kept. Nothing has changed: try again in a moment.",
            "Nid oedd modd cadw hyn. Does dim wedi newid: rhowch gynnig arall arni ymhen ychydig.");
    private static final Words UNKNOWN = new Words(
            "This link is not good, or not any more. Take that of a newer mail, or ask whoever runs Heed.",
            "Nid yw'r ddolen hon yn ddilys, neu nid yw'n ddilys mwyach. Cymerwch ddolen neges fwy diweddar, neu"
                    + " gofynnwch i bwy bynnag sy'n rhedeg Heed.");

    private UnsubscribePage() {}

    static AccessPage ask(String address, String route) {
        return asking(address, route, List.of());
    }

    /** Returns the same after it could not be kept. */
    static AccessPage again(String address, String route) {
        return asking(address, route, List.of(AWAY));
    }

    private static AccessPage asking(String address, String route, List<Words> problems) {
        return AccessPage.of(
                TITLE,
                AccessPage.refused(problems),
                new Words(
                                "The route " + route
                                        + " tells you of changes by mail. With the button below it sends no"
                                        + " more mails to the address to which this link was sent.",
                                "Mae'r llwybr " + route
                                        + " yn rhoi gwybod i chi am newidiadau drwy e-bost. Gyda'r botwm"
                                        + " isod ni fydd yn anfon rhagor o negeseuon i'r cyfeiriad yr anfonwyd y ddolen"
                                        + " hon iddo.")
                        .said(),
                el(
                        "form",
                        attr("method", "post"),
                        attr("action", address),
                        cls("panel act"),
                        el(
                                "input",
                                attr("type", "hidden"),
                                attr("name", "List-Unsubscribe"),
                                attr("value", "One-Click")),
                        AccessPage.button(BUTTON)));
    }

    static AccessPage stopped(String route) {
        Html said = new Words(
                        "The route " + route
                                + " sends no more mails to this address. Whoever runs Heed can have it send"
                                + " them again.",
                        "Nid yw'r llwybr " + route + " yn anfon rhagor o negeseuon i'r cyfeiriad hwn. Gall pwy bynnag"
                                + " sy'n rhedeg Heed eu hailgychwyn.")
                .said();
        return AccessPage.of(TITLE, said);
    }

    static AccessPage unknown() {
        return AccessPage.of(TITLE, UNKNOWN.said());
    }
}
