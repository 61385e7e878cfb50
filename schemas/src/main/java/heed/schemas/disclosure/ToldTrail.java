package heed.schemas.disclosure;

import heed.schemas.EvidenceDay;
import heed.schemas.record.RecordCopy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Says which of the days that led to an alarm staff are told. What the evidence of one day is, that of the day before
 * and the rule of the watch tell how many answered and how many of them were not good, however few; so evidence is told
 * at the alarm and, going back from it, where the days between have enough answers that are told nowhere.
 */
final class ToldTrail {

    private static final double PERCENT = 100;

    private ToldTrail() {}

    /** Returns the days that are told, those of few answers with neither number nor score. */
    static List<EvidenceDay> of(List<EvidenceDay> days, int minimum) {
        Deque<EvidenceDay> told = new ArrayDeque<>();
        long hidden = 0;
        for (int at = days.size() - 1; at >= 0; at--) {
            EvidenceDay day = days.get(at);
            if (told.isEmpty() || hidden == 0 || hidden >= minimum) {
                told.addFirst(day.getN() < minimum ? withoutFigures(day) : day);
                hidden = 0;
            }
            hidden += day.getN() < minimum ? day.getN() : 0;
        }
        return List.copyOf(told);
    }

    private static EvidenceDay withoutFigures(EvidenceDay day) {
        return RecordCopy.of(day, EvidenceDay.newBuilder())
                .setN(0)
                .setScore(0)
                .setUsual(Math.rint(day.getUsual() * PERCENT) / PERCENT)
                .build();
    }
}
