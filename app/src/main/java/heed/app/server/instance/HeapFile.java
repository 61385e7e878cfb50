package heed.app.server.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Keeps in the data directory how much heap its data filled when Heed ran on it, for the next start: one that would not
 * fit can say so before it has read all of it.
 */
public final class HeapFile {

    private static final String NAME = "heap.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** Creates the file's view; nothing is read or written yet. */
    public HeapFile(Path dataDirectory) {
        this.file = dataDirectory.resolve(NAME);
    }

    /** Writes what is filled now, in one step. */
    public void write(HeapUse use) throws IOException {
        Path whole = file.resolveSibling(NAME + ".new");
        Files.writeString(
                whole,
                JSON.createObjectNode()
                                .put("kept", use.kept())
                                .put("most", use.most())
                                .toPrettyString() + "\n");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns what was filled when Heed ran last; nothing where that is not known. */
    public Optional<HeapUse> read() {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            return json.path("kept").isNumber() && json.path("most").isNumber()
                    ? Optional.of(new HeapUse(
                            json.get("kept").asLong(), json.get("most").asLong()))
                    : Optional.empty();
        } catch (IOException e) {
            // Nothing depends on it: without it the start finds out by itself.
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
