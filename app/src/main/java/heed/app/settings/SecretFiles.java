package heed.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads a secret from the file that its variable with {@code _FILE} behind it names, as containers are given theirs.
 */
final class SecretFiles {

    static final String INSTEAD =
            "given by its variable, by a file that the variable with _FILE behind it names, or in the settings file:"
                    + " whoever is on this machine sees what a command is given";

    static final String BEHIND = "_FILE";

    private SecretFiles() {}

    /** Returns the variable whose value the file of this one holds; itself where it is not of a file. */
    static String named(String variable) {
        return variable.endsWith(BEHIND) ? variable.substring(0, variable.length() - BEHIND.length()) : variable;
    }

    /** Returns what the file says, without a line's end; what can't be read is added to {@code problems}. */
    static Optional<SettingValue> read(String key, String variable, String file, List<SettingProblem> problems) {
        try {
            return Optional.of(
                    new SettingValue(key, Files.readString(Path.of(file)).strip(), "file " + file));
        } catch (IOException | IllegalArgumentException e) {
            // Who mistakes the variable for the secret's own would find the secret in the message.
            problems.add(new SettingProblem(key + " (variable " + variable + "): can't be read: "
                    + e.getClass().getSimpleName() + "; it must name a file"));
            return Optional.empty();
        }
    }
}
