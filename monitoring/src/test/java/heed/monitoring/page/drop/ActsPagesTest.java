package heed.monitoring.page.drop;

import static heed.monitoring.ActionFixture.anAct;
import static heed.monitoring.DropFixture.aDrop;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.actions.ActionDraft;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.schemas.ActionKind;
import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActsPagesTest {

    private static final Drop DROP = aDrop().open();

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final Names names =
            new Names(HospitalDirectory.of(List.of(), ZoneId.of("Europe/London")), Questionnaires.shipped());

    private String page(ActForm form) {
        model.publish();
        return new DropPage(names, 10)
                .write(DROP, model.snapshot(), form)
                .body()
                .toString();
    }

    private String page() {
        return page(ActForm.fresh("Dr Rees"));
    }

    private String cards() {
        model.publish();
        return new DropsPage(names).write(model.snapshot()).body().toString();
    }

    @Test
    void joinsWhatTheWatchFoundWithWhatPeopleDid() {
        // Given
        model.put(DROP);
        model.put(anAct(ActionKind.ASSIGNED)
                .number(2)
                .at(Instant.parse("2026-07-25T09:00:00Z"))
                .to("Ward W2")
                .build());
        model.put(anAct(ActionKind.NOTED)
                .number(1)
                .at(Instant.parse("2026-02-22T09:00:00Z"))
                .saying("Short of <b>staff</b>.")
                .build());

        // When
        String page = page();

        // Then
        assertThat(page)
                .containsSubsequence(
                        "20 Feb</b> about here answers began to fall.",
                        "22 Feb, 09:00</b> Sister Evans wrote:<span class=\"said\">Short of &lt;b&gt;staff&lt;/b&gt;.</span>",
                        "24 Feb, 10:41</b> flagged, after 112 answers.",
                        "25 Jul, 10:00</b> Sister Evans assigned it to Ward W2.",
                        "<b>Now</b>");
    }

    @Test
    void showsOnEveryCardHowFarPeopleAre() {
        // Given
        model.put(DROP);

        // When
        String untouched = cards() + page();
        model.put(anAct(ActionKind.ACKNOWLEDGED).number(1).build());
        String acknowledged = cards();
        model.put(anAct(ActionKind.ASSIGNED).number(2).to("Ward W2").build());
        String assigned = cards();
        model.put(
                anAct(ActionKind.RESOLVED).number(3).saying("Two more nurses.").build());
        String resolved = cards();

        // Then
        assertThat(untouched.split("New</span> nobody has picked it up", -1)).hasSize(3);
        assertThat(acknowledged).contains("Acknowledged</span> by Sister Evans");
        assertThat(assigned).contains("Assigned</span> to Ward W2").doesNotContain("Acknowledged</span>");
        assertThat(resolved).contains("Resolved</span> by Sister Evans");
    }

    @Test
    void saysWhatWasSaidAndWhatWasDoneOnceResolved() {
        // Given
        model.put(DROP);
        String before = page();

        // When
        model.put(
                anAct(ActionKind.RESOLVED).number(1).saying("Two more nurses.").build());
        String after = page();

        // Then
        assertThat(before).doesNotContain("id=\"did\"");
        assertThat(after)
                .containsSubsequence(
                        "You said, we did</h2>",
                        "You said: </b>The score for &#39;Rated very good or good&#39; at H1 is lower than usual",
                        "We did: </b><span class=\"said\">Two more nurses.</span>",
                        "Sister Evans, 25 February 2026, 09:00");
    }

    @Test
    void offersNothingToDoWhereReadersAreNotTold() {
        // Given
        model.put(DROP);
        String staff = page();
        ReadModel published = new ReadModel(Clock.systemUTC(), Disclosure.to(Audience.PUBLISHED, new Minimums(5, 10)));

        // When
        String others = new DropPage(names, 10)
                .write(DROP, published.snapshot(), ActForm.fresh(""))
                .body()
                .toString();

        // Then
        assertThat(staff).contains("<form").contains("value=\"Dr Rees\"");
        assertThat(others).doesNotContain("<form").doesNotContain("nobody has picked it up");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatToMendBesideIt() {
        // Given
        model.put(DROP);
        var typed = new ActionDraft("NOTED", "", "Ward <W2>", "She said \"no\"");

        // When
        String page = page(new ActForm("a form", typed, typed.problems(), ""));

        // Then
        assertThat(page)
                .contains("role=\"alert\"")
                .contains("<a href=\"#act-who\">Say who you are: your name, or your team&#39;s.</a>")
                .contains("id=\"act-who-problem\">Say who you are")
                .contains("aria-describedby=\"act-who-hint act-who-problem\" aria-invalid=\"true\"")
                .contains("value=\"Ward &lt;W2&gt;\"")
                .contains(">She said &quot;no&quot;</textarea>")
                .contains("<option value=\"NOTED\" selected=\"selected\">")
                .contains("value=\"a form\"");
    }

    @Test
    void saysThatNothingWasRecordedWhereTheLogIsAway() {
        // Given
        model.put(DROP);
        var typed = new ActionDraft("ACKNOWLEDGED", "Dr Rees", "", "");

        // When
        String page = page(new ActForm("a form", typed, Map.of(), "The log is away."));

        // Then
        assertThat(page).contains("Nothing was recorded.</b></p><p>The log is away.</p>");
    }
}
