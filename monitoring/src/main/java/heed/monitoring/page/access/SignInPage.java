package heed.monitoring.page.access;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.page.access.AccessPage.Field;
import heed.monitoring.page.access.AccessPage.Words;
import java.util.List;

/** Asks who somebody is. Works without scripts. */
final class SignInPage {

    static final String NAME = "name";
    static final String PASSWORD = "password";
    static final String TO = "to";

    static final Words REFUSED = new Words(
            "Name and password do not belong together, or may not be used any more. Whoever looks after Heed in your"
                    + " hospital can give you another password.",
            "Nid yw'r enw a'r cyfrinair yn perthyn i'w gilydd, neu ni ellir eu defnyddio mwyach. Gall pwy bynnag sy'n"
                    + " gofalu am Heed yn eich ysbyty roi cyfrinair arall i chi.");
    static final Words SLOWED = new Words(
            "There were too many tries. Nothing was checked: wait a while, at most a quarter of an hour, and try again.",
            "Bu gormod o ymdrechion. Ni wiriwyd dim: arhoswch ychydig, chwarter awr ar y mwyaf, a rhowch gynnig arall"
                    + " arni.");
    static final Words ELSEWHERE = new Words(
            "This was not sent from a page of Heed. Sign in here.",
            "Nid o dudalen Heed y daeth hyn. Mewngofnodwch yma.");
    static final Words AWAY = new Words(
            "The log that keeps who is signed in does not answer. Try again in a moment.",
            "Nid yw'r log sy'n cadw pwy sydd wedi mewngofnodi yn ateb. Rhowch gynnig arall arni ymhen ychydig.");

    private SignInPage() {}

    /**
     * Returns the page.
     *
     * @param to where to go on to
     * @param name what was typed before
     */
    static AccessPage write(String to, String name, List<Words> problems) {
        return AccessPage.of(
                new Words("Sign in", "Mewngofnodi"),
                AccessPage.refused(problems),
                el(
                        "form",
                        attr("method", "post"),
                        attr("action", Leading.SIGN_IN),
                        cls("panel act"),
                        el("input", attr("type", "hidden"), attr("name", TO), attr("value", to)),
                        new Field(NAME, new Words("Your name here", "Eich enw yma"), "text", "username", name).write(),
                        new Field(PASSWORD, new Words("Password", "Cyfrinair"), "password", "current-password", "")
                                .write(),
                        AccessPage.button(new Words("Sign in", "Mewngofnodi"))));
    }
}
