package heed.monitoring.page.access;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.access.SecondFactors;
import heed.monitoring.access.SignedIn;
import heed.monitoring.draw.QrSvg;
import heed.monitoring.html.Html;
import heed.monitoring.page.access.AccessPage.Field;
import heed.monitoring.page.access.AccessPage.Words;
import java.util.List;

/** Has somebody turn their second factor on and off, and shows their recovery codes once. */
final class SecondFactorPage {

    static final String PASSWORD = "password";
    static final String OFFER = "offer";

    static final Words REFUSED = new Words(
            "Password or code is not right, or the code was used already. Wait for the next code and try again. After"
                    + " several tries you have to wait a while.",
            "Nid yw'r cyfrinair neu'r cod yn gywir, neu mae'r cod wedi'i ddefnyddio eisoes. Arhoswch am y cod nesaf a"
                    + " rhowch gynnig arall arni. Ar ôl sawl ymdrech rhaid i chi aros ychydig.");
    private static final Words TITLE = new Words("Second factor", "Ail ffactor");
    private static final Words NEEDED = new Words(
            "People of your role sign in with a code beside the password. Set it up before you go on.",
            "Mae pobl yn eich rôl chi yn mewngofnodi â chod yn ogystal â'r cyfrinair. Gosodwch ef cyn mynd ymlaen.");
    private static final Words HOW = new Words(
            "Have an authenticator app on your phone read this picture, or type the key below into it. Then type the six"
                    + " digits that it shows.",
            "Gofynnwch i ap dilysu ar eich ffôn ddarllen y llun hwn, neu teipiwch yr allwedd isod ynddo. Yna teipiwch y"
                    + " chwe digid y mae'n eu dangos.");
    private static final Words IS_ON = new Words(
            "Signing in takes your password and a code of your app.",
            "Mae angen eich cyfrinair a chod eich ap i fewngofnodi.");
    private static final Words KEEP = new Words(
            "Your second factor is on. These recovery codes let you in if your phone is lost, each once. They are shown"
                    + " only now: print them or write them down, and keep them apart from your phone.",
            "Mae eich ail ffactor ymlaen. Mae'r codau adfer hyn yn gadael i chi ddod i mewn os yw'ch ffôn ar goll, pob"
                    + " un unwaith. Dim ond nawr y maent yn cael eu dangos: argraffwch neu ysgrifennwch nhw, a'u cadw ar"
                    + " wahân i'ch ffôn.");

    private static final Words AGAIN = new Words(
            "You are not signed in any more. Once you have kept the codes, sign in again.",
            "Nid ydych wedi mewngofnodi mwyach. Ar ôl cadw'r codau, mewngofnodwch eto.");

    private SecondFactorPage() {}

    /** Returns the page of somebody who has none yet. */
    static AccessPage off(SignedIn who, SecondFactors.Offer offer, List<Words> problems) {
        return AccessPage.of(
                TITLE,
                AccessPage.refused(problems),
                who.missing() == SignedIn.Missing.SECOND_FACTOR ? NEEDED.said() : toAccount(),
                HOW.said(),
                el("p", cls("qr"), QrSvg.of(offer.address(), "Key of the second factor")),
                el("p", el("code", attr("id", "key"), grouped(offer.secret()))),
                form(
                        who,
                        Leading.SECOND_FACTOR,
                        new Words("Turn it on", "Ei droi ymlaen"),
                        el("input", attr("type", "hidden"), attr("name", OFFER), attr("value", offer.sealed()))),
                AccountPage.signOut(who));
    }

    /** Returns the page of somebody who has one. */
    static AccessPage on(SignedIn who, List<Words> problems) {
        int left = who.account().getRecoveryCodes().size();
        return AccessPage.of(
                TITLE,
                AccessPage.refused(problems),
                toAccount(),
                IS_ON.said(),
                new Words("Recovery codes that are left: " + left + ".", "Codau adfer sydd ar ôl: " + left + ".")
                        .said(),
                new Words(
                                "For another phone, or for new recovery codes, turn it off here and on again.",
                                "Ar gyfer ffôn arall, neu am godau adfer newydd, trowch ef i ffwrdd yma ac ymlaen eto.")
                        .said(),
                form(who, SecondFactorRoutes.OFF, new Words("Turn it off", "Ei ddiffodd"), Html.NOTHING));
    }

    /** Returns the page that shows recovery codes, which is the only one. */
    static AccessPage codes(List<String> codes, boolean signedIn) {
        return AccessPage.of(
                TITLE,
                KEEP.said(),
                signedIn ? Html.NOTHING : AGAIN.said(),
                el(
                        "ul",
                        cls("codes"),
                        codes.stream().map(each -> el("li", el("code", each))).toList()),
                el(
                        "p",
                        el(
                                "a",
                                href(Leading.HOME),
                                new Words("I have kept them: to the pages", "Rwyf wedi'u cadw: i'r tudalennau")
                                        .text())));
    }

    private static Html toAccount() {
        return el("p", el("a", href(Leading.ACCOUNT), new Words("To your account", "I'ch cyfrif").text()));
    }

    private static Html form(SignedIn who, String action, Words button, Html hidden) {
        return el(
                "form",
                attr("method", "post"),
                attr("action", action),
                cls("panel act"),
                Seal.input(who.seal()),
                hidden,
                new Field(PASSWORD, new Words("Your password", "Eich cyfrinair"), "password", "current-password", "")
                        .write(),
                CodePage.FIELD.write(),
                AccessPage.button(button));
    }

    private static String grouped(String secret) {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
