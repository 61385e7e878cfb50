package heed.app.doctor;

import heed.app.form.KeyFile;
import heed.app.settings.AccessKind;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at the key by which second factors are sealed, without which nobody's is known. */
final class SecondFactorKeyCheck {

    private static final String MENDED_BY = "Bring it back from your backups or from another instance; without it each"
            + " person's is reset by `heed users reset NAME --second-factor`";

    private final AccessKind kind;
    private final Path data;

    /** Takes who lets people in, and the data directory. */
    SecondFactorKeyCheck(AccessKind kind, Path data) {
        this.kind = kind;
        this.data = data;
    }

    /** Returns what there is to say of it; nothing where nobody has a second factor here. */
    Optional<Finding> run() {
        return kind == AccessKind.ACCOUNTS ? Optional.of(found()) : Optional.empty();
    }

    private Finding found() {
        Path file = data.resolve(KeyFile.SECOND_FACTORS);
        return switch (KeyFile.look(data, KeyFile.SECOND_FACTORS)) {
            case GOOD ->
                Finding.ok("the key of second factors, " + file + ", is readable and its owner's alone: keep it with"
                        + " your backups");
            case MISSING ->
                Finding.ok("the key of second factors, " + file + ", is not there: Heed makes one when it starts. If"
                        + " people have second factors already, bring theirs back first, from your backups or from"
                        + " another instance");
            case UNREADABLE ->
                Finding.problem(
                        "the key of second factors, " + file + ", can't be read: with access.people accounts Heed does"
                                + " not start without it",
                        "Make it a file that whoever runs Heed may read, and nobody else: chown, then chmod 600");
            case DAMAGED ->
                Finding.problem(
                        "the key of second factors, " + file + ", is damaged: nobody who has a second factor could sign"
                                + " in, and at its next start Heed puts it aside and makes another",
                        MENDED_BY);
            case OPEN_TO_OTHERS ->
                Finding.problem(
                        "the key of second factors, " + file + ", may be read or written by others than its owner: who"
                                + " has it and reads accounts can make everybody's codes",
                        "chmod 600 " + file);
        };
    }
}
