package heed.app.explain;

import heed.schemas.Drop;
import heed.schemas.Movement;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.figures.Counted;
import heed.schemas.figures.SharedFall;
import heed.schemas.key.KeyText;
import heed.schemas.key.SeriesKey;
import heed.schemas.reader.CommittedValues;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads from the topics the weeks of a drop's place and those of all hospitals, to compare them. */
public final class WeeksOnTopics {

    private final CommittedValues<Score> scores;
    private final CommittedValues<Movement> movements;

    /** Takes what reads the two topics: each comparison reads both to their ends. */
    public WeeksOnTopics(CommittedValues<Score> scores, CommittedValues<Movement> movements) {
        this.scores = scores;
        this.movements = movements;
    }

    /** Returns a drop beside what all hospitals did in the same weeks; nothing where it can't be compared. */
    public Optional<SharedFall> beside(Drop drop, ZoneId zone) {
        Map<LocalDate, Movement> all = new HashMap<>();
        String measure = KeyText.beginning(drop.getMeasure());
        movements
                .newest(key -> key.startsWith(measure))
                .values()
                .forEach(movement -> all.put(LocalDate.ofEpochDay(movement.getMonday()), movement));
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Map<LocalDate, Counted> own = new HashMap<>();
        int least = 0;
        String weeks = KeyText.beginning(SeriesKey.of(drop).text()) + KeyText.beginning(Window.WEEK.name());
        for (Score week : scores.newest(key -> key.startsWith(weeks)).values()) {
            own.put(
                    week.getStart().atZone(zone).toLocalDate(),
                    new Counted(week.getN(), week.getSum(), week.getSumOfSquares()));
            least = Math.max(least, week.getMinimum());
        }
        return SharedFall.of(drop, zone, own, all, least);
    }
}
