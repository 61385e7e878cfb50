package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Optional;

/** What is followed while a drop is open: whether it ends, grows, and would still be raised from what is known now. */
final class OpenDrop {

    private final Recovery recovery = new Recovery();
    private final DropCourse course = new DropCourse();
    private final AlarmAnswers answers = new AlarmAnswers();
    private final NewLevel level = new NewLevel();
    private boolean published;

    /**
     * Begins to follow a drop that opened on the local day {@code day}; {@code evidence} is that of the sealed days.
     */
    void begin(WatchEvent.Alarm alarm, long day, Evidence evidence, OpenDays open, WatchRule rule) {
        recovery.begin(alarm.drop());
        course.begin(alarm, day);
        answers.begin(evidence, open, rule, alarm.atMs());
        level.begin(alarm.sinceLocalMs());
        published = false;
    }

    void clear() {
        recovery.clear();
        course.clear();
        answers.clear();
        published = false;
    }

    /** Notes that the evidence suffices for the widest audience. */
    void publish() {
        published = true;
    }

    boolean isPublished() {
        return published;
    }

    /** Returns the size of the drop at its alarm. */
    double size() {
        return recovery.drop();
    }

    /** Returns what is learned of the days since the fall. */
    NewLevel level() {
        return level;
    }

    AlarmAnswers answers() {
        return answers;
    }

    /** Returns the evidence of recovery with the open days; at 1 the drop is over. */
    double recoveryWith(OpenDays open) {
        return recovery.levelWith(open);
    }

    Optional<WatchEvent.Escalated> judgeSize(OpenDays open, Baseline baseline, long atMs) {
        return course.judge(open, baseline, atMs);
    }

    /** Takes a day in for good; {@code gap} is the days since the one before. */
    void seal(OpenDay day, int gap) {
        if (day.judgesRecovery()) {
            recovery.seal(day, gap);
            course.seal(day);
        }
        answers.seal(day.day());
        level.seal(day);
    }

    void write(RowWriter out) {
        recovery.write(out);
        course.write(out);
        answers.write(out);
        out.octet(published ? 1 : 0);
        level.write(out);
    }

    void read(RowReader in) {
        clear();
        recovery.read(in);
        course.read(in);
        answers.read(in);
        published = in.octet() == 1;
        level.read(in);
    }
}
