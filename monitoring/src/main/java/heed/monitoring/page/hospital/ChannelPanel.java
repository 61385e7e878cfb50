package heed.monitoring.page.hospital;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.CsvLink;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.page.RowDrawings;
import heed.monitoring.readmodel.ChannelMix;
import heed.monitoring.view.Condition;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Words;
import heed.schemas.Channel;
import heed.schemas.disclosure.Reading;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes how the answers of a current score came in, what they come to by channel, and whether the mix has changed. */
final class ChannelPanel {

    /** A share that moves by this much is a change worth a sentence. */
    private static final double MUCH = 0.10;

    private static final String ID = "channels";

    private static final String BEFORE = Words.SCORE_DAYS + " before";

    private final SeriesKey key;
    private final String measure;

    /** Takes the line of a whole hospital, and what its measure is called. */
    ChannelPanel(SeriesKey key, String measure) {
        this.key = key;
        this.measure = measure;
    }

    /** Returns heading, sentence and table; nothing where there are no answers to speak of. */
    Html of(ChannelMix mix) {
        if (mix.groups().isEmpty()) {
            return Html.NOTHING;
        }
        RowDrawings drawings = RowDrawings.over(
                mix.groups().stream().map(ChannelMix.Group::reading).toList());
        Table table = new Table().column("Channel").figures("Share");
        if (isTold(mix)) {
            table.figures(BEFORE);
        }
        return Html.join(
                el("h2", attr("id", ID), "How people answered: " + measure),
                el("p", cls("sub"), sentence(mix)),
                table.figures("Answers")
                        .figures("Score")
                        .column(drawings.rangeHeading())
                        .write(
                                ID,
                                mix.groups().stream()
                                        .map(group -> row(group, drawings))
                                        .toList()),
                CsvLink.to("/api/v1" + Paths.channels(key)));
    }

    private static boolean isTold(ChannelMix mix) {
        return mix.groups().stream().anyMatch(group -> group.before().isPresent());
    }

    private static String sentence(ChannelMix mix) {
        if (!isTold(mix)) {
            return "The last " + Words.SCORE_DAYS + ". Too few answers in the " + BEFORE + " to compare with.";
        }
        Optional<ChannelMix.Group> most = mix.groups().stream()
                .max(Comparator.comparingDouble(ChannelPanel::moved))
                .filter(group -> moved(group) >= MUCH);
        return most.map(group ->
                        "The mix has changed: " + named(group) + " " + English.percent(group.share()) + ", and "
                                + English.percent(group.before().orElseThrow())
                                + " in the " + BEFORE
                                + ". People rate differently by channel, so the score may have moved for that alone.")
                .orElse("The mix is much the same as in the " + BEFORE + ".");
    }

    private static double moved(ChannelMix.Group group) {
        return Math.abs(group.share() - group.before().orElseThrow());
    }

    private static List<Html> row(ChannelMix.Group group, RowDrawings drawings) {
        List<Html> cells = new ArrayList<>();
        cells.add(el("th", attr("scope", "row"), capitalised(named(group))));
        cells.add(el("td", cls("n"), el("b", English.percent(group.share()))));
        group.before().ifPresent(before -> cells.add(el("td", cls("n"), English.percent(before))));
        cells.addAll(figures(group.reading(), drawings));
        return cells;
    }

    private static List<Html> figures(Reading reading, RowDrawings drawings) {
        return reading.shown()
                .map(shown -> List.of(
                        el("td", cls("n"), English.count(shown.answers())),
                        el("td", cls("n"), Words.percent(shown)),
                        drawings.range(shown, Condition.AS_USUAL)))
                .orElseGet(() -> List.of(
                        el("td", cls("n"), "0"), el("td", cls("n"), "-"), el("td", cls("small"), "No responses")));
    }

    private static String named(ChannelMix.Group group) {
        List<String> words = group.channels().stream().map(ChannelPanel::word).toList();
        return words.size() == 1
                ? words.get(0)
                : words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", "))
                        + " and "
                        + words.get(words.size() - 1);
    }

    private static String word(Channel channel) {
        return switch (channel) {
            case SMS -> "text message";
            case WEB -> "web form";
            case KIOSK -> "kiosk or tablet";
            case PAPER -> "paper";
            case PHONE -> "phone";
            case PUBLISHED -> "published figures";
            case UNKNOWN -> "ways not stated";
        };
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
