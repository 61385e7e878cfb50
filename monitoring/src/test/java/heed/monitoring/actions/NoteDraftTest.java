package heed.monitoring.actions;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.actions.NoteDraft.Field;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoteDraftTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-04");
    private static final LocalDate EARLIEST = LocalDate.parse("2024-03-01");

    private static Map<Field, String> problems(String day, String text) {
        return new NoteDraft("Sister Evans", day, "", "", text).problems(new NoteLimits(20, 5), EARLIEST, TODAY);
    }

    @Test
    void takesADayUpToTodayAsFarBackAsChartsGo() {
        // When // Then
        assertThat(problems("2026-03-04", "New rota")).isEmpty();
        assertThat(problems("2024-03-01", "New rota")).isEmpty();
        assertThat(problems("2026-03-05", "New rota"))
                .containsExactly(Map.entry(Field.DAY, "Give a day up to today, 2026-03-04."));
        assertThat(problems("2024-02-29", "New rota"))
                .containsExactly(Map.entry(Field.DAY, "Give a day from 2024-03-01 on: charts go back no further."));
        assertThat(problems("yesterday", "New rota"))
                .containsExactly(Map.entry(Field.DAY, "Give the day, written as 2026-03-04."));
    }

    @Test
    void boundsTheTextAndRefusesWhatCannotBeSeenInIt() {
        // When // Then
        assertThat(problems("2026-03-04", "x".repeat(20))).isEmpty();
        assertThat(problems("2026-03-04", "x".repeat(21)))
                .containsExactly(Map.entry(Field.TEXT, "Shorten this: it has 21 characters, and 20 are the most."));
        assertThat(problems("2026-03-04", " \n ")).containsOnlyKeys(Field.TEXT);
        assertThat(problems("2026-03-04", "New\u0007rota"))
                .containsExactly(Map.entry(
                        Field.TEXT, "This holds a character that cannot be seen. Type it here instead of pasting it."));
        assertThat(problems("2026-03-04", "New \u202Erota")).containsOnlyKeys(Field.TEXT);
        assertThat(problems("2026-03-04", "New\nrota")).isEmpty();
    }

    @Test
    void asksWhoWrites() {
        // When // Then
        assertThat(new NoteDraft(" ", "2026-03-04", "", "", "New rota")
                        .problems(new NoteLimits(20, 5), EARLIEST, TODAY))
                .containsExactly(Map.entry(Field.WHO, "Say who you are: your name, or your team's."));
        assertThat(new NoteDraft("x".repeat(101), "2026-03-04", "", "", "New rota")
                        .problems(new NoteLimits(20, 5), EARLIEST, TODAY))
                .containsOnlyKeys(Field.WHO);
    }

    @Test
    void isTheSameNoteIfSentTwiceAndAnotherIfChanged() {
        // Given
        NoteDraft draft = new NoteDraft("Sister Evans", "2026-03-04", "", "", "New rota");

        // When // Then
        assertThat(draft.idIn("f")).isEqualTo(draft.idIn("f")).isNotEqualTo(draft.idIn("g"));
        assertThat(new NoteDraft("Sister Evans", "2026-03-04", "W1", "", "New rota").idIn("f"))
                .isNotEqualTo(draft.idIn("f"));
    }
}
