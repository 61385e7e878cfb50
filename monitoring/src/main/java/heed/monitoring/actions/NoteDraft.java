package heed.monitoring.actions;

import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.key.PlaceKey;
import heed.schemas.name.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds a note on charts as somebody has put it, which may not be complete. Each part is one line; empty is never null.
 *
 * @param who whoever writes, as they call themselves
 * @param day as 2026-03-01
 * @param place the ward that it is about; empty for the hospital as a whole
 * @param measure empty for all of them
 * @param text what began or happened
 */
public record NoteDraft(String who, String day, String place, String measure, String text) {

    public NoteDraft {
        who = ActionDraft.line(who);
        day = day.strip();
        text = text.replaceAll("[\t\r\n ]+", " ").strip();
    }

    /** A part of a note. */
    public enum Field {
        TEXT,
        DAY,
        PLACE,
        MEASURE,
        WHO
    }

    /**
     * Returns what to mend before this can be recorded; nothing where it is complete. That place and measure are there
     * is for whoever knows them.
     *
     * @param earliest the first day that charts can show
     */
    public Map<Field, String> problems(NoteLimits limits, LocalDate earliest, LocalDate today) {
        Map<Field, String> problems = new EnumMap<>(Field.class);
        textProblem(limits.longest()).ifPresent(problem -> problems.put(Field.TEXT, problem));
        Optional<LocalDate> noted = noted();
        if (noted.isEmpty()) {
            problems.put(Field.DAY, "Give the day, written as " + today + ".");
        } else if (noted.get().isAfter(today)) {
            problems.put(Field.DAY, "Give a day up to today, " + today + ".");
        } else if (noted.get().isBefore(earliest)) {
            problems.put(Field.DAY, "Give a day from " + earliest + " on: charts go back no further.");
        }
        if (who.isEmpty()) {
            problems.put(Field.WHO, "Say who you are: your name, or your team's.");
        } else if (who.length() > ActionDraft.LONGEST_NAME) {
            problems.put(Field.WHO, ActionDraft.tooLong(who, ActionDraft.LONGEST_NAME));
        }
        return problems;
    }

    private Optional<String> textProblem(int longest) {
        if (text.isEmpty()) {
            return Optional.of("Write what began or happened, such as: new rota began.");
        }
        if (text.length() > longest) {
            return Optional.of(ActionDraft.tooLong(text, longest));
        }
        return PlainText.isPlainLine(text)
                ? Optional.empty()
                : Optional.of("This holds a character that cannot be seen. Type it here instead of pasting it.");
    }

    private Optional<LocalDate> noted() {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Returns an id of this note as put in {@code form}: what is sent twice is one note. */
    public String idIn(String form) {
        String all = String.join("\0", form, who, day, place, measure, text);
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Returns where it is about, at a hospital. */
    public PlaceKey at(String hospital) {
        return new PlaceKey(hospital, place.isEmpty() ? null : place);
    }

    /** Returns the act, which must be complete. */
    Action of(String hospital, String id, Instant at) {
        return Action.newBuilder()
                .setActionId(id)
                .setKind(ActionKind.DAY_NOTED)
                .setHospital(hospital)
                .setUnit(at(hospital).unit())
                .setMeasure(measure.isEmpty() ? null : measure)
                .setDay(Math.toIntExact(noted().orElseThrow().toEpochDay()))
                .setWho(who)
                .setAt(at)
                .setText(text)
                .build();
    }
}
