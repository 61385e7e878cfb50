package heed.topology.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.sentence.SilenceSentences;
import heed.topology.response.Places;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class RhythmsTest {

    private static final HospitalDirectory HOSPITALS = HospitalDirectory.empty();
    private static final SilenceRules RULES = new SilenceRules(30);
    private static final int HOURS = 60 * 24;

    private final SilenceRecords records = new SilenceRecords(new SilenceSentences(HOSPITALS), RULES);

    @Property(tries = 8)
    void goesOnAfterRestartsAsIfThereHadBeenNone(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
        // When
        List<String> once = live(seed, 0);
        List<String> restarted = live(seed, 40);

        // Then
        assertThat(once).isNotEmpty();
        assertThat(restarted).isEqualTo(once);
    }

    @Test
    void keepsAPlaceInLessThanOneAndAHalfKilobytes() {
        // Given
        var rhythms = new Rhythms(new Places(HOSPITALS));
        Map<Bytes, byte[]> rows = new LinkedHashMap<>();
        SilenceWatch watch = watch(rhythms, new ArrayList<>());
        for (int hour = 0; hour < 5_000; hour++) {
            watch.hear(new Places(HOSPITALS).hospital("H1"), at(hour));
        }

        // When
        rhythms.writeChanges((key, value) -> rows.put(Bytes.wrap(key), value));

        // Then
        assertThat(rows.values().stream().mapToInt(row -> row.length).sum()).isLessThan(700);
    }

    @Test
    void refusesRowsOfALaterForm() {
        // Given
        var rhythms = new Rhythms(new Places(HOSPITALS));

        // When
        // Then
        assertThatThrownBy(() -> rhythms.restore(new byte[] {1}, new byte[] {2}))
                .hasMessageStartingWith("silence state has version 2, this release reads 1: ");
    }

    /** Lives two months with silences in them, restarted so many times at drawn hours; returns all records. */
    private List<String> live(int seed, int restarts) {
        Map<Bytes, byte[]> rows = new LinkedHashMap<>();
        List<String> said = new ArrayList<>();
        List<Integer> at = new Random(seed).ints(restarts, 0, HOURS).boxed().toList();
        var random = new Random(seed);
        var rhythms = new Rhythms(new Places(HOSPITALS));
        for (int hour = 0; hour < HOURS; hour++) {
            SilenceWatch watch = watch(rhythms, said);
            for (int hospital = 0; hospital < 3; hospital++) {
                boolean silent = random.nextInt(40) == 0 || (hour / 24 % 10 == 9 && hospital == hour / 240 % 3);
                if (hour % 24 >= 8 && !silent) {
                    watch.hear(new Places(HOSPITALS).of("H" + hospital, "W" + random.nextInt(2)), at(hour) + 1);
                }
            }
            for (int minute = 0; minute < 60; minute += 20) {
                watch.pulse(at(hour) + minute * 60_000L, 20 * 60_000);
            }
            if (at.contains(hour)) {
                rhythms.writeChanges((key, value) -> rows.put(Bytes.wrap(key), value));
                var restored = new Rhythms(new Places(HOSPITALS));
                rows.forEach((key, value) -> restored.restore(key.get(), value));
                rhythms = restored;
            }
        }
        return said;
    }

    private SilenceWatch watch(Rhythms rhythms, List<String> said) {
        return new SilenceWatch(rhythms, RULES, records, silence -> said.add(silence.toString()));
    }

    private static long at(int hour) {
        return hour * Listening.HOUR_MS;
    }
}
