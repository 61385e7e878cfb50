package heed.monitoring.view;

import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.SeenComments;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The days before or since a fall of which comments are shown, as many as a current score has at most.
 *
 * @param last the last of them
 * @param length how many they are
 */
public record CommentDays(LocalDate last, int length) {

    /** Returns those since the fall began: the newest of them, until the drop was over. */
    public static CommentDays since(Drop drop, Names names, Snapshot snapshot) {
        ZoneId zone = names.zone(drop.getHospital());
        LocalDate last = drop.getState() == DropState.OPEN
                ? names.today(drop.getHospital(), snapshot.now())
                : Endings.of(drop).atZone(zone).toLocalDate();
        long all = ChronoUnit.DAYS.between(began(drop, zone), last) + 1;
        return new CommentDays(last, (int) Math.max(1, Math.min(RecentDays.SCORE, all)));
    }

    /** Returns those before the fall began. */
    public static CommentDays before(Drop drop, Names names) {
        return new CommentDays(began(drop, names.zone(drop.getHospital())).minusDays(1), RecentDays.SCORE);
    }

    private static LocalDate began(Drop drop, ZoneId zone) {
        return drop.getSince().atZone(zone).toLocalDate();
    }

    /** Returns which days they are, in words. */
    public String said() {
        return English.date(last.minusDays(length - 1L)) + " to " + English.date(last);
    }

    /** Returns those of them from a day on; nothing where there are none. */
    Optional<CommentDays> from(LocalDate day) {
        long left = ChronoUnit.DAYS.between(day, last) + 1;
        return left < 1 ? Optional.empty() : Optional.of(new CommentDays(last, (int) Math.min(length, left)));
    }

    /** Returns what was written in them where the drop is. */
    public KeptDays of(Drop drop, SeenComments seen, Snapshot snapshot, ZoneId zone) {
        return KeptDays.of(this, snapshot.part(Hospitals.class).line(SeriesKey.of(drop)), seen, zone);
    }
}
