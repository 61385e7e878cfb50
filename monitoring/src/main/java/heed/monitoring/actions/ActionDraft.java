package heed.monitoring.actions;

import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.Drop;
import heed.schemas.name.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds an action as somebody has put it, which may not be complete. Names are one line; control characters and such as
 * turn the direction of writing, which no keyboard makes, are taken out; empty is never null.
 *
 * @param kind name of an {@link ActionKind}
 * @param who whoever acts, as they call themselves
 * @param assignee whom the drop is given to
 * @param text what is written, lines apart by a line feed
 */
public record ActionDraft(String kind, String who, String assignee, String text) {

    /** Most characters of a name. */
    public static final int LONGEST_NAME = 100;
    /** Most characters of a text. */
    public static final int LONGEST_TEXT = 1000;
    /** What may be done to a drop here; a new usual level changes figures, and has its own way in. */
    public static final List<ActionKind> KINDS =
            List.of(ActionKind.ACKNOWLEDGED, ActionKind.ASSIGNED, ActionKind.NOTED, ActionKind.RESOLVED);

    public ActionDraft {
        kind = line(kind);
        who = line(who);
        assignee = line(assignee);
        text = text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]|" + PlainText.UNPLAIN, "")
                .strip();
    }

    /** A part of an action. */
    public enum Field {
        KIND,
        WHO,
        ASSIGNEE,
        TEXT
    }

    static String line(String name) {
        return name.replaceAll(PlainText.UNPLAIN, "")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
    }

    /** Returns what is to be done, if it can be. */
    public Optional<ActionKind> knownKind() {
        return KINDS.stream().filter(each -> each.name().equals(kind)).findFirst();
    }

    /** Returns what to mend before this can be recorded; nothing where it is complete. */
    public Map<Field, String> problems() {
        Map<Field, String> problems = new EnumMap<>(Field.class);
        if (knownKind().isEmpty()) {
            problems.put(Field.KIND, "Choose what you do.");
        }
        if (who.isEmpty()) {
            problems.put(Field.WHO, "Say who you are: your name, or your team's.");
        } else if (who.length() > LONGEST_NAME) {
            problems.put(Field.WHO, tooLong(who, LONGEST_NAME));
        }
        boolean assigned = knownKind().filter(ActionKind.ASSIGNED::equals).isPresent();
        if (assigned && assignee.isEmpty()) {
            problems.put(Field.ASSIGNEE, "Say whom you assign it to.");
        } else if (!assigned && !assignee.isEmpty()) {
            problems.put(
                    Field.ASSIGNEE,
                    "Only who assigns a drop names somebody here: choose to assign it, or leave this empty.");
        } else if (assignee.length() > LONGEST_NAME) {
            problems.put(Field.ASSIGNEE, tooLong(assignee, LONGEST_NAME));
        }
        textProblem().ifPresent(problem -> problems.put(Field.TEXT, problem));
        return problems;
    }

    /**
     * Returns what to mend before this can be recorded of a drop that may be given to {@code people} alone; to anybody
     * where that is nothing.
     */
    public Map<Field, String> problems(Optional<List<String>> people) {
        Map<Field, String> problems = problems();
        boolean stranger = people.filter(
                        known -> known.stream().map(ActionDraft::line).noneMatch(assignee::equals))
                .isPresent();
        if (stranger && !assignee.isEmpty()) {
            problems.putIfAbsent(Field.ASSIGNEE, "Choose somebody who may see this drop.");
        }
        return problems;
    }

    private Optional<String> textProblem() {
        if (text.length() > LONGEST_TEXT) {
            return Optional.of(tooLong(text, LONGEST_TEXT));
        }
        return text.isEmpty() ? knownKind().flatMap(ActionDraft::whatIsMissing) : Optional.empty();
    }

    private static Optional<String> whatIsMissing(ActionKind kind) {
        return switch (kind) {
            case NOTED -> Optional.of("Write the note.");
            case RESOLVED -> Optional.of("Say what was done: it is what others read of this drop from now on.");
            default -> Optional.empty();
        };
    }

    static String tooLong(String text, int longest) {
        return "Shorten this: it has %,d characters, and %,d are the most.".formatted(text.length(), longest);
    }

    /**
     * Returns an id of this action as put in {@code form}: what is sent twice is one action, what was changed in
     * between is another.
     */
    public String idIn(String form) {
        String all = String.join("\0", form, kind, who, assignee, text);
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Tells whether {@code action} says the same. */
    boolean isOf(Action action) {
        return action.getKind().name().equals(kind)
                && action.getWho().equals(who)
                && Objects.equals(action.getAssignee(), orNull(assignee))
                && Objects.equals(action.getText(), orNull(text));
    }

    /** Returns the action, which must be complete. */
    Action of(Drop drop, String id, Instant at) {
        return Action.newBuilder()
                .setActionId(id)
                .setKind(knownKind().orElseThrow())
                .setHospital(drop.getHospital())
                .setUnit(drop.getUnit())
                .setMeasure(drop.getMeasure())
                .setDropId(drop.getDropId())
                .setWho(who)
                .setAt(at)
                .setText(orNull(text))
                .setAssignee(orNull(assignee))
                .build();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
