package heed.monitoring.page.runbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where texts lie in the program, and at which addresses they are read. */
enum Folder {
    /** What to do when an alert fires, a text an alert. */
    RUNBOOKS("/heed/monitoring/runbooks/", "/runbooks"),
    /** The documents that runbooks lead to. */
    DOCUMENTS("/heed/monitoring/documents/", "/documents");

    /** The text of a folder that stands for all of it. */
    static final String INDEX = "README";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z-]{0,60}");
    private static final Pattern LINK =
            Pattern.compile("(?<folder>\\.\\./\\.\\./docs/)?(?<name>[A-Za-z-]+)\\.md(?<place>#.*)?");

    private final String resources;
    private final String path;

    Folder(String resources, String path) {
        this.resources = resources;
        this.path = path;
    }

    String path() {
        return path;
    }

    /** Returns the text of that name; nothing where there is none. */
    Optional<String> text(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream in = Folder.class.getResourceAsStream(resources + name + ".md")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the address of what a text of this folder links to, as the files name it; nothing where it is a file that
     * is read in the source alone.
     */
    Optional<String> address(String link) {
        if (link.startsWith("#") || link.startsWith("https://")) {
            return Optional.of(link);
        }
        Matcher file = LINK.matcher(link);
        if (!file.matches()) {
            return Optional.empty();
        }
        Folder folder = file.group("folder") == null ? this : DOCUMENTS;
        String name = file.group("name");
        String place = file.group("place") == null ? "" : file.group("place");
        return folder.text(name)
                .map(text -> name.equals(INDEX) ? folder.path : folder.path + '/' + name)
                .map(address -> address + place);
    }
}
