package heed.monitoring.page.hospital;

import static heed.monitoring.ChannelFixture.aChannelDay;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.ChannelFixture;
import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.html.Html;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.PageReader;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.Names;
import heed.schemas.Channel;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ChannelPanelTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-28");
    private static final LocalDate BEFORE = TODAY.minusDays(28);

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final Names names = new Names(HospitalDirectory.empty(), Questionnaires.shipped());

    @Test
    void saysHowPeopleAnsweredAndThatTheMixHasChanged() {
        // When
        Parsed page = page(
                null,
                aChannelDay(TODAY).answers(Channel.SMS, 40).answers(Channel.PAPER, 60),
                aChannelDay(BEFORE).answers(Channel.SMS, 70).answers(Channel.PAPER, 30));

        // Then
        assertThat(page.one("#channels").text()).isEqualTo("How people answered: Rated very good or good");
        assertThat(page.row("Paper")).startsWith("60%", "30%", "60");
        assertThat(page.row("Text message")).startsWith("40%", "70%", "40");
        assertThat(page.text()).contains("The mix has changed: paper 60%, and 30% in the 28 days before.");
        assertThat(page.links("These figures as CSV"))
                .contains("/api/v1/hospitals/H1/channels?measure=fft-2020.positive&format=csv");
    }

    @Test
    void aShiftBelowTenPointsIsNoNews() {
        // When
        Parsed page = page(
                null,
                aChannelDay(TODAY).answers(Channel.SMS, 41).answers(Channel.PAPER, 59),
                aChannelDay(BEFORE).answers(Channel.SMS, 50).answers(Channel.PAPER, 50));

        // Then
        assertThat(page.text()).contains("The mix is much the same").doesNotContain("The mix has changed");
    }

    @Test
    void doesNotCompareWithDaysThatMayNotBeTold() {
        // When
        Parsed page = page(null, aChannelDay(TODAY).answers(Channel.KIOSK, 40).answers(Channel.PHONE, 3));

        // Then
        assertThat(page.row("Kiosk or tablet and phone")).startsWith("100%", "43");
        assertThat(page.text()).contains("Too few answers in the 28 days before to compare with.");
        assertThat(page.texts("[aria-labelledby=channels] thead th")).doesNotContain("28 days before");
    }

    @Test
    void isAbsentWithTooFewAnswersAndForAUnit() {
        // When
        Parsed few = page(null, aChannelDay(TODAY).answers(Channel.SMS, 9));
        Parsed unit = page("W1", aChannelDay(TODAY).answers(Channel.SMS, 90));

        // Then
        assertThat(few.count("#channels")).isZero();
        assertThat(unit.count("#channels")).isZero();
    }

    private Parsed page(String unit, ChannelFixture... days) {
        for (ChannelFixture day : days) {
            model.put(day.build());
        }
        model.put(aDay(TODAY).positive(60, 60));
        model.put(aDay(TODAY).unit("W1").positive(60, 60));
        model.publish();
        var query = new HospitalPage.Query(
                unit,
                "fft-2020.positive",
                ChartRange.of(null, null, LocalDate.parse("2026-03-01")),
                PageReader.unnamed(right -> true));
        return Asked.parsed(new HospitalPage(names, SimulatedPipeline.running())
                .write(model.snapshot().part(Hospitals.class).byCode().get("H1"), model.snapshot(), query, Html.NOTHING)
                .body());
    }
}
