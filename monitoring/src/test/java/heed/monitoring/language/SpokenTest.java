package heed.monitoring.language;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.el;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.html.Html;
import heed.monitoring.html.Parsed;
import org.junit.jupiter.api.Test;

class SpokenTest {

    private static final Spoken WELSH = new Spoken(Language.WELSH, "/?lang=en");

    private static Parsed welsh(Object... parts) {
        return Parsed.of(WELSH.said(el("div", parts)));
    }

    @Test
    void saysSentencesFiguresAndDates() {
        // When
        Parsed page = welsh(
                el("p", "No hospital yet."),
                el("p", "1,234 answers in the last 28 days. Nothing has been flagged here."),
                el("p", "Live, as of 14:32:07 (1 Jul 2026)"),
                el("p", "Rated very good or good fell from 91% to 78%; now 90%"));

        // Then
        assertThat(page.texts("p"))
                .containsExactly(
                        "Dim ysbyty eto.",
                        "1,234 ateb yn y 28 diwrnod diwethaf. Nid oes rhybudd wedi bod yma.",
                        "Byw, ar 14:32:07 (1 Gorff 2026)",
                        "Wedi'i raddio'n dda iawn neu'n dda: gostyngodd o 91% i 78%; nawr 90%");
    }

    @Test
    void takesWhatIsSaidOfOneNumberBeforeWhatIsSaidOfAll() {
        // When
        Parsed page = welsh(el("p", "2 drops are open"), el("p", "3 drops are open"));

        // Then
        assertThat(page.texts("p")).containsExactly("Mae 2 ostyngiad ar agor", "Mae 3 gostyngiad ar agor");
    }

    @Test
    void leavesPeopleTheirNamesWithinSentences() {
        // When
        Parsed page = welsh(
                el("p", "by " + Html.written("June")),
                el("p", Html.written("Help") + " assigned it to " + Html.written("May, Ward 7") + "."),
                el("p", "by " + Html.written("Jan, June, Overview")),
                el("textarea", attr("aria-label", "Overview"), "Help"));

        // Then
        assertThat(page.texts("p"))
                .containsExactly("gan June", "Neilltuodd Help ef i May, Ward 7.", "gan Jan, June, Overview");
        assertThat(page.one("textarea").text()).isEqualTo("Help");
        assertThat(page.one("textarea").attribute("aria-label")).isEqualTo("Trosolwg");
    }

    @Test
    void showsNoSignOfWhatIsWrittenInEnglishEither() {
        // When
        Parsed english = Parsed.of(el("p", "by " + Html.written("J\uE003une")));

        // Then
        assertThat(english.texts("p")).containsExactly("by June");
    }

    @Test
    void leavesNamesAndWhatSomebodyWroteAsTheyAre() {
        // When
        Parsed page = welsh(
                el("p", "Prince of Wales Hospital"),
                el("p", "Hospital at Home"),
                el("p", attr("translate", "no"), "Overview", el("b", "Help")),
                el("p", attr("lang", "en-GB"), "No hospital yet."),
                el("p", "Overview"));

        // Then
        assertThat(page.texts("p"))
                .containsExactly(
                        "Prince of Wales Hospital", "Hospital at Home", "OverviewHelp", "No hospital yet.", "Trosolwg");
    }

    @Test
    void saysWhatIsReadOutAndNoOtherAttribute() {
        // When
        Parsed page = welsh(el(
                "a", attr("aria-label", "Overview"), attr("href", "/?find=Overview"), attr("value", "Help"), "SIM-A"));

        // Then
        assertThat(page.one("a").attribute("aria-label")).isEqualTo("Trosolwg");
        assertThat(page.one("a").attribute("href")).isEqualTo("/?find=Overview");
        assertThat(page.one("a").attribute("value")).isEqualTo("Help");
    }

    @Test
    void choosesOfWhatThereIsInBothLanguagesAlsoInTheTitle() {
        // Given
        Html page = el(
                "div", el("b", "It <fell> & rose - Heed"), el("p", Html.either("It <fell> & rose", "Syrthiodd <&>")));

        // When
        Parsed english = Parsed.of(page);
        Parsed welsh = Parsed.of(WELSH.said(page));

        // Then
        assertThat(english.texts("b, p")).containsExactly("It <fell> & rose - Heed", "It <fell> & rose");
        assertThat(welsh.texts("b, p")).containsExactly("Syrthiodd <&> - Heed", "Syrthiodd <&>");
    }

    @Test
    void saysTheTitlesInSentencesThatThereAreInBoth() {
        // When
        Parsed page = welsh(el(
                "p",
                Html.either(
                        "x", "H1: mae'r sgôr ar gyfer 'Overall rating' yn is nag arfer, a 'Care & <food>' yn uwch.")));

        // Then
        assertThat(page.texts("p"))
                .containsExactly(
                        "H1: mae'r sgôr ar gyfer 'Sgôr cyffredinol' yn is nag arfer, a 'Care & <food>' yn uwch.");
    }

    @Test
    void takesNoTextForTwoLanguagesAndNoneForMarkup() {
        // When
        Parsed page = welsh(
                el("p", "\uE000a\uE001b\uE002"), el("p", "<b>You act as \"x\" & y"), el("p", "You act as <i>\"$1\\"));

        // Then
        assertThat(page.texts("p"))
                .containsExactly("ab", "<b>You act as \"x\" & y", "Rydych yn gweithredu fel <i>\"$1\\");
        assertThat(page.count("b, i")).isZero();
    }

    @Test
    void namesItsLanguageAndLinksToTheOther() {
        // Given
        Html root = el("html", el("body", WELSH.link()));

        // When
        Parsed page = Parsed.page(WELSH.document(root));

        // Then
        assertThat(page.one("html").attribute("lang")).isEqualTo("cy");
        assertThat(page.one("a").text()).isEqualTo("English");
        assertThat(page.one("a").attribute("hreflang")).isEqualTo("en-GB");
        assertThat(page.links("English")).containsExactly("/?lang=en");
    }
}
