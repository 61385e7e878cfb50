package heed.monitoring.actions;

import static heed.monitoring.DropFixture.aDrop;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.actions.ActionDraft.Field;
import heed.schemas.Action;
import heed.schemas.ActionKind;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionDraftTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static ActionDraft draft(String kind, String assignee, String text) {
        return new ActionDraft(kind, "Sister Evans", assignee, text);
    }

    @Test
    void isCompleteWithANameAndWhatItsKindNeeds() {
        // When // Then
        assertThat(draft("ACKNOWLEDGED", "", "").problems()).isEmpty();
        assertThat(draft("ASSIGNED", "Ward W2", "").problems()).isEmpty();
        assertThat(draft("NOTED", "", "Short of staff.").problems()).isEmpty();
        assertThat(draft("RESOLVED", "", "Two more nurses.").problems()).isEmpty();
    }

    @Test
    void saysWhatToMendInEachField() {
        // When // Then
        assertThat(new ActionDraft("", "", "", "").problems())
                .isEqualTo(Map.of(
                        Field.KIND, "Choose what you do.",
                        Field.WHO, "Say who you are: your name, or your team's."));
        assertThat(draft("ASSIGNED", " ", "").problems())
                .isEqualTo(Map.of(Field.ASSIGNEE, "Say whom you assign it to."));
        assertThat(draft("NOTED", "", "\r\n ").problems()).isEqualTo(Map.of(Field.TEXT, "Write the note."));
        assertThat(draft("RESOLVED", "", "").problems()).containsOnlyKeys(Field.TEXT);
        assertThat(draft("NOTED", "Ward W2", "x").problems()).containsOnlyKeys(Field.ASSIGNEE);
        assertThat(draft("REBASELINED", "", "x").problems()).containsOnlyKeys(Field.KIND);
    }

    @Test
    void takesNamesAndTextsUpToTheirLimits() {
        // Given
        String name = "n".repeat(100);
        String text = "t".repeat(1000);

        // When
        Map<Field, String> atLimit = new ActionDraft("ASSIGNED", name, name, text).problems();
        Map<Field, String> past = new ActionDraft("ASSIGNED", name + "n", name + "n", text + "t").problems();

        // Then
        assertThat(atLimit).isEmpty();
        assertThat(past).containsOnlyKeys(Field.WHO, Field.ASSIGNEE, Field.TEXT);
        assertThat(past.get(Field.TEXT)).isEqualTo("Shorten this: it has 1,001 characters, and 1,000 are the most.");
    }

    @Test
    void keepsTheLinesOfATextAndMakesNamesOneLine() {
        // When
        ActionDraft draft = new ActionDraft("ASSIGNED", " Sister\r\nEvans\0", "Ward\tW2", " one\r\ntwo\u0007 ");

        // Then
        assertThat(draft.who()).isEqualTo("Sister Evans");
        assertThat(draft.assignee()).isEqualTo("Ward W2");
        assertThat(draft.text()).isEqualTo("one\ntwo");
    }

    @Test
    void takesOutWhatTurnsTheDirectionOfWriting() {
        // When
        var draft = new ActionDraft("NOTED", "Sister\u202E Evans\u2066", "", "one\u200Ftwo\n\u2028three");

        // Then
        assertThat(draft.who()).isEqualTo("Sister Evans");
        assertThat(draft.text()).isEqualTo("onetwo\nthree");
    }

    @Test
    void isTheSameActWhereTheSameIsSentTwiceFromOneForm() {
        // Given
        ActionDraft draft = draft("NOTED", "", "one");

        // When
        String id = draft.idIn("form 1");

        // Then
        assertThat(draft("NOTED", "", "one").idIn("form 1")).isEqualTo(id);
        assertThat(draft.idIn("form 2")).isNotEqualTo(id);
        assertThat(draft("NOTED", "", "two").idIn("form 1")).isNotEqualTo(id);
    }

    @Test
    void namesTheDropItIsAbout() {
        // When
        Action act = draft("RESOLVED", "", "Done.").of(aDrop().unit("W2").open(), "an id", NOON);

        // Then
        assertThat(act)
                .isEqualTo(Action.newBuilder()
                        .setActionId("an id")
                        .setKind(ActionKind.RESOLVED)
                        .setHospital("H1")
                        .setUnit("W2")
                        .setMeasure("fft-2020.positive")
                        .setDropId("0b5a3b5e-6f3f-5d0c-9d0a-111111111111")
                        .setWho("Sister Evans")
                        .setAt(NOON)
                        .setText("Done.")
                        .build());
        assertThat(draft("RESOLVED", "", "Done.").isOf(act)).isTrue();
        assertThat(draft("RESOLVED", "", "Undone.").isOf(act)).isFalse();
    }
}
