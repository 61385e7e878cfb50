package heed.schemas.audit;

import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Says what the audit has in the same words everywhere. */
public final class AuditWords {

    private AuditWords() {}

    /** Returns who it was. */
    public static String who(AuditEntry entry) {
        return Objects.requireNonNullElse(entry.getWho(), "nobody known");
    }

    /** Returns what was done: "sign in refused". */
    public static String kind(AuditKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns what is asked for by words, however they are joined; nothing where it is none of what is done. */
    public static Optional<AuditKind> kind(String words) {
        String name = words.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
        return Arrays.stream(AuditKind.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** Returns an entry as a line: when, who, what, what about, where and from where. */
    public static String line(AuditEntry entry) {
        List<String> words = new ArrayList<>(List.of(entry.getAt().toString(), who(entry), kind(entry.getKind())));
        if (entry.getAbout() != null) {
            words.add(entry.getAbout());
        }
        if (entry.getHospital() != null) {
            words.add("hospital " + entry.getHospital());
        }
        if (entry.getCameFrom() != null) {
            words.add("from " + entry.getCameFrom());
        }
        if (entry.getTimes() > 1) {
            words.add(entry.getTimes() + " times");
        }
        return String.join("  ", words);
    }
}
