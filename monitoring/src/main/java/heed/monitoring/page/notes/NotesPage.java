package heed.monitoring.page.notes;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.actions.NoteDraft;
import heed.monitoring.actions.NoteLimits;
import heed.monitoring.html.Crumbs;
import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;
import heed.monitoring.page.NoteList;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.PageRequest;
import heed.monitoring.page.RememberedName;
import heed.monitoring.page.SimulatedChip;
import heed.monitoring.readmodel.Actions;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.schemas.Action;
import heed.schemas.access.Right;
import heed.schemas.key.PlaceKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Writes the notes on a hospital's charts, and the form by which one more is written; for nobody whom no act is told.
 */
public final class NotesPage implements Page {

    static final String PATH = "/hospitals/{code}/notes";
    static final String REMOVED = "removed";

    private final Names names;
    private final NoteLimits limits;

    public NotesPage(Names names, NoteLimits limits) {
        this.names = names;
        this.limits = limits;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Right right() {
        return Right.FIGURES;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        return open(snapshot, request.path("code")).map(figures -> {
            LocalDate today = names.today(figures.code(), snapshot.now());
            NoteDraft draft = new NoteDraft(
                    RememberedName.of(request),
                    today.toString(),
                    Objects.toString(request.query("unit"), ""),
                    Objects.toString(request.query("measure"), ""),
                    "");
            return write(figures, snapshot, NoteFields.fresh(request.reader(), draft));
        });
    }

    /** Returns the hospital that notes are about, where whoever asks is told of acts. */
    static Optional<HospitalFigures> open(Snapshot snapshot, String code) {
        return snapshot.part(Actions.class).areTold()
                ? snapshot.part(Hospitals.class).of(code)
                : Optional.empty();
    }

    /**
     * Writes the notes of a hospital, with {@code form} where the reader may write. It stands still: one types here.
     */
    Layout.Content write(HospitalFigures figures, Snapshot snapshot, NoteFields form) {
        String code = figures.code();
        String name = names.hospital(code);
        List<PlaceKey> places = NotePlaces.of(figures, form.reader());
        String title = "Notes on the charts of " + name;
        return new Layout.Content(
                        Layout.Section.OVERVIEW,
                        form.isRefused() ? "Nothing was recorded: " + title : title,
                        Html.join(
                                new Crumbs()
                                        .link("/", "Overview")
                                        .link(Paths.hospital(code), name)
                                        .here("Notes"),
                                el("h1", title, SimulatedChip.after(code, names)),
                                el(
                                        "p",
                                        "A note says what began or happened on a day, and is drawn on the charts that it is"
                                                + " about. It changes no score, and no drop."),
                                list(snapshot.part(Actions.class).notes(code), form.reader()),
                                places.isEmpty()
                                        ? Html.NOTHING
                                        : form.write(code, places, measures(figures), names, today(code, snapshot)),
                                el(
                                        "p",
                                        cls("small"),
                                        "At most " + limits.most()
                                                + " notes of one place, the hospital or a ward, stand at"
                                                + " once, of " + limits.longest()
                                                + " characters each. Notes that are taken away are shown no more, and stay"
                                                + " in the log of acts with who wrote them.")))
                .still();
    }

    /** Returns which day it is at a hospital. */
    LocalDate today(String code, Snapshot snapshot) {
        return names.today(code, snapshot.now());
    }

    /** Returns the measures of a hospital and of its wards. */
    List<String> measures(HospitalFigures figures) {
        TreeSet<String> all = new TreeSet<>(figures.measures());
        figures.units().forEach(unit -> all.addAll(figures.measures(unit)));
        return names.ordered(List.copyOf(all));
    }

    private Html list(List<Action> notes, PageReader reader) {
        if (notes.isEmpty()) {
            return el("p", attr("id", "notes"), "Nobody has written one that you may see.");
        }
        List<Action> latestFirst = new ArrayList<>(notes);
        Collections.reverse(latestFirst);
        NoteList words = new NoteList(names);
        return el(
                "ul",
                cls("plain notes"),
                attr("id", "notes"),
                latestFirst.stream()
                        .map(note -> el(
                                "li",
                                words.words(note),
                                NotePlaces.mayRemove(note, reader) ? removal(note, reader) : Html.NOTHING))
                        .toList());
    }

    private static Html removal(Action note, PageReader reader) {
        return el(
                "form",
                cls("remove"),
                attr("method", "post"),
                attr("action", Paths.notes(note.getHospital()) + "#notes"),
                NoteFields.hidden(REMOVED, note.getActionId()),
                reader.seal().isEmpty() ? Html.NOTHING : NoteFields.hidden(PageReader.SEAL, reader.seal()),
                el("button", attr("type", "submit"), attr("aria-label", "Take away: " + note.getText()), "Take away"));
    }
}
