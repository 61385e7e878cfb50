package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.topology.row.RowWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComebackTest {

    private static final long FIRST = 20_003;
    private static final int BEST = 0;
    private static final int WORST = 60;

    /** A key with what follows its drops; says in words what happens on which day. */
    private static final class Key implements WatchListener {

        private final List<String> said = new ArrayList<>();
        private final Comeback comeback;
        private final MeasureWatch watch;
        private Comeback.Back back;
        private long today;

        Key(MeasureWatch watch, Comeback comeback) {
            this.watch = watch;
            this.comeback = comeback;
        }

        Key() {
            this(new MeasureWatch(new WatchRule(365)), new Comeback());
        }

        Key restarted() {
            Comeback read = new Comeback();
            read.read(bytes(comeback));
            read.first(comeback.first());
            return new Key(MeasureWatchCodec.decode(new MeasureWatchCodec().encode(watch), new WatchRule(365)), read);
        }

        /** Lives so many days of 50 answers. */
        Key live(int from, int to, int bad) {
            for (int day = from; day < to; day++) {
                today = day;
                for (int i = 0; i < 50; i++) {
                    answer(FIRST + day, i, (i * 7) % 50 < bad ? WORST : BEST);
                }
            }
            return this;
        }

        void answer(long day, int i, int loss) {
            watch.add(day, i % 24, loss, day * DropEstimate.DAY_MS, this);
            judge();
        }

        void judge() {
            back = comeback.back(watch).orElse(back);
            if (comeback.isBack(watch)) {
                comeback.end(FIRST + today);
                said.add("back " + today);
            }
        }

        @Override
        public void sealed(WatchEvent.Sealed day) {
            comeback.seal(watch, day);
        }

        @Override
        public void learned(WatchEvent.Learned learned) {
            comeback.learned(watch);
        }

        @Override
        public void alarm(WatchEvent.Alarm alarm) {
            said.add((comeback.raisesAgain(alarm.score(), FIRST + today) ? "again " : "new ") + today);
            comeback.alarm(watch, alarm.score(), FIRST + today);
        }

        @Override
        public void escalated(WatchEvent.Escalated escalated) {}

        @Override
        public void recovered(WatchEvent.Recovered recovered) {
            said.add("eased " + today);
        }
    }

    @Test
    void endsADropSomeDaysAfterItsFullRecovery() {
        // Given
        Key key = new Key().live(0, 60, 5).live(60, 80, 10);

        // When
        key.live(80, 120, 5);

        // Then
        assertThat(key.said).containsExactly("new 63", "eased 85", "back 88");
    }

    @Test
    void keepsADropOpenWhoseScoreCameBackOnlyInPartAndWasLearnedAsUsual() {
        // Given
        Key key = new Key().live(0, 60, 5).live(60, 80, 15);

        // When
        key.live(80, 200, 7);

        // Then
        assertThat(key.said).containsExactly("new 60", "eased 89");
        assertThat(key.comeback.isOpen()).isTrue();
        assertThat(key.watch.snapshot().baseline()).isLessThan(.885);
    }

    @Test
    void raisesTheSameDropAgainWithinAQuarterOfItsEndAndANewOneLater() {
        // Given
        Key soon = new Key().live(0, 60, 5).live(60, 80, 10).live(80, 160, 5);
        Key late = new Key().live(0, 60, 5).live(60, 80, 10).live(80, 200, 5);

        // When
        soon.live(160, 170, 10);
        late.live(200, 210, 10);

        // Then
        assertThat(soon.said).last().asString().startsWith("again");
        assertThat(late.said).last().asString().startsWith("new");
    }

    @Test
    void takesAnAlarmAboveWhatWasUsualBeforeForAnotherDrop() {
        // Given
        Key key = new Key().live(0, 60, 5).live(60, 80, 10).live(80, 100, 5);

        // When
        boolean lower = key.comeback.raisesAgain(.89, FIRST + 100);
        boolean higher = key.comeback.raisesAgain(.91, FIRST + 100);

        // Then
        assertThat(lower).isTrue();
        assertThat(higher).isFalse();
    }

    @Test
    void saysTheScoreSinceItIsBackAndOnHowManyAnswersThatStands() {
        // Given
        Key key = new Key().live(0, 60, 5).live(60, 80, 10);

        // When
        key.live(80, 120, 5);

        // Then
        assertThat(key.said).last().isEqualTo("back 88");
        assertThat(key.back.score()).isCloseTo(.9, within(.01));
        assertThat(key.back.responses()).isBetween(300.0, 450.0);
    }

    @Test
    void goesOnTheSameAfterARestartOnAnyDay() {
        // Given
        Key whole = new Key().live(0, 60, 5).live(60, 80, 10).live(80, 120, 5);
        Key restarted = new Key().live(0, 60, 5);

        // When
        List<String> said = new ArrayList<>(restarted.said);
        for (int day = 60; day < 120; day++) {
            restarted = restarted.restarted().live(day, day + 1, day < 80 ? 10 : 5);
            said.addAll(restarted.said);
        }

        // Then
        assertThat(said).isEqualTo(whole.said);
        assertThat(bytes(restarted.comeback)).isEqualTo(bytes(whole.comeback));
    }

    @Test
    void isTheSameAfterAnAnswerThatWasTakenBackAndInAnyOrderOfADay() {
        // Given
        Key tidy = new Key().live(0, 60, 5).live(60, 80, 10).live(80, 88, 5);
        Key untidy = new Key().live(0, 60, 5).live(60, 80, 10).live(80, 86, 5);

        // When
        for (int day : new int[] {86, 87}) {
            untidy.today = day;
            untidy.answer(FIRST + day, 3, WORST);
        }
        for (int day : new int[] {87, 86}) {
            for (int i = 49; i >= 0; i--) {
                untidy.answer(FIRST + day, i, (i * 7) % 50 < 5 ? WORST : BEST);
            }
            untidy.watch.retract(FIRST + day, 3, WORST, 0, untidy);
            untidy.judge();
        }

        // Then
        assertThat(untidy.said).isEqualTo(tidy.said);
        assertThat(untidy.live(88, 120, 5).said).isEqualTo(tidy.live(88, 120, 5).said);
        assertThat(bytes(untidy.comeback)).isEqualTo(bytes(tidy.comeback));
    }

    @Test
    void isBackAtWhatWasUsualWhenLearningEndedWhereTheFallWasLearnedSince() {
        // Given
        Key key = new Key().live(0, 40, 5).live(40, 100, 6).live(100, 160, 7).live(160, 180, 15);

        // When
        key.live(180, 300, 7);

        // Then
        assertThat(key.said).containsExactly("new 161", "eased 191");
        assertThat(key.live(300, 340, 5).said).last().asString().startsWith("back 30");
    }

    /**
     * What was usual first says nothing of weekdays: a day that was better than most is held to no less than nothing.
     */
    @Test
    void holdsNoDayToFewerBadAnswersThanThereCanBe() {
        // Given
        Key key = new Key().live(0, 60, 5);
        key.comeback.first(-.01);
        key.live(60, 80, 12);

        // When
        key.live(80, 140, 1);

        // Then
        assertThat(key.said).last().asString().startsWith("back ");
    }

    @Test
    void forgetsWhatWasUsualFirstOnceAYearWasLearned() {
        // Given
        Key young = new Key().live(0, 40, 5).live(40, 340, 7);
        Key old = new Key().live(0, 40, 5).live(40, 400, 7);

        // When
        double kept = young.comeback.first();
        double gone = old.comeback.first();

        // Then
        assertThat(kept).isBetween(.1, .12);
        assertThat(gone).isInfinite();
    }

    @Test
    void forgetsWhatWasUsualFirstWithTheRest() {
        // Given
        Key key = new Key().live(0, 60, 5);

        // When
        key.comeback.clear();

        // Then
        assertThat(key.comeback.first()).isInfinite();
    }

    private static byte[] bytes(Comeback comeback) {
        RowWriter row = new RowWriter();
        comeback.write(row);
        return row.toBytes();
    }
}
