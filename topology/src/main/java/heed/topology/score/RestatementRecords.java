package heed.topology.score;

import heed.schemas.Filed;
import heed.schemas.MeasureChange;
import heed.schemas.Restatement;
import heed.schemas.RestatementKind;
import heed.schemas.Window;
import heed.topology.response.Answers;
import heed.topology.response.Change;
import heed.topology.response.Response;
import heed.topology.response.ScoredMeasure;
import heed.topology.time.ZoneCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what a correction or withdrawal changed as the record of the audit topic. */
final class RestatementRecords {

    private RestatementRecords() {}

    /** Returns the record of a change that takes answers out; nothing where every score stays as it was. */
    static Optional<Restatement> of(Change change) {
        Answers before = Objects.requireNonNull(change.out(), "a change that takes nothing out restates nothing");
        Answers after = change.in();
        List<MeasureChange> changes = changes(before, after);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Response cause = change.response();
        return Optional.of(Restatement.newBuilder()
                .setFeedbackId(new UUID(cause.idHigh(), cause.idLow()).toString())
                .setKind(after == null ? RestatementKind.WITHDRAWN : RestatementKind.CORRECTED)
                .setHospital(cause.answers().place().hospital())
                .setFromRevision(change.replacedRevision())
                .setRevision(cause.revision())
                .setFrom(filed(before))
                .setTo(after == null ? null : filed(after))
                .setChanges(changes)
                .setAsOf(Instant.ofEpochMilli(change.asOfMs()))
                .build());
    }

    private static List<MeasureChange> changes(Answers before, @Nullable Answers after) {
        boolean moved = after == null || moved(before, after);
        List<MeasureChange> changes = new ArrayList<>();
        for (int i = 0; i < before.count(); i++) {
            ScoredMeasure measure = before.measure(i);
            int other = after == null ? -1 : after.indexOf(measure);
            Integer now = after == null || other < 0 ? null : after.points(other);
            if (moved || now == null || now != before.points(i)) {
                changes.add(new MeasureChange(measure.name(), before.points(i), now));
            }
        }
        for (int i = 0; after != null && i < after.count(); i++) {
            if (before.indexOf(after.measure(i)) < 0) {
                changes.add(new MeasureChange(after.measure(i).name(), null, after.points(i)));
            }
        }
        return changes;
    }

    /** Says whether any of the response's panes is another one now: where its shortest is the same, all are. */
    private static boolean moved(Answers before, Answers after) {
        ZoneCalendar calendar = before.place().calendar();
        Window shortest = before.isDated() ? Window.HOUR : Window.MONTH;
        return !before.place().equals(after.place())
                || before.isDated() != after.isDated()
                || !calendar.span(shortest, before.givenAtMs()).contains(after.givenAtMs());
    }

    private static Filed filed(Answers answers) {
        return new Filed(answers.place().unit(), Instant.ofEpochMilli(answers.givenAtMs()));
    }
}
