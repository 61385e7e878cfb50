package heed.topology.detect;

import heed.schemas.Severity;
import heed.schemas.figures.SeverityScale;
import java.util.Optional;

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

    private Severity said;
    private double alarmCount;
    private double alarmLoss;
    private double alarmDays;
    private long sealedCount;
    private long sealedLoss;
    private int sealedDays;

    /** Begins to follow a drop that opened on the local day {@code day}. */
    void begin(WatchEvent.Alarm alarm, long day) {
        clear();
        said = alarm.severity();
        alarmCount = alarm.nSince();
        alarmLoss = alarm.nSince() * (1 - alarm.score());
        alarmDays = Math.max(1, day + 1 - alarm.sinceLocalMs() / DropEstimate.DAY_MS);
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
    Optional<WatchEvent.Escalated> judge(OpenDays open, Baseline baseline, long at) {
        if (said == null || said == Severity.SEVERE) {
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
        Wilson score = DropEstimate.scoreRange(mean, all, alarmDays + days, baseline);
        double usual = 1 - baseline.mean();
        Severity sure = SeverityScale.of(usual - score.high());
        if (sure.compareTo(said) <= 0) {
            return Optional.empty();
        }
        said = sure;
        return Optional.of(
                new WatchEvent.Escalated(at, all, 1 - mean, score.low(), score.high(), mean - baseline.mean(), sure));
    }

    void write(StateWriter out) {
        out.put(codeOf(said));
        if (said != null) {
            out.putDouble(alarmCount);
            out.putDouble(alarmLoss);
            out.putDouble(alarmDays);
            out.putUnsigned(sealedCount);
            out.putUnsigned(sealedLoss);
            out.putUnsigned(sealedDays);
        }
    }

    void read(StateReader in) {
        clear();
        int code = in.get();
        if (code == 0) {
            return;
        }
        said = ofCode(code);
        alarmCount = in.getDouble();
        alarmLoss = in.getDouble();
        alarmDays = in.getDouble();
        sealedCount = in.getUnsigned();
        sealedLoss = in.getUnsigned();
        sealedDays = in.getInt();
    }

    private static int codeOf(Severity severity) {
        if (severity == null) {
            return 0;
        }
        return switch (severity) {
            case MINOR -> 1;
            case MODERATE -> 2;
            case MAJOR -> 3;
            case SEVERE -> 4;
        };
    }

    private static Severity ofCode(int code) {
        return switch (code) {
            case 1 -> Severity.MINOR;
            case 2 -> Severity.MODERATE;
            case 3 -> Severity.MAJOR;
            case 4 -> Severity.SEVERE;
            default -> throw new IllegalArgumentException("Watch state has the unknown severity " + code);
        };
    }
}
