package heed.monitoring.page.access;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.access.Passwords;
import heed.monitoring.access.SignedIn;
import heed.monitoring.html.Html;
import heed.monitoring.page.access.AccessPage.Field;
import heed.monitoring.page.access.AccessPage.Words;
import heed.schemas.Account;
import java.util.List;

/** Tells somebody who they are here and what they may, has them choose a password, and signs them out. */
final class AccountPage {

    static final String OLD = "old";
    static final String NEW = "new";
    static final String AGAIN = "again";

    static final Words FIRST = new Words(
            "Your password was given to you. Choose your own before you go on.",
            "Rhoddwyd eich cyfrinair i chi. Dewiswch eich un eich hun cyn mynd ymlaen.");
    static final Words NOT_YOURS = new Words(
            "The password that you have now is another one. After several tries you have to wait a while.",
            "Cyfrinair arall sydd gennych nawr. Ar ôl sawl ymdrech rhaid i chi aros ychydig.");
    static final Words DIFFERENT =
            new Words("The new password was typed in two ways.", "Teipiwyd y cyfrinair newydd mewn dwy ffordd.");
    static final Words SAME = new Words(
            "The new password is the one that you have now.", "Y cyfrinair newydd yw'r un sydd gennych nawr.");

    private AccountPage() {}

    static Words of(Passwords.Problem problem) {
        return switch (problem) {
            case SHORT ->
                new Words(
                        "The new password needs at least " + Passwords.LEAST + " characters: three or four words do.",
                        "Mae angen o leiaf " + Passwords.LEAST
                                + " nod ar y cyfrinair newydd: mae tri neu bedwar gair yn ddigon.");
            case LONG ->
                new Words(
                        "The new password has more than " + Passwords.MOST + " characters.",
                        "Mae gan y cyfrinair newydd fwy na " + Passwords.MOST + " nod.");
            case GUESSED ->
                new Words(
                        "The new password is easy to guess: it has your name in it, or hardly any different characters.",
                        "Mae'r cyfrinair newydd yn hawdd ei ddyfalu: mae'n cynnwys eich enw, neu prin ddim nodau"
                                + " gwahanol.");
        };
    }

    static AccessPage write(SignedIn who, List<Words> problems) {
        return AccessPage.of(
                new Words("Your account", "Eich cyfrif"),
                AccessPage.refused(problems),
                who.mustChoosePassword() && problems.isEmpty() ? FIRST.said() : Html.NOTHING,
                el("p", Html.written(who.called()) + ": " + may(who.account())),
                who.missing() != SignedIn.Missing.NOTHING
                        ? Html.NOTHING
                        : el("p", el("a", href("/"), new Words("To the pages", "I'r tudalennau").text())),
                who.isByProvider() ? Html.NOTHING : password(who),
                who.isByProvider() || who.mustChoosePassword() ? Html.NOTHING : secondFactor(who),
                signOut(who));
    }

    static Html signOut(SignedIn who) {
        return el(
                "form",
                attr("method", "post"),
                attr("action", SignInRoutes.SIGN_OUT),
                Seal.input(who.seal()),
                AccessPage.button(new Words("Sign out", "Allgofnodi")));
    }

    private static Html secondFactor(SignedIn who) {
        Words words = who.hasSecondFactor()
                ? new Words("Your second factor is on", "Mae eich ail ffactor ymlaen")
                : new Words(
                        "Turn on a second factor: a code of your phone beside the password",
                        "Troi ail ffactor ymlaen: cod eich ffôn yn ogystal â'r cyfrinair");
        return el("p", el("a", href(Leading.SECOND_FACTOR), words.text()));
    }

    private static String may(Account account) {
        String role = account.getRole();
        return account.getPlaces().isEmpty()
                ? role
                : role + " of "
                        + String.join(
                                ", ",
                                account.getPlaces().stream()
                                        .map(place -> place.endsWith("|")
                                                ? place.substring(0, place.length() - 1)
                                                : place.replace('|', '/'))
                                        .toList());
    }

    private static Html password(SignedIn who) {
        return el(
                "form",
                attr("method", "post"),
                attr("action", Leading.ACCOUNT),
                cls("panel act"),
                el("h2", new Words("Choose a password", "Dewis cyfrinair").text()),
                Seal.input(who.seal()),
                new Field(
                                OLD,
                                new Words("The one that you have now", "Yr un sydd gennych nawr"),
                                "password",
                                "current-password",
                                "")
                        .write(),
                new Field(NEW, new Words("The new one", "Yr un newydd"), "password", "new-password", "").write(),
                new Field(AGAIN, new Words("The new one again", "Yr un newydd eto"), "password", "new-password", "")
                        .write(),
                AccessPage.button(new Words("Change it", "Ei newid")));
    }
}
