package heed.topology.watch;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.WatchTime;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.sentence.DropSentences;
import heed.topology.detect.Loss;
import heed.topology.detect.WatchEvent;
import heed.topology.respondent.Respondent;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Place;
import heed.topology.response.Places;
import heed.topology.response.ScoredMeasure;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who answered, in the row of a watched key. */
class WatchedMixTest {

    private static final long DAY_MS = 86_400_000;
    private static final Respondent PAPER = Respondent.of("PAPER", "cy", "");

    private final HospitalDirectory directory = HospitalDirectory.empty();
    private final Places places = new Places(directory);
    private final MeasureCatalogue catalogue = new MeasureCatalogue(Questionnaires.shipped());
    private final Place place = places.hospital("H1");
    private final ScoredMeasure measure = catalogue.byName("fft-2020.positive");

    @Test
    void restoresWhoAnsweredWithTheDropThatIsOpen() {
        // Given
        WatchedMeasures keys = keys();
        WatchedMeasure key = keys.change(keys.at(place), measure, 0);
        answers(key, 1, 100);
        open(key, 91);

        // When
        WatchedMeasures restored = keys();
        rows(keys).forEach((name, row) -> restored.restore(bytes(name), row));

        // Then
        WatchedMeasure again = restored.change(restored.at(place), measure, 0);
        assertThat(key.drop.getMix()).hasSize(2).isEqualTo(DropRecords.mixChecks(again));
        assertThat(again.drop).isEqualTo(key.drop);
    }

    private WatchedMeasures keys() {
        return new WatchedMeasures(WatchRules.DEFAULTS, places, catalogue);
    }

    private static void answers(WatchedMeasure key, long first, long last) {
        for (long day = first; day <= last; day++) {
            for (int i = 0; i < 10; i++) {
                key.mix.add(day, PAPER, i == 0 ? Loss.WORST : 0);
            }
        }
    }

    /** Opens a drop that began on that day, ten days before the alarm. */
    private void open(WatchedMeasure key, long day) {
        var alarm = new WatchEvent.Alarm(
                (day + 10) * DAY_MS, 1.2, 2.4, .1, day * DAY_MS, 40, .8, .7, .9, .9, .1, .01, false, List.of());
        key.mix.begin(alarm.sinceDay(day + 10));
        WatchTimes times = new WatchTimes(directory, WatchTime.GIVEN);
        key.drop = new DropRecords(new DropSentences(directory, Questionnaires.shipped()))
                .said(new DropOpenings(times).opened(key, alarm, 0));
    }

    private static Map<String, byte[]> rows(WatchedMeasures keys) {
        Map<String, byte[]> rows = new HashMap<>();
        keys.writeChanges((name, row) -> rows.put(new String(name, StandardCharsets.ISO_8859_1), row));
        return rows;
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }
}
