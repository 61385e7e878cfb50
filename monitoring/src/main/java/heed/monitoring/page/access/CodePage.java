package heed.monitoring.page.access;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.page.access.AccessPage.Field;
import heed.monitoring.page.access.AccessPage.Words;
import java.util.List;

/** Asks for a code, once somebody's password was right. */
final class CodePage {

    static final String CODE = "code";

    /** Apps' codes, and one of those for a lost phone, go into one field. */
    static final Field FIELD = new Field(
            CODE,
            new Words("Code of your app, or a recovery code", "Cod eich ap, neu god adfer"),
            "text",
            "one-time-code",
            "");

    static final Words REFUSED = new Words(
            "This is not the code of now, or it was used already: each is good once. Wait for the next one, and see that"
                    + " the clock of your phone is right.",
            "Nid dyma god y foment hon, neu mae wedi'i ddefnyddio eisoes: mae pob un yn ddilys unwaith. Arhoswch am y"
                    + " nesaf, a gwnewch yn siŵr bod cloc eich ffôn yn gywir.");
    static final Words OVER = new Words(
            "That took too long, or something has changed. Begin again.",
            "Cymerodd hynny ormod o amser, neu mae rhywbeth wedi newid. Dechreuwch eto.");
    private static final Words ASKED = new Words(
            "Your account asks for a second factor: type the six digits that the authenticator app on your phone shows"
                    + " for Heed now. If the phone is lost, type one of your recovery codes, or ask whoever looks after"
                    + " Heed in your hospital.",
            "Mae eich cyfrif yn gofyn am ail ffactor: teipiwch y chwe digid y mae'r ap dilysu ar eich ffôn yn eu dangos"
                    + " ar gyfer Heed nawr. Os yw'r ffôn ar goll, teipiwch un o'ch codau adfer, neu gofynnwch i bwy"
                    + " bynnag sy'n gofalu am Heed yn eich ysbyty.");
    private static final Words ANOTHER = new Words("Sign in as somebody else", "Mewngofnodi fel rhywun arall");

    private CodePage() {}

    static AccessPage write(List<Words> problems) {
        return AccessPage.of(
                new Words("One more step", "Un cam arall"),
                AccessPage.refused(problems),
                ASKED.said(),
                el(
                        "form",
                        attr("method", "post"),
                        attr("action", CodeRoutes.CODE),
                        cls("panel act"),
                        FIELD.write(),
                        AccessPage.button(new Words("Sign in", "Mewngofnodi"))),
                el("p", el("a", href(Leading.SIGN_IN), ANOTHER.text())));
    }
}
