package heed.monitoring.page.access;

import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.page.access.AccessPage.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Tells what came of a sign-in at a provider, and of signing out. Names nothing that there is here. */
final class ProviderPage {

    static final Words AWAY = new Words(
            "Your organisation's sign-in does not answer, so nobody can sign in at the moment. Whoever is signed in"
                    + " stays so. Try again in a few minutes; if it lasts, tell your IT service desk.",
            "Nid yw system mewngofnodi eich sefydliad yn ateb, felly ni all neb fewngofnodi ar hyn o bryd. Mae pawb"
                    + " sydd wedi mewngofnodi yn aros felly. Rhowch gynnig arall arni ymhen ychydig funudau; os yw'n"
                    + " parhau, rhowch wybod i'ch desg gymorth TG.");
    static final Words REFUSED = new Words(
            "What came back from your organisation's sign-in is not the answer to what this browser asked, or came too"
                    + " late. Nobody was signed in. Begin again from here.",
            "Nid yw'r hyn a ddaeth yn ôl o system mewngofnodi eich sefydliad yn ateb i'r hyn a ofynnodd y porwr hwn,"
                    + " neu daeth yn rhy hwyr. Ni fewngofnodwyd neb. Dechreuwch eto o'r fan hon.");
    static final Words DENIED = new Words(
            "You are signed in at your organisation, but it does not say that you may use Heed. Ask whoever looks after"
                    + " Heed in your hospital, or your IT service desk, to give you a role in Heed, and where; then sign in"
                    + " again.",
            "Rydych wedi mewngofnodi yn eich sefydliad, ond nid yw'n dweud y cewch ddefnyddio Heed. Gofynnwch i bwy"
                    + " bynnag sy'n gofalu am Heed yn eich ysbyty, neu i'ch desg gymorth TG, roi rôl yn Heed i chi, ac"
                    + " ymhle; yna mewngofnodwch eto.");
    static final Words OUT = new Words("You are signed out of Heed.", "Rydych wedi allgofnodi o Heed.");
    private static final Words LEAVING = new Words(
            "You are signed out of Heed, and go on to be signed out of your organisation's sign-in too.",
            "Rydych wedi allgofnodi o Heed, ac yn mynd ymlaen i allgofnodi o system mewngofnodi eich sefydliad hefyd.");

    private ProviderPage() {}

    /** Returns a page that says that nobody was signed in, and why. */
    static AccessPage problem(Words why) {
        return AccessPage.of(
                new Words("You are not signed in", "Nid ydych wedi mewngofnodi"),
                AccessPage.refused(List.of(why)),
                link(Leading.SIGN_IN, new Words("Sign in", "Mewngofnodi")));
    }

    /** Returns a page that says that somebody is signed out; {@code onward} is where they are signed out of more. */
    static AccessPage out(Optional<URI> onward) {
        return AccessPage.of(
                new Words("Signed out", "Wedi allgofnodi"),
                onward.isPresent() ? LEAVING.said() : OUT.said(),
                onward.map(each -> link(each.toString(), new Words("Go on", "Ymlaen")))
                        .orElseGet(() -> link(Leading.SIGN_IN, new Words("Sign in again", "Mewngofnodi eto"))));
    }

    private static Html link(String address, Words words) {
        return el("p", el("a", href(address), words.text()));
    }
}
