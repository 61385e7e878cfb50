package heed.connectors.connect;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import heed.schemas.Feedback;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Runs a task on a directory of files, as a worker of Connect does. */
abstract class FilesOfAWorker {

    static final Instant NOW = Instant.parse("2026-04-20T00:00:00Z");
    static final String MAPPING =
            """
            questionnaire: fft-2020
            source: tablets
            hospital: {column: Trust}
            given_at: {column: Date}
            comment: {column: Why}
            answers:
              overall: {column: Q1}
            """;
    static final String HEADER = "Trust,Date,Q1,Why\n";
    static final String GOOD = "RQX,2026-04-01T10:00:00Z,very_good,\n";

    @TempDir
    Path directory;

    final SchemaRegistry registry = new MemorySchemaRegistry();
    final AvroSerdes serdes = new AvroSerdes(registry);
    final Logger log = (Logger) LoggerFactory.getLogger(FeedbackFileSourceTask.class);
    final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    FakeWorker worker;

    @BeforeEach
    void prepare() throws Exception {
        Files.createDirectory(directory.resolve("in"));
        Files.createDirectory(directory.resolve("done"));
        Files.writeString(directory.resolve("tablets.yaml"), MAPPING);
        logged.start();
        log.setLevel(Level.INFO);
        log.addAppender(logged);
        worker = worker(Map.of());
    }

    @AfterEach
    void stop() {
        log.detachAppender(logged);
        log.setLevel(null);
        worker.stop();
    }

    FakeWorker worker(Map<String, String> more) {
        return worker(more, registry);
    }

    FakeWorker worker(Map<String, String> more, SchemaRegistry schemas) {
        return worker(more, schemas, Clock.fixed(NOW, ZoneOffset.UTC), System::nanoTime);
    }

    FakeWorker worker(Map<String, String> more, SchemaRegistry schemas, Clock clock, LongSupplier nanos) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "directory", directory.resolve("in").toString(),
                "mapping", directory.resolve("tablets.yaml").toString(),
                "registry", "http://127.0.0.1:1",
                "still.ms", "0",
                "scan.ms", "50"));
        settings.putAll(more);
        return new FakeWorker(settings, schemas, clock, nanos).start();
    }

    Path write(String name, String text) throws Exception {
        // As senders are advised to: written elsewhere, and there at once.
        Path written = Files.writeString(directory.resolve("written"), text);
        return Files.move(written, directory.resolve("in").resolve(name));
    }

    static List<String> ids(List<Feedback> responses) {
        return responses.stream().map(Feedback::getFeedbackId).toList();
    }

    List<Feedback> responses(List<SourceRecord> records) {
        return records.stream()
                .filter(record -> record.topic().equals("heed.feedback.v1"))
                .map(record ->
                        serdes.of(Topics.FEEDBACK).deserializer().deserialize(record.topic(), (byte[]) record.value()))
                .toList();
    }

    List<String> places(List<SourceRecord> records) {
        return records.stream()
                .map(record -> record.topic() + " " + record.sourceOffset().get("line") + " "
                        + record.sourceOffset().get("end"))
                .toList();
    }

    /** Whoever looks for what is at the end of a link that leads to itself finds no end, whatever they may do. */
    void writeWhatNobodyCanOpen(String name) throws Exception {
        Path file = directory.resolve("in").resolve(name);
        Files.createSymbolicLink(file, file);
    }
}
