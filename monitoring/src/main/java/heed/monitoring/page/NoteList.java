package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.readmodel.Actions;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.DayNotes;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.schemas.Action;
import heed.schemas.access.Right;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;

/** Writes what staff noted on charts: the list below a chart, whose numbers are those drawn on it. */
public final class NoteList {

    private final Names names;

    public NoteList(Names names) {
        this.names = names;
    }

    /** Returns the list below a chart, and where one writes another; nothing where nobody is told of acts. */
    public Html below(DayNotes drawn, SeriesKey key, Snapshot snapshot, PageReader reader) {
        Actions acts = snapshot.part(Actions.class);
        if (!acts.areTold()) {
            return Html.NOTHING;
        }
        boolean may = reader.may(Right.ACTS);
        boolean any = !acts.notes(key.hospital()).isEmpty();
        return Html.join(
                drawn.notes().isEmpty()
                        ? Html.NOTHING
                        : el(
                                "section",
                                cls("notes"),
                                attr("aria-label", "Notes on this chart"),
                                el("h2", "Notes on this chart"),
                                el("ol", drawn.notes().stream().map(this::item).toList())),
                may || any
                        ? el(
                                "p",
                                cls("small note-link"),
                                el("a", href(Paths.notes(key)), may ? "Write a note on this chart" : "All notes"))
                        : Html.NOTHING);
    }

    private Html item(Action note) {
        return el("li", words(note));
    }

    /** Returns what a note says, of which day, about what, and who wrote it. */
    public Html words(Action note) {
        return Html.join(
                el("b", English.shortDate(DayNotes.day(note))),
                " ",
                el("span", cls("said"), attr("translate", "no"), note.getText()),
                el("span", cls("small"), " (" + about(note) + "; " + Html.written(note.getWho()) + ")"));
    }

    private String about(Action note) {
        return (note.getUnit() == null ? "whole hospital" : note.getUnit()) + ", "
                + (note.getMeasure() == null ? "all measures" : names.measure(note.getMeasure()));
    }
}
