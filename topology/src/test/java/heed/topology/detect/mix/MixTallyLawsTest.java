package heed.topology.detect.mix;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Channel;
import heed.topology.respondent.Respondent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every stream of respondents of at most eight categories a dimension. */
class MixTallyLawsTest {

    private record Given(long day, Respondent who, int loss) {}

    @Property(tries = 100)
    void theOrderOfAnswersWithinTheOpenDaysDoesNotMatter(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int newest, @ForAll boolean open) {
        // Given
        Random random = new Random(seed);
        List<Given> last = answers(random, newest, 60);
        List<Given> shuffled = new ArrayList<>(last);
        Collections.shuffle(shuffled, random);

        // When
        MixTally one = before(seed, newest, open);
        last.forEach(answer -> one.add(answer.day, answer.who, answer.loss));
        MixTally other = before(seed, newest, open);
        shuffled.forEach(answer -> other.add(answer.day, answer.who, answer.loss));

        // Then
        assertThat(MixTallyTest.bytes(other)).isEqualTo(MixTallyTest.bytes(one));
    }

    @Property(tries = 100)
    void retractionsUndoAnswersWithinTheOpenDaysExactly(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int newest, @ForAll boolean open) {
        // Given
        Random random = new Random(seed);
        List<Given> undone = answers(random, newest, 60);
        MixTally tally = before(seed, newest, open);
        byte[] untouched = MixTallyTest.bytes(tally);

        // When
        undone.forEach(answer -> tally.add(answer.day, answer.who, answer.loss));
        Collections.shuffle(undone, random);
        undone.forEach(answer -> tally.retract(answer.day, answer.who, answer.loss));

        // Then
        assertThat(MixTallyTest.bytes(tally)).isEqualTo(untouched);
    }

    /** A tally with answers on each day up to {@code newest} and the two before it. */
    private static MixTally before(long seed, int newest, boolean open) {
        Random random = new Random(~seed);
        MixTally tally = new MixTally();
        for (long day = 1; day <= newest + 2; day++) {
            for (int i = 0; i < 8; i++) {
                tally.add(day, respondent(random, 3), random.nextInt(61));
            }
        }
        if (open) {
            tally.begin(Math.max(1, newest - 5));
        }
        return tally;
    }

    private static List<Given> answers(Random random, int newest, int count) {
        List<Given> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(new Given(newest + random.nextInt(3), respondent(random, 7), random.nextInt(61)));
        }
        return answers;
    }

    /** Of {@code some} languages and age bands, or not stated. */
    private static Respondent respondent(Random random, int some) {
        Channel[] channels = Channel.values();
        int language = random.nextInt(some + 1);
        return Respondent.of(
                channels[random.nextInt(channels.length)].name(),
                language == 0 ? "" : "l" + language,
                random.nextInt(some) + "0");
    }
}
