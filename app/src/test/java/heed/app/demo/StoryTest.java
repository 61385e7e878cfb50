package heed.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.demo.WatchedStory.Said;
import heed.app.demo.WatchedStory.What;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holds the demo to its promise: what a viewer is told will happen happens, and nothing else does. */
class StoryTest {

    private static final long DEFAULT_SEED = 1;
    private static final LocalDate YEAR_LATER = Story.FIRST_DAY.plusDays(400);
    private static final List<Said> SAID = WatchedStory.of(DEFAULT_SEED, YEAR_LATER);

    private final Chapter first = new Story().chapters().get(0);

    @Test
    void raisesTheFirstDropWithinAMinuteOfTheLivePart() {
        // Given
        LocalDate minute = Story.FIRST_LIVE_DAY.plusDays(17);

        // When
        Optional<LocalDate> fft = dayOf(What.ALARM, new WatchedStory.Key("SIM-ASHCOMBE", "", Aspect.FFT), first.from());
        Optional<LocalDate> overall =
                dayOf(What.ALARM, new WatchedStory.Key("SIM-ASHCOMBE", "", Aspect.OVERALL), first.from());

        // Then
        assertThat(fft).hasValueSatisfying(day -> assertThat(day).isBetween(first.from(), minute));
        assertThat(overall).hasValueSatisfying(day -> assertThat(day).isBetween(first.from(), minute));
    }

    @Test
    void recoversWithinTwoWeeksOfTheEndOfTheFall() {
        // When
        Optional<LocalDate> recovered =
                dayOf(What.RECOVERED, new WatchedStory.Key("SIM-ASHCOMBE", "", Aspect.FFT), first.from());

        // Then
        assertThat(recovered).hasValueSatisfying(day -> assertThat(day)
                .isBetween(first.until(), first.until().plusDays(14)));
    }

    @Test
    void flagsEveryAspectOfEveryChapterAtTheHospitalOrTheWardWhereItHappens() {
        // When
        List<WatchedStory.Key> missed = new Story()
                .chapters().stream()
                        .filter(chapter -> chapter.until().isBefore(YEAR_LATER))
                        .flatMap(chapter -> chapter.aspects().stream()
                                .map(aspect -> new WatchedStory.Key(
                                        chapter.hospital(),
                                        chapter.wards().stream().findFirst().orElse(""),
                                        aspect))
                                .filter(key -> dayOf(What.ALARM, key, chapter.from())
                                        .filter(chapter::isOn)
                                        .isEmpty()))
                        .toList();

        // Then
        assertThat(missed).isEmpty();
    }

    @Test
    void raisesNoOtherAlarmInItsFirstYear() {
        // When
        List<Said> others = SAID.stream()
                .filter(each -> each.what() == What.ALARM)
                .filter(each -> new Story().chapters().stream().noneMatch(chapter -> tells(chapter, each)))
                .toList();

        // Then
        assertThat(others).isEmpty();
    }

    /** A ward's fall may show in the hospital as a whole. */
    private static boolean tells(Chapter chapter, Said said) {
        WatchedStory.Key key = said.key();
        boolean concerned = key.unit().isEmpty()
                ? chapter.hospital().equals(key.hospital()) && chapter.aspects().contains(key.aspect())
                : chapter.concerns(key.hospital(), key.unit(), key.aspect());
        return concerned && chapter.isOn(said.day());
    }

    private static Optional<LocalDate> dayOf(What what, WatchedStory.Key key, LocalDate from) {
        return SAID.stream()
                .filter(each -> each.what() == what
                        && each.key().equals(key)
                        && !each.day().isBefore(from))
                .map(Said::day)
                .findFirst();
    }
}
