package heed.app.server.instance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells other commands where a running Heed's servers listen: {@code heed.json} in its data directory.
 *
 * <p>A Heed that was killed leaves its file behind. So the file names the process and when that began: process ids are
 * given out again, but not with the same beginning.
 */
public final class InstanceFile {

    private static final String NAME = "heed.json";

    private final JsonFile file;

    /** Creates the file's view; nothing is read or written yet. */
    public InstanceFile(Path dataDirectory) {
        this.file = new JsonFile(dataDirectory.resolve(NAME));
    }

    /** Writes the file in one step, so that a reader sees all of it or nothing. */
    public void write(RunningInstance instance) {
        var json = JsonFile.object()
                .put("pid", instance.pid())
                .put("began", instance.began().toString())
                .put("bootstrap", instance.bootstrap())
                .put("registry", instance.registry().toString())
                .put("page", instance.page().toString())
                .put("intake", instance.intake().toString());
        try {
            file.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " can't be written", e);
        }
    }

    /** Deletes the file. */
    public void delete() {
        try {
            Files.deleteIfExists(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " can't be deleted", e);
        }
    }

    /** Returns the Heed that runs on this data directory; nothing where none does, whatever the file says. */
    public Optional<RunningInstance> running() {
        return read().filter(instance -> ProcessHandle.of(instance.pid())
                .filter(process -> began(process).equals(instance.began()))
                .isPresent());
    }

    /** Returns when a process began; the epoch where the system does not say. */
    public static Instant began(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private Optional<RunningInstance> read() {
        if (!Files.isRegularFile(file.path())) {
            return Optional.empty();
        }
        try {
            JsonNode json = file.read();
            return Optional.of(new RunningInstance(
                    json.required("pid").asLong(),
                    Instant.parse(json.required("began").asText()),
                    json.required("bootstrap").asText(),
                    URI.create(json.required("registry").asText()),
                    URI.create(json.required("page").asText()),
                    URI.create(json.required("intake").asText())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException | java.time.DateTimeException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " can't be read", e);
        }
    }
}
