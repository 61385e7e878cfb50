package heed.topology.detect;

import heed.schemas.figures.Interval;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows an open drop after its alarm: goes on estimating the score since the fall, and says when it is surely worse.
 *
 * <p>To the answers since the fall, as the evidence weighted them at the alarm, it adds those of every day that opened
 * after the alarm, whole: the days that are judged for recovery. Their tallies are integers, so within the open days
 * the order of answers does not matter and a retraction is exact. The answers that were weighted at the alarm stay as
 * they were.
 *
 * <p>The size class grows only once the whole 99% range of the score lies in the larger class. So it does not follow
 * noise, needs no other damping, and never shrinks while the drop is open.
 */
final class DropCourse {

    private @Nullable FallSize said;
    private double alarmCount;
    private double alarmLoss;
    private double alarmDays;
    private long sealedCount;
    private long sealedLoss;
    private int sealedDays;

    /** Begins to follow a drop that opened on the local day {@code day}. */
    void begin(WatchEvent.Alarm alarm, long day) {
        clear();
        said = alarm.size();
        alarmCount = alarm.nSince();
        alarmLoss = alarm.nSince() * (1 - alarm.score());
        alarmDays = Math.max(1, day + 1 - alarm.sinceLocalMs() / (double) DropEstimate.DAY_MS);
    }

    void clear() {
        said = null;
        alarmCount = 0;
        alarmLoss = 0;
        alarmDays = 0;
        sealedCount = 0;
        sealedLoss = 0;
        sealedDays = 0;
    }

    /** Takes a day in for good. */
    void seal(OpenDay day) {
        sealedCount += day.count();
        sealedLoss += day.loss();
        sealedDays += day.count() > 0 ? 1 : 0;
    }

    /** Returns the escalation that the answers until now prove; none where the class is as it was. */
    Optional<WatchEvent.Escalated> judge(OpenDays open, Baseline baseline, long atMs) {
        if (said == null || said == FallSize.SEVERE) {
            return Optional.empty();
        }
        long count = sealedCount;
        long loss = sealedLoss;
        int days = sealedDays;
        for (int i = 0; i < open.size(); i++) {
            OpenDay day = open.get(i);
            if (day.judgesRecovery() && day.count() > 0) {
                count += day.count();
                loss += day.loss();
                days++;
            }
        }
        double all = alarmCount + count;
        double mean = (alarmLoss + loss / (double) Loss.WORST) / all;
        Interval score = DropEstimate.scoreRange(mean, all, alarmDays + days, baseline);
        double usual = 1 - baseline.mean();
        FallSize sure = FallSize.of(usual - score.high());
        if (sure.compareTo(said) <= 0) {
            return Optional.empty();
        }
        said = sure;
        return Optional.of(
                new WatchEvent.Escalated(atMs, all, 1 - mean, score.low(), score.high(), mean - baseline.mean(), sure));
    }

    void write(RowWriter out) {
        out.octet(said == null ? 0 : said.code());
        if (said != null) {
            out.real(alarmCount);
            out.real(alarmLoss);
            out.real(alarmDays);
            out.unsigned(sealedCount);
            out.unsigned(sealedLoss);
            out.unsigned(sealedDays);
        }
    }

    void read(RowReader in) {
        clear();
        int code = in.octet();
        if (code == 0) {
            return;
        }
        said = FallSize.ofCode(code);
        alarmCount = in.real();
        alarmLoss = in.real();
        alarmDays = in.real();
        sealedCount = in.unsigned();
        sealedLoss = in.unsigned();
        sealedDays = in.unsignedInt();
    }
}
