package heed.monitoring.page.notes;

import static heed.monitoring.ActionFixture.aNote;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.actions.NoteLimits;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.PageReader;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.SeenComments;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.readmodel.Viewer;
import heed.monitoring.view.Names;
import heed.schemas.Audience;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.PlaceKey;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotesPageTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final PlaceKey WARD = new PlaceKey("H1", "W1");

    private final Names names = new Names(HospitalDirectory.of(List.of(), LONDON), Questionnaires.shipped());
    private final NotesPage page = new NotesPage(names, new NoteLimits(200, 100));

    private static ReadModel filled(Disclosure disclosure) {
        ReadModel model = new ReadModel(Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), LONDON), disclosure);
        LocalDate day = LocalDate.parse("2026-03-04");
        model.put(aDay(day).positive(60, 80));
        model.put(aDay(day).unit("W1").positive(30, 40));
        model.put(aDay(day).unit("W2").positive(30, 40));
        model.put(aNote("2026-03-01", "New rota & breaks").number(1).build());
        model.put(aNote("2026-03-02", "Ours")
                .number(2)
                .with(note -> note.setUnit("W1"))
                .build());
        // A ward whose figures are gone: its note can be taken away all the same.
        model.put(aNote("2026-02-01", "Closed")
                .number(3)
                .with(note -> note.setUnit("W9"))
                .build());
        model.publish();
        return model;
    }

    private static PageReader lead(Set<PlaceKey> places) {
        return new PageReader(
                right -> true,
                Optional.of("evans"),
                Optional.of("Sister Evans (evans)"),
                "seal",
                drop -> Optional.empty(),
                places,
                () -> SeenComments.NONE);
    }

    @Test
    void listsNotesWithTheLatestDayFirstAndHasTheFormFilledForTheChart() {
        // When
        Parsed seen = Asked.of(
                page, filled(Simulated.STAFF).snapshot(), "/hospitals/H1/notes?measure=fft-2020.positive&unit=W2");

        // Then
        assertThat(seen.texts("#notes .said")).containsExactly("Ours", "New rota & breaks", "Closed");
        assertThat(seen.count("form.remove")).isEqualTo(3);
        assertThat(seen.texts("#note-place option")).containsExactly("The whole hospital", "W1", "W2");
        assertThat(seen.texts("#note-place option[selected]")).containsExactly("W2");
        assertThat(seen.attributes("#note-measure option[selected]", "value")).containsExactly("fft-2020.positive");
        assertThat(seen.attributes("#note-day", "value")).containsExactly("2026-03-04");
    }

    @Test
    void hasNoFormForWhoeverMayNotAct() {
        // When
        Parsed seen = Asked.of(
                page, filled(Simulated.STAFF).snapshot(), "/hospitals/H1/notes", PageReader.unnamed(right -> false));

        // Then
        assertThat(seen.count("form")).isZero();
        assertThat(seen.texts("#notes .said")).hasSize(3);
    }

    @Test
    void letsALeadOfAWardWriteAboutThatAloneAndSeeNoOtherNotes() {
        // Given
        Viewer ward = Viewer.of(Rights.of(Role.LEAD, Scope.of(Set.of(WARD))));
        Snapshot snapshot = filled(Simulated.STAFF).seenBy(ward).snapshot();

        // When
        Parsed seen = Asked.of(page, snapshot, "/hospitals/H1/notes", lead(Set.of(WARD)));

        // Then
        assertThat(seen.texts("#notes .said")).containsExactly("Ours");
        assertThat(seen.texts("#note-place option")).containsExactly("W1");
        assertThat(seen.text()).contains("You write as Sister Evans (evans).");
    }

    @Test
    void isNotThereForEverybody() {
        // Given
        Snapshot published =
                filled(Disclosure.to(Audience.PUBLISHED, new Minimums(5, 10))).snapshot();

        // When // Then
        assertThat(NotesPage.open(published, "H1")).isEmpty();
        assertThat(NotesPage.open(filled(Simulated.STAFF).snapshot(), "H1")).isPresent();
        assertThat(NotesPage.open(filled(Simulated.STAFF).snapshot(), "H9")).isEmpty();
    }
}
