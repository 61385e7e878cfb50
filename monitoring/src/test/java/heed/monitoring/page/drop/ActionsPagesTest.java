package heed.monitoring.page.drop;

import static heed.monitoring.ActionFixture.anAct;
import static heed.monitoring.DropFixture.aDrop;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.actions.ActionDraft;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.PageReader;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActionsPagesTest {

    private static final Drop DROP = aDrop().open();

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final Names names =
            new Names(HospitalDirectory.of(List.of(), ZoneId.of("Europe/London")), Questionnaires.shipped());

    private Parsed page(ActionForm form) {
        model.publish();
        return Asked.parsed(new DropPage(names, SimulatedPipeline.running(), 10)
                .write(DROP, model.snapshot(), Optional.of(form))
                .body());
    }

    private Parsed page() {
        return page(ActionForm.fresh(PageReader.unnamed(right -> true), "Dr Rees"));
    }

    private Parsed cards() {
        model.publish();
        return Asked.parsed(new DropsPage(names, SimulatedPipeline.running())
                .write(model.snapshot())
                .body());
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
                .saying("Short of <b>staff.")
                .build());

        // When
        Parsed page = page();

        // Then
        assertThat(page.texts(".time li"))
                .containsExactly(
                        "20 Feb about here answers began to fall.",
                        "22 Feb, 09:00 Sister Evans wrote:Short of <b>staff.",
                        "24 Feb, 10:41 flagged, after about 112 answers.",
                        "25 Jul, 10:00 Sister Evans assigned it to Ward W2.",
                        "Now still flagged; no responses in the last 7 days.");
    }

    @Test
    void showsOnEveryCardHowFarPeopleAre() {
        // Given
        model.put(DROP);

        // When
        Parsed untouched = cards();
        Parsed untouchedPage = page();
        model.put(anAct(ActionKind.ACKNOWLEDGED).number(1).build());
        Parsed acknowledged = cards();
        model.put(anAct(ActionKind.ASSIGNED).number(2).to("Ward W2").build());
        Parsed assigned = cards();
        model.put(
                anAct(ActionKind.RESOLVED).number(3).saying("Two more nurses.").build());
        Parsed resolved = cards();

        // Then
        assertThat(untouched.texts(".stage")).containsExactly("New nobody has picked it up");
        assertThat(untouchedPage.texts(".stage")).containsExactly("New nobody has picked it up");
        assertThat(acknowledged.texts(".stage")).singleElement().satisfies(stage -> assertThat(stage)
                .startsWith("Acknowledged by Sister Evans"));
        assertThat(assigned.texts(".stage")).singleElement().satisfies(stage -> assertThat(stage)
                .startsWith("Assigned to Ward W2"));
        assertThat(resolved.texts(".stage")).singleElement().satisfies(stage -> assertThat(stage)
                .startsWith("Resolved by Sister Evans"));
    }

    @Test
    void saysWhatWasSaidAndWhatWasDoneOnceResolved() {
        // Given
        model.put(DROP);
        Parsed before = page();

        // When
        model.put(
                anAct(ActionKind.RESOLVED).number(1).saying("Two more nurses.").build());
        Parsed after = page();

        // Then
        assertThat(before.count("#did")).isZero();
        assertThat(after.one("h2#did").text()).isEqualTo("You said, we did");
        assertThat(after.one("section:has(#did)").text())
                .containsSubsequence(
                        "You said: The score for 'Rated very good or good' at H1 is lower than usual",
                        "We did: Two more nurses.",
                        "Sister Evans, 25 February 2026, 09:00");
    }

    @Test
    void offersNothingToDoWhereReadersAreNotTold() {
        // Given
        model.put(DROP);
        Parsed staff = page();
        ReadModel published = new ReadModel(Clock.systemUTC(), Disclosure.to(Audience.PUBLISHED, new Minimums(5, 10)));

        // When
        Parsed others = Asked.parsed(new DropPage(names, SimulatedPipeline.running(), 10)
                .write(DROP, published.snapshot(), Optional.of(ActionForm.fresh(PageReader.unnamed(right -> true), "")))
                .body());

        // Then
        assertThat(staff.one("form").attributes("input[name=who]", "value")).containsExactly("Dr Rees");
        assertThat(others.count("form")).isZero();
        assertThat(others.text()).doesNotContain("nobody has picked it up");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatToMendBesideIt() {
        // Given
        model.put(DROP);
        var typed = new ActionDraft("NOTED", "", "Ward <W2>", "She said \"no\"");

        // When
        Parsed page = page(new ActionForm(PageReader.unnamed(right -> true), "a form", typed, typed.problems(), ""));

        // Then
        assertThat(page.one("[role=alert]").links("Say who you are: your name, or your team's."))
                .containsExactly("#act-who");
        assertThat(page.one("#act-who-problem").text()).startsWith("Say who you are");
        Parsed who = page.one("#act-who");
        assertThat(who.attribute("aria-describedby")).isEqualTo("act-who-hint act-who-problem");
        assertThat(who.attribute("aria-invalid")).isEqualTo("true");
        assertThat(page.attributes("input", "value")).contains("Ward <W2>", "a form");
        assertThat(page.texts("textarea")).containsExactly("She said \"no\"");
        assertThat(page.attributes("option[selected]", "value")).containsExactly("NOTED");
    }

    @Test
    void saysThatNothingWasRecordedWhereTheLogIsAway() {
        // Given
        model.put(DROP);
        var typed = new ActionDraft("ACKNOWLEDGED", "Dr Rees", "", "");

        // When
        Parsed page =
                page(new ActionForm(PageReader.unnamed(right -> true), "a form", typed, Map.of(), "The log is away."));

        // Then
        assertThat(page.one("[role=alert]").text()).isEqualTo("Nothing was recorded. The log is away.");
    }
}
