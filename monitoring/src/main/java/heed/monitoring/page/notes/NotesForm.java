package heed.monitoring.page.notes;

import heed.monitoring.actions.ActionDesk;
import heed.monitoring.actions.ActionDraft;
import heed.monitoring.actions.NotRecordedException;
import heed.monitoring.actions.NoteDraft;
import heed.monitoring.actions.NoteDraft.Field;
import heed.monitoring.page.Form;
import heed.monitoring.page.LabelledFields;
import heed.monitoring.page.Layout;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.RefusedPage;
import heed.monitoring.page.RememberedName;
import heed.monitoring.page.SeenIt;
import heed.monitoring.readmodel.Actions;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.readmodel.ViewedModel;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.Paths;
import heed.monitoring.web.OwnForm;
import heed.schemas.Action;
import heed.schemas.access.Right;
import heed.schemas.key.PlaceKey;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Takes a note on a hospital's charts, or that one is taken away, and sends the browser back to the notes. */
public final class NotesForm implements Form {

    private static final RefusedPage REFUSED = new RefusedPage(Layout.Section.OVERVIEW, "/", "Back to the overview");
    private static final String NO_ANSWER =
            "The log that keeps it does not answer. Send it again in a moment: it counts once, however often it is sent.";

    private static final String NOT_THERE =
            "This note is not on the charts. One that was taken away is not written again by the same form: send it once"
                    + " more to write it anew, unless it has come up in the list below by now.";

    private final NotesPage page;
    private final ActionDesk desk;

    /** Takes the page that the form is on, and who records what is sent. */
    public NotesForm(NotesPage page, ActionDesk desk) {
        this.page = page;
        this.desk = desk;
    }

    @Override
    public String path() {
        return NotesPage.PATH;
    }

    @Override
    public Right right() {
        return Right.ACTS;
    }

    @Override
    public Optional<Layout.Content> take(Context sent, ViewedModel model, PageReader reader)
            throws IOException, InterruptedException {
        Optional<HospitalFigures> figures = NotesPage.open(model.snapshot(), sent.pathParam("code"));
        if (figures.isEmpty()) {
            sent.status(HttpStatus.NOT_FOUND);
            return Optional.empty();
        }
        Map<String, String> fields;
        try {
            fields = OwnForm.fields(sent);
        } catch (OwnForm.RefusedException e) {
            return refused(sent, e.refusal().status(), e.refusal().words("a note", "Write the note on its page."));
        }
        var asked = new Asked(sent, model, reader, figures.get(), fields);
        return fields.containsKey(NotesPage.REMOVED) ? remove(asked) : note(asked);
    }

    private static Optional<Layout.Content> refused(Context sent, HttpStatus status, String words) {
        sent.status(status);
        return Optional.of(REFUSED.write(words));
    }

    /** What somebody sent about a hospital. */
    private record Asked(
            Context sent, ViewedModel model, PageReader reader, HospitalFigures figures, Map<String, String> fields) {

        private String field(Field field) {
            return fields.getOrDefault(LabelledFields.name(field), "");
        }

        private Snapshot snapshot() {
            return model.snapshot();
        }

        private String who() {
            return reader.called().orElseGet(() -> field(Field.WHO));
        }
    }

    private Optional<Layout.Content> note(Asked asked) throws InterruptedException {
        String code = asked.figures.code();
        var draft = new NoteDraft(
                asked.who(),
                asked.field(Field.DAY),
                asked.field(Field.PLACE),
                asked.field(Field.MEASURE),
                asked.field(Field.TEXT));
        String form = Objects.requireNonNullElseGet(asked.fields.get(SeenIt.FORM), SeenIt::newForm);
        String id = draft.idIn(form);
        Map<Field, String> problems = problems(draft, id, asked);
        if (!problems.isEmpty()) {
            asked.sent.status(HttpStatus.UNPROCESSABLE_CONTENT);
            return again(asked, new NoteFields(asked.reader, form, draft, problems, ""));
        }
        try {
            if (!desk.note(asked.model, code, draft, id)) {
                asked.sent.status(HttpStatus.CONFLICT);
                return again(asked, new NoteFields(asked.reader, SeenIt.newForm(), draft, Map.of(), NOT_THERE));
            }
        } catch (NotRecordedException e) {
            asked.sent.status(HttpStatus.SERVICE_UNAVAILABLE);
            return again(asked, new NoteFields(asked.reader, form, draft, Map.of(), NO_ANSWER));
        }
        if (asked.reader.called().isEmpty()) {
            RememberedName.keep(asked.sent, draft.who());
        }
        return done(asked);
    }

    private Map<Field, String> problems(NoteDraft draft, String id, Asked asked) {
        LocalDate today = page.today(asked.figures.code(), asked.snapshot());
        Map<Field, String> problems = draft.problems(desk.limits(), ChartRange.earliest(today), today);
        PlaceKey place = draft.at(asked.figures.code());
        if (!NotePlaces.of(asked.figures, asked.reader).contains(place)) {
            problems.put(Field.PLACE, "Choose one of these places.");
        } else if (standing(place, id, asked.snapshot()) >= desk.limits().most()) {
            problems.put(
                    Field.PLACE,
                    "There are " + desk.limits().most()
                            + " notes of this place, as many as can be. Take one away first.");
        }
        if (!draft.measure().isEmpty() && !page.measures(asked.figures).contains(draft.measure())) {
            problems.put(Field.MEASURE, "Choose one of these measures.");
        }
        return problems;
    }

    /** Counts the other notes of a place: what is sent again is no note more. */
    private static long standing(PlaceKey place, String id, Snapshot snapshot) {
        return snapshot.part(Actions.class).notes(place.hospital()).stream()
                .filter(note -> Objects.equals(note.getUnit(), place.unit()))
                .filter(note -> !note.getActionId().equals(id))
                .count();
    }

    /** What is not there any more was taken away: nothing is left to do. */
    private Optional<Layout.Content> remove(Asked asked) throws InterruptedException {
        String code = asked.figures.code();
        Optional<Action> note =
                asked.snapshot().part(Actions.class).note(code, asked.fields.getOrDefault(NotesPage.REMOVED, ""));
        if (note.filter(each -> !NotePlaces.mayRemove(each, asked.reader)).isPresent()) {
            asked.sent.status(HttpStatus.NOT_FOUND);
            return Optional.empty();
        }
        try {
            if (note.isPresent()) {
                desk.remove(asked.model, note.get(), asked.reader.called().orElseGet(() -> unsigned(asked.sent)));
            }
            return done(asked);
        } catch (NotRecordedException e) {
            return refused(asked.sent, HttpStatus.SERVICE_UNAVAILABLE, NO_ANSWER);
        }
    }

    /** Where nobody has to say who they are, it is as they once called themselves. */
    private static String unsigned(Context sent) {
        String kept = new ActionDraft("", RememberedName.of(sent), "", "").who();
        return kept.isEmpty() || kept.length() > ActionDraft.LONGEST_NAME ? "Somebody" : kept;
    }

    private static Optional<Layout.Content> done(Asked asked) {
        asked.sent
                .header("Cache-Control", "no-store")
                .redirect(Paths.notes(asked.figures.code()) + "#notes", HttpStatus.SEE_OTHER);
        return Optional.empty();
    }

    private Optional<Layout.Content> again(Asked asked, NoteFields form) {
        return Optional.of(page.write(asked.figures, asked.snapshot(), form));
    }
}
