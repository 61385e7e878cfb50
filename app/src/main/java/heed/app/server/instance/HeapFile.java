package heed.app.server.instance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Keeps in the data directory how much heap its data filled when Heed ran on it, for the next start: one that would not
 * fit can say so before it has read all of it.
 */
public final class HeapFile {

    private static final String NAME = "heap.json";

    private final JsonFile file;

    /** Creates the file's view; nothing is read or written yet. */
    public HeapFile(Path dataDirectory) {
        this.file = new JsonFile(dataDirectory.resolve(NAME));
    }

    /** Writes how many bytes are kept now, in one step. */
    public void write(long kept) throws IOException {
        file.write(JsonFile.object().put("kept", kept));
    }

    /** Returns how many bytes were kept when Heed ran last; nothing where that is not known. */
    public OptionalLong read() {
        try {
            var kept = file.read().path("kept");
            return kept.isNumber() ? OptionalLong.of(kept.asLong()) : OptionalLong.empty();
        } catch (IOException e) {
            // Nothing depends on it: without it the start finds out by itself.
            return OptionalLong.empty();
        }
    }

    @Override
    public String toString() {
        return file.path().toString();
    }
}
