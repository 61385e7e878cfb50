package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.language.Language;
import heed.monitoring.language.Spoken;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Glossary;
import heed.monitoring.view.Names;
import heed.monitoring.view.pipeline.LiveStatus;
import heed.schemas.Audience;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.sentence.English;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Puts a page's content into what all pages share: header with the live status, navigation, banners and footer. */
public final class Layout {

    static final String ONLY_ENGLISH = "This page is for whoever looks after Heed. What follows is in English only.";

    private final Names names;
    private final String notice;
    private final Disclosure disclosure;

    /** Takes what hospitals and measures are called, where figures come from, and to whom they may be shown. */
    public Layout(Names names, String notice, Disclosure disclosure) {
        this.names = names;
        this.disclosure = disclosure;
        this.notice = notice;
    }

    /** Where a page belongs in the navigation. */
    public enum Section {
        OVERVIEW("/", Right.FIGURES),
        DROPS("/drops", Right.FIGURES),
        COMPARE("/league", Right.FIGURES),
        PIPELINE("/pipeline", Right.PIPELINE),
        HELP("/help", Right.FIGURES),
        ADMINISTRATION("/admin", Right.ADMINISTRATION);

        private final String path;
        private final Right right;

        Section(String path, Right right) {
            this.path = path;
            this.right = right;
        }

        private Html link(Section current) {
            String word = name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
            return this == current
                    ? el("a", href(path), attr("aria-current", "page"), word)
                    : el("a", href(path), word);
        }
    }

    /** Whether a page comes anew by itself. */
    enum Renewal {
        BY_ITSELF,
        /** Somebody types in it, or is told what was wrong with what they typed. */
        NONE
    }

    /** Whether a page is what was asked for. */
    public enum Answer {
        ASKED,
        /** What was asked for cannot be; the page says why. */
        REFUSED
    }

    /** A page's own part. */
    public record Content(Section section, String title, Html body, Renewal renewal, Answer answer) {

        /** Makes the part of a page that comes anew by itself. */
        public Content(Section section, String title, Html body) {
            this(section, title, body, Renewal.BY_ITSELF, Answer.ASKED);
        }

        /** Returns the same with more below it. */
        public Content followedBy(Html more) {
            return new Content(section, title, Html.join(body, more), renewal, answer);
        }

        /** Returns the same for a page that stands still. */
        public Content still() {
            return new Content(section, title, body, Renewal.NONE, answer);
        }

        /** Returns the same for a page that says what was wrong with what was asked for. */
        public Content refused() {
            return new Content(section, title, body, Renewal.NONE, Answer.REFUSED);
        }

        boolean isForWhoeverRuns() {
            return section == Section.PIPELINE || section == Section.ADMINISTRATION;
        }

        /** Returns the page's part: what is for whoever looks after Heed is in English, and says so. */
        private Html own(Spoken spoken) {
            return spoken.language() == Language.ENGLISH || !isForWhoeverRuns()
                    ? body
                    : Html.join(el("p", cls("panel"), ONLY_ENGLISH), el("div", attr("lang", "en-GB"), body));
        }

        /**
         * Returns what changes with the content: what is known changes, and the pipeline moves, without any figure
         * changing.
         */
        private String version(Snapshot snapshot, LiveStatus status) {
            return section == Section.PIPELINE
                    ? Integer.toHexString(body.toString().hashCode())
                    : status.version(snapshot);
        }
    }

    /** Returns the whole document for a reader, in the language of the answer. */
    public String page(
            Content content,
            Snapshot snapshot,
            LiveStatus status,
            PageReader reader,
            Optional<Printed> printed,
            Spoken spoken) {
        return spoken.document(root(content, snapshot, status, reader, printed, spoken));
    }

    /** Returns the same before it is said in a language. */
    public Html root(
            Content content,
            Snapshot snapshot,
            LiveStatus status,
            PageReader reader,
            Optional<Printed> printed,
            Spoken spoken) {
        return el(
                "html",
                attr("data-state", status.kind().code()),
                PageHead.of(content),
                el(
                        "body",
                        el("a", cls("skip"), href("#main"), "Skip to the figures"),
                        header(content.section(), status, reader, spoken),
                        el(
                                "aside",
                                cls("stale-banner"),
                                attr("aria-label", "Warning"),
                                el(
                                        "p",
                                        "These figures are not being updated. Care goes on; what"
                                                + " is shown here does not know of it.")),
                        simulatedBanner(snapshot),
                        el(
                                "main",
                                attr("id", "main"),
                                attr("tabindex", "-1"),
                                attr("data-version", content.version(snapshot, status)),
                                content.renewal() == Renewal.NONE ? attr("data-still", "yes") : Html.NOTHING,
                                content.own(spoken)),
                        footer(printed),
                        SaidByScripts.write()));
    }

    private static Html header(Section section, LiveStatus status, PageReader reader, Spoken spoken) {
        return el(
                "header",
                el(
                        "div",
                        cls("bar"),
                        el("a", cls("brand"), href("/"), "Heed"),
                        el(
                                "nav",
                                attr("aria-label", "Main"),
                                Arrays.stream(Section.values())
                                        .filter(each -> reader.may(each.right))
                                        .map(each -> each.link(section))
                                        .toList()),
                        spoken.link(),
                        reader.called()
                                .map(called -> el(
                                        "p", cls("reader"), el("a", href("/account"), attr("translate", "no"), called)))
                                .orElse(Html.NOTHING),
                        el(
                                "p",
                                cls("live"),
                                attr("id", "live"),
                                attr("data-as-of", status.asOf()),
                                attr("data-news", news(section, reader)),
                                attr("data-unheard-ms", Long.toString(LiveStatus.UNHEARD_AFTER.toMillis())),
                                status.text())));
    }

    /**
     * Returns how a page hears of news. Whoever is denied the events, as an administrator, has a page that asks for
     * itself, and only where it was given: what is denied is kept account of.
     */
    private static String news(Section section, PageReader reader) {
        if (reader.may(Right.FIGURES) || reader.may(Right.PIPELINE)) {
            return "events";
        }
        return reader.may(section.right) ? "page" : "";
    }

    private Html simulatedBanner(Snapshot snapshot) {
        boolean simulated =
                snapshot.part(Hospitals.class).byCode().keySet().stream().anyMatch(names::isSimulated);
        return el(
                "aside",
                attr("id", "simulated"),
                attr("aria-label", "About these hospitals"),
                cls(simulated ? "simulated-banner" : "simulated-banner none"),
                el(
                        "p",
                        SimulatedChip.mark(),
                        " Hospitals with this mark are invented: neither their names nor their"
                                + " figures are real."));
    }

    private Html footer(Optional<Printed> printed) {
        return el(
                "footer",
                printed.map(each -> each.line(names.zone())).orElse(Html.NOTHING),
                notice.isEmpty() ? Html.NOTHING : el("p", cls("source"), notice),
                el("p", Glossary.SCORE),
                el("p", audience() + " Times are local to the hospitals."));
    }

    private String audience() {
        String least = "scores on fewer than " + English.answers(disclosure.minimum()) + " are not shown";
        return disclosure.audience() == Audience.PUBLISHED
                ? "For everybody: " + least + ", nor are wards and services, nor days: whole months are, once they are"
                        + " closed."
                : "For staff: " + least + ".";
    }
}
