package heed.topology.detect.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.Channel;
import heed.topology.ReachedObjects;
import heed.topology.detect.AnswerNoise;
import heed.topology.respondent.Respondent;
import heed.topology.respondent.Trait;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MixTallyTest {

    private static final AnswerNoise NOISE = new AnswerNoise(1, 0);
    private static final Respondent PAPER = Respondent.of("PAPER", "", "");
    private static final Respondent SMS = Respondent.of("SMS", "", "");
    private static final Respondent UNKNOWN = Respondent.UNKNOWN;
    private static final int BEST = 0;
    private static final int WORST = 60;

    private final MixTally tally = new MixTally();

    @Test
    void splitsAnswersExactlyAtTheDayOnWhichTheDropBegan() {
        // Given
        // Half a year of paper; in the last ten days as many text messages, all bad
        days(1, 170, PAPER, 10, BEST);
        for (long day = 171; day <= 180; day++) {
            add(day, PAPER, 10, BEST);
            add(day, SMS, 10, WORST);
        }

        // When
        tally.begin(171);

        // Then
        MixFinding check = only(tally);
        assertThat(check.trait()).isEqualTo(Trait.CHANNEL);
        assertThat(check.fall()).isCloseTo(.5, within(1e-12));
        assertThat(check.held()).isCloseTo(0, within(1e-12));
        assertThat(check.before()).isEqualTo(1700);
        assertThat(check.since()).isEqualTo(100);
    }

    @Test
    void takesTheDaysOfADropForThoseOfBeforeWhereTheyHaveBecomeUsual() {
        // Given
        days(1, 100, PAPER, 10, BEST);
        tally.begin(91);
        days(101, 130, PAPER, 10, WORST);

        // When
        tally.makeUsual();

        // Then
        days(131, 170, PAPER, 10, BEST);
        tally.begin(161);
        MixFinding check = only(tally);
        assertThat(check.before()).isEqualTo(700);
        assertThat(check.since()).isEqualTo(100);
        assertThat(check.fall()).isCloseTo(-30 / 70.0, within(1e-12));
    }

    @Test
    void forgetsWhatStandsFarBackWhereTheLevelOfLateHasBecomeUsual() {
        // Given
        days(1, 300, PAPER, 10, BEST);

        // When
        tally.makeUsual();

        // Then
        days(301, 310, PAPER, 10, BEST);
        tally.begin(306);
        assertThat(only(tally).before()).isBetween(100L, 450L);
    }

    @Test
    void keepsWhatWasBeforeApartFromTheDaysOfTheDropUntilItEndsAndForgetsThose() {
        // Given
        days(1, 100, PAPER, 10, BEST);
        tally.begin(91);

        // When
        days(101, 160, PAPER, 10, WORST);
        MixFinding open = only(tally);
        tally.end();
        add(159, PAPER, 10, WORST);
        days(161, 170, PAPER, 10, BEST);
        tally.begin(165);

        // Then
        assertThat(open.before()).isEqualTo(900);
        assertThat(open.since()).isEqualTo(700);
        assertThat(only(tally).before()).isEqualTo(900 + 40);
        assertThat(only(tally).since()).isEqualTo(60);
    }

    @Test
    void comparesWithAYearOfDays() {
        // Given
        days(1, 500, PAPER, 1, BEST);

        // When
        tally.begin(496);

        // Then
        assertThat(only(tally).before()).isEqualTo(365);
    }

    @Test
    void saysNothingWhereNoDropIsOpenOrNothingIsStated() {
        // Given
        days(1, 100, PAPER, 10, BEST);
        MixTally silent = new MixTally();
        for (long day = 1; day < 100; day++) {
            silent.add(day, UNKNOWN, BEST);
        }

        // When
        silent.begin(90);

        // Then
        assertThat(tally.findings(NOISE)).isEmpty();
        assertThat(silent.findings(NOISE)).isEmpty();
    }

    @Test
    void tellsApartByAllThatIsStatedAndCountsWhatIsNotAsOneCategory() {
        // Given
        Respondent welsh = Respondent.of("PAPER", "cy", "75-84");
        days(1, 100, welsh, 10, BEST);
        for (long day = 99; day <= 100; day++) {
            add(day, PAPER, 10, WORST);
        }

        // When
        tally.begin(99);

        // Then
        assertThat(tally.findings(NOISE))
                .extracting(MixFinding::trait, check -> check.held() > .1, MixFinding::since)
                .containsExactly(
                        tuple(Trait.CHANNEL, true, 40L),
                        tuple(Trait.LANGUAGE, false, 20L),
                        tuple(Trait.AGE_BAND, false, 20L));
    }

    @Test
    void tellsWhenADayOpens() {
        // When // Then
        assertThat(tally.add(10, PAPER, BEST)).isTrue();
        assertThat(tally.add(10, PAPER, BEST)).isFalse();
        assertThat(tally.add(8, PAPER, BEST)).isTrue();
    }

    @Test
    void passesOverWhatComesTooLate() {
        // Given
        tally.add(10, PAPER, BEST);
        tally.add(10, PAPER, BEST);
        tally.add(8, PAPER, BEST);
        byte[] before = bytes(tally);

        // When
        boolean opens = tally.add(7, PAPER, BEST);
        tally.retract(7, PAPER, BEST);
        tally.retract(10, SMS, WORST);

        // Then
        assertThat(opens).isFalse();
        assertThat(bytes(tally)).isEqualTo(before);
    }

    @Test
    void countsTheNinthLanguageAmongTheRestAndMakesRoomWhereOthersAreHeardNoMore() {
        // Given
        for (int i = 0; i < 8; i++) {
            tally.add(1, Respondent.of("UNKNOWN", "l" + i, ""), BEST);
        }
        Respondent ninth = Respondent.of("UNKNOWN", "ninth", "");
        add(1, ninth, 30, WORST);
        days(2, 60, UNKNOWN, 10, BEST);

        // When
        days(61, 100, ninth, 10, BEST);
        tally.begin(90);

        // Then
        // 290 before under its name, and 590 and the first day's 38 among the rest, of whom none came since
        assertThat(only(tally).before()).isEqualTo(290);
        assertThat(only(tally).covered()).isCloseTo(290 / 918.0, within(1e-12));
    }

    @Test
    void goesOnAfterBeingWrittenAndRead() {
        // Given
        Random random = new Random(7);
        MixTally restored = new MixTally();
        for (long day = 1; day < 120; day++) {
            for (int i = 0; i < 20; i++) {
                Respondent who = respondent(random);
                int loss = random.nextInt(61);
                tally.add(day, who, loss);
                restored.add(day, who, loss);
            }
            if (day == 80) {
                tally.begin(70);
                restored.begin(70);
            }
            restored = MixTally.read(new RowReader().of(bytes(restored)));
        }

        // When // Then
        assertThat(bytes(restored)).isEqualTo(bytes(tally));
        assertThat(restored.findings(NOISE)).hasSize(3).isEqualTo(tally.findings(NOISE));
    }

    @Test
    void takesNothingWhereNothingWasCountedAndAtMostTwoKilobytes() {
        // Given
        int largest = 0;
        Random random = new Random(1);
        for (int perDay : new int[] {1, 5, 8, 10, 12, 40, 1_000}) {
            MixTally full = new MixTally();
            for (long day = 1; day <= 420; day++) {
                for (int i = 0; i < perDay; i++) {
                    full.add(day, respondent(random), random.nextInt(61));
                }
                largest = day > 380 ? Math.max(largest, bytes(full).length) : largest;
            }
            full.begin(415);
            largest = Math.max(largest, bytes(full).length);
        }

        // When
        days(1, 200, PAPER, 45, BEST);

        // Then
        assertThat(bytes(new MixTally())).isEmpty();
        assertThat(largest).isBetween(1_200, 2_048);
        assertThat(bytes(tally).length).isLessThan(150);
    }

    @Test
    void refusesBytesOfALaterRelease() {
        // When // Then
        assertThat(catchThrowable(() -> MixTally.read(new RowReader().of(new byte[] {9}))))
                .hasMessageStartingWith("make-up of respondents has version 9, this release reads 1: ");
    }

    /** Every channel, eleven languages and ten age bands, all alike. */
    private static Respondent respondent(Random random) {
        Channel[] channels = Channel.values();
        return Respondent.of(
                channels[random.nextInt(channels.length)].name(), "l" + random.nextInt(11), random.nextInt(10) + "0");
    }

    private void days(long first, long last, Respondent who, int answers, int loss) {
        for (long day = first; day <= last; day++) {
            add(day, who, answers, loss);
        }
    }

    private void add(long day, Respondent who, int answers, int loss) {
        for (int i = 0; i < answers; i++) {
            tally.add(day, who, loss);
        }
    }

    @Test
    void takesAtMostTwelveKilobytesOnTheHeap() throws ReflectiveOperationException {
        // Given
        for (long day = 1; day <= 60; day++) {
            for (int i = 0; i < 10; i++) {
                tally.add(day, Respondent.of("C" + i % 8, "L" + i % 8, "A" + i % 8), WORST);
            }
        }

        // When
        int going = onTheHeap(tally);
        int restored = onTheHeap(MixTally.read(new RowReader().of(bytes(tally))));

        // Then
        assertThat(going).isBetween(9_000, 10_240);
        assertThat(restored).isBetween(11_000, 12_288);
    }

    /** Bytes of a tally with pointers of four. */
    private static int onTheHeap(MixTally tally) throws ReflectiveOperationException {
        int sum = 0;
        for (Object each : ReachedObjects.of(List.of(tally))) {
            if (each instanceof int[] numbers) {
                sum += 16 + 4 * numbers.length;
            } else if (each instanceof long[] numbers) {
                sum += 16 + 8 * numbers.length;
            } else if (each instanceof List<?> list) {
                sum += 24 + 16 + 4 * (list.size() + list.size() / 2);
            } else {
                sum += each instanceof MixTally ? 56 : 32;
            }
        }
        return sum;
    }

    private static MixFinding only(MixTally tally) {
        assertThat(tally.findings(NOISE)).hasSize(1);
        return tally.findings(NOISE).get(0);
    }

    static byte[] bytes(MixTally tally) {
        RowWriter out = new RowWriter();
        tally.write(out);
        return Arrays.copyOf(out.buffer(), out.length());
    }
}
