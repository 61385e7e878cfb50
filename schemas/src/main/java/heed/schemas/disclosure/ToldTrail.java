package heed.schemas.disclosure;

import heed.schemas.EvidenceDay;
import heed.schemas.record.RecordCopy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Says which of the days that led to an alarm staff are told. What the evidence of one day is, that of the day before
 * and the rule of the watch tell how many answered and how many of them were not good, however few; so evidence is told
 * at the alarm and, going back from it, where the days between have enough answers that are told nowhere. Before the
 * first day it was nothing, as everybody knows, so that the days up to the first that is told need enough as well.
 */
final class ToldTrail {

    private static final double PERCENT = 100;

    private ToldTrail() {}

    /** Returns the days that are told, those of few answers with neither number nor score. */
    static List<EvidenceDay> of(List<EvidenceDay> days, int minimum) {
        Deque<Integer> told = new ArrayDeque<>();
        long hidden = 0;
        for (int at = days.size() - 1; at >= 0; at--) {
            EvidenceDay day = days.get(at);
            if (told.isEmpty() || hidden == 0 || hidden >= minimum) {
                told.addFirst(at);
                hidden = 0;
            }
            hidden += few(day, minimum);
        }
        while (!told.isEmpty() && isFew(days.subList(0, told.getFirst() + 1), minimum)) {
            told.removeFirst();
        }
        return told.stream()
                .map(days::get)
                .map(day -> day.getN() < minimum ? withoutFigures(day) : day)
                .toList();
    }

    /** Tells whether days have answers that are told nowhere, and too few of them. */
    private static boolean isFew(List<EvidenceDay> days, int minimum) {
        long hidden = days.stream().mapToLong(day -> few(day, minimum)).sum();
        return hidden > 0 && hidden < minimum;
    }

    private static long few(EvidenceDay day, int minimum) {
        return day.getN() < minimum ? day.getN() : 0;
    }

    private static EvidenceDay withoutFigures(EvidenceDay day) {
        return RecordCopy.of(day, EvidenceDay.newBuilder())
                .setN(0)
                .setScore(0)
                .setUsual(Math.rint(day.getUsual() * PERCENT) / PERCENT)
                .build();
    }
}
