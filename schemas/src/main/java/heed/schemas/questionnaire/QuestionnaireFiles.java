package heed.schemas.questionnaire;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds and opens the files of questionnaires, and says in words why one can't be. */
final class QuestionnaireFiles {

    private static final String ENDING = ".yaml";
    private static final long MOST_BYTES = 256 * 1024;

    private QuestionnaireFiles() {}

    /**
     * Returns the files of questionnaires in {@code directory}, by name; hidden files and other kinds are left alone.
     */
    static List<Path> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new QuestionnaireException(
                    List.of(directory + (Files.exists(directory) ? " is no directory" : " does not exist")
                            + "; the setting questionnaires names a directory of *" + ENDING + " files, or is empty"));
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> files =
                    entries.filter(file -> !name(file).startsWith(".")).sorted().toList();
            List<String> misnamed = files.stream()
                    .filter(file -> name(file).endsWith(".yml"))
                    .map(file -> file + ": would not be read; let its name end in " + ENDING)
                    .toList();
            if (!misnamed.isEmpty()) {
                throw new QuestionnaireException(misnamed);
            }
            return files.stream().filter(file -> name(file).endsWith(ENDING)).toList();
        } catch (IOException e) {
            throw new QuestionnaireException(List.of(directory + " can't be listed: " + e));
        }
    }

    static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new QuestionnaireException(
                        List.of(file + ": has more than " + MOST_BYTES + " bytes; no questionnaire is so long"));
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new QuestionnaireException(List.of(file + ": there is no such file"));
        } catch (CharacterCodingException e) {
            throw new QuestionnaireException(List.of(file + ": is no text in UTF-8"));
        } catch (IOException e) {
            throw new QuestionnaireException(List.of(file + ": cannot be read: " + e));
        }
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }
}
