package heed.monitoring.readmodel;

import static heed.monitoring.ChannelFixture.aChannelDay;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.ChannelFixture;
import heed.monitoring.Simulated;
import heed.schemas.Audience;
import heed.schemas.Channel;
import heed.schemas.ChannelDay;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.disclosure.Reading;
import heed.schemas.key.ChannelKey;
import heed.schemas.reader.Route;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-28");
    private static final LocalDate BEFORE = TODAY.minusDays(28);

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

    @Test
    void addsUpTheDaysAndTheDaysBeforeThem() {
        // When
        ChannelMix mix = mix(
                day(TODAY).answers(Channel.SMS, 20),
                day(TODAY.minusDays(27)).answers(Channel.SMS, 10).answers(Channel.PAPER, 10),
                day(BEFORE).answers(Channel.SMS, 10),
                day(BEFORE.minusDays(27)).answers(Channel.PAPER, 30),
                day(BEFORE.minusDays(28)).answers(Channel.KIOSK, 99));

        // Then
        assertThat(told(mix)).containsExactly("[SMS] 0.75 before 0.25 n 30", "[PAPER] 0.25 before 0.75 n 10");
    }

    @Test
    void aChannelWithTooFewAnswersStandsTogetherWithTheNextSmallest() {
        // When
        ChannelMix mix = mix(day(TODAY)
                .answers(Channel.SMS, 60)
                .answers(Channel.WEB, 22)
                .answers(Channel.KIOSK, 9)
                .answers(Channel.PHONE, 9));

        // Then
        assertThat(told(mix)).containsExactly("[SMS] 0.6 n 60", "[WEB] 0.22 n 22", "[PHONE, KIOSK] 0.18 n 18");
    }

    @Test
    void atTheMinimumAChannelStandsAlone() {
        // When
        ChannelMix mix = mix(day(TODAY).answers(Channel.SMS, 30).answers(Channel.WEB, 10));

        // Then
        assertThat(told(mix)).containsExactly("[SMS] 0.75 n 30", "[WEB] 0.25 n 10");
    }

    @Test
    void joinsUntilAllHaveEnoughSinceOneAloneCouldBeComputedBack() {
        // When
        ChannelMix mix = mix(day(TODAY).answers(Channel.SMS, 60).answers(Channel.WEB, 3));

        // Then
        assertThat(told(mix)).containsExactly("[SMS, WEB] 1.0 n 63");
    }

    @Test
    void theDaysBeforeAreToldOfAllOrNone() {
        // When
        ChannelMix few = mix(
                day(TODAY).answers(Channel.SMS, 60).answers(Channel.WEB, 20),
                day(BEFORE).answers(Channel.SMS, 60).answers(Channel.WEB, 9));
        ChannelMix enough = mix(day(BEFORE).answers(Channel.SMS, 90).answers(Channel.WEB, 10));

        // Then
        assertThat(told(few)).containsExactly("[SMS] 0.75 n 60", "[WEB] 0.25 n 20");
        assertThat(told(enough)).containsExactly("[SMS] 0.75 before 0.9 n 60", "[WEB] 0.25 before 0.1 n 20");
    }

    @Test
    void aChannelThatNobodyUsesAnyMoreIsToldWithTheDaysBefore() {
        // When
        ChannelMix mix = mix(
                day(TODAY).answers(Channel.SMS, 60),
                day(BEFORE).answers(Channel.SMS, 30).answers(Channel.PAPER, 30));

        // Then
        assertThat(told(mix)).containsExactly("[SMS] 1.0 before 0.5 n 60", "[PAPER] 0.0 before 0.5 n none");
    }

    @Test
    void tooFewInAllSayNothingOfChannels() {
        // When
        ChannelMix mix = mix(day(TODAY).answers(Channel.SMS, 9));

        // Then
        assertThat(mix.total()).isEqualTo(new Reading.TooFew(10));
        assertThat(mix.groups()).isEmpty();
    }

    @Test
    void thePublicIsToldOfNoChannelsWhichOverlapWithItsMonths() {
        // Given
        ReadModel published = new ReadModel(Clock.systemUTC(), Disclosure.to(Audience.PUBLISHED, new Minimums(10, 21)));

        // When
        ChannelMix mix = mix(published, day(TODAY).answers(Channel.SMS, 40).answers(Channel.WEB, 20));

        // Then
        assertThat(told(mix)).isEmpty();
    }

    @Test
    void aDayIsReplacedAndATombstoneTakesItOut() {
        // Given
        mix(day(TODAY).answers(Channel.SMS, 60), day(TODAY.minusDays(1)).answers(Channel.SMS, 20));

        // When
        ChannelMix replaced = mix(day(TODAY).answers(Channel.SMS, 30));
        Route<?> route = model.routes().get(1);
        route.remove().accept(ChannelKey.of(day(TODAY).build()).text());
        model.publish();

        // Then
        assertThat(told(replaced)).containsExactly("[SMS] 1.0 n 50");
        assertThat(told(mixOf(model))).containsExactly("[SMS] 1.0 n 20");
    }

    private static ChannelFixture day(LocalDate date) {
        return aChannelDay(date);
    }

    private ChannelMix mix(ChannelFixture... days) {
        return mix(model, days);
    }

    private static ChannelMix mix(ReadModel model, ChannelFixture... days) {
        for (ChannelFixture each : days) {
            ChannelDay day = each.build();
            model.put(day);
        }
        model.put(aDay(TODAY).positive(60, 60));
        model.publish();
        return mixOf(model);
    }

    private static ChannelMix mixOf(ReadModel model) {
        return model.snapshot().part(HospitalChannels.class).of("H1").mix("fft-2020.positive", TODAY, 28);
    }

    private static List<String> told(ChannelMix mix) {
        return mix.groups().stream()
                .map(group -> group.channels() + " " + group.share()
                        + group.before().map(share -> " before " + share).orElse("")
                        + " n "
                        + group.reading()
                                .shown()
                                .map(shown -> Long.toString(shown.answers()))
                                .orElse("none"))
                .toList();
    }
}
