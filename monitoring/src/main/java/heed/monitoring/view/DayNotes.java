package heed.monitoring.view;

import heed.monitoring.readmodel.Actions;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Action;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The days that staff noted on the charts of a line of figures, the earliest first: what is about a hospital as a whole
 * is about its wards too, and what names no measure is about all.
 */
public record DayNotes(List<Action> notes) {

    public static final DayNotes NONE = new DayNotes(List.of());

    /** More words than these would make a chart's description long; the list below it has all. */
    private static final int MOST_IN_WORDS = 5;

    public DayNotes {
        notes = List.copyOf(notes);
    }

    /** Returns those of a line, as far as whoever reads is told. */
    public static DayNotes of(SeriesKey key, Snapshot snapshot) {
        return new DayNotes(snapshot.part(Actions.class).notes(key.hospital()).stream()
                .filter(note -> note.getUnit() == null || note.getUnit().equals(key.unit()))
                .filter(note -> note.getMeasure() == null || note.getMeasure().equals(key.measure()))
                .toList());
    }

    /** Returns those of the days from {@code first} to {@code last}. */
    public DayNotes within(LocalDate first, LocalDate last) {
        return new DayNotes(notes.stream()
                .filter(note -> !day(note).isBefore(first) && !day(note).isAfter(last))
                .toList());
    }

    /** Returns the day that was noted. */
    public static LocalDate day(Action note) {
        return LocalDate.ofEpochDay(Objects.requireNonNull(note.getDay(), "a note says its day"));
    }

    /** Tells them after a sentence to whoever does not see the chart; empty where there are none. */
    public String words() {
        if (notes.isEmpty()) {
            return "";
        }
        String told = IntStream.range(0, Math.min(MOST_IN_WORDS, notes.size()))
                .mapToObj(at -> (at + 1) + ", " + English.shortDate(day(notes.get(at))) + ", "
                        + notes.get(at).getText())
                .collect(Collectors.joining("; "));
        int left = notes.size() - MOST_IN_WORDS;
        return " Noted by staff: " + told + (left > 0 ? "; and " + left + " more, listed below" : "");
    }
}
