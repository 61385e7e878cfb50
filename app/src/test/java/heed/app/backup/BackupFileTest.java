package heed.app.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFileTest {

    @TempDir
    private Path directory;

    @Test
    void whatWasWrittenIsReadInItsOrder() throws IOException {
        // Given
        Path file = written(3);

        // When
        Heard heard = new Heard();
        long records = new BackupReader(file).read(heard);

        // Then
        assertThat(records).isEqualTo(3);
        assertThat(heard.lines)
                .containsExactly(
                        "schema 7 heed.feedback.v1 \"string\"",
                        "heed.feedback.v1-0 1000 H1 answer 0 [heed-history=yes]",
                        "heed.feedback.v1-1 1001 null answer 1 [heed-history=yes]",
                        "heed.feedback.v1-2 1002 H1 null [heed-history=yes]");
        assertThat(new BackupReader(file).partitions()).isEqualTo(12);
    }

    @Test
    void everyFileThatWasCutShortIsRefused() throws IOException {
        // Given
        byte[] whole = Files.readAllBytes(written(200));

        // When // Then
        for (int length = 0; length < whole.length; length += 97) {
            Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> new BackupReader(cut).read(new Heard()))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining(cut.toString());
        }
    }

    @Test
    void aFileWithoutItsEndIsNotWhole() throws IOException {
        // Given
        Path file = directory.resolve("no-end");
        try (var writer = new BackupWriter(Files.newOutputStream(file), 12)) {
            writer.record(record(0));
        }

        // When // Then
        assertThatThrownBy(() -> new BackupReader(file).read(new Heard()))
                .isInstanceOf(BackupException.class)
                .hasMessage(file + " ends too early: it is not the whole backup. Take another.");
    }

    @Test
    void aRecordThatIsNotAsItWasWrittenIsSeen() {
        // Given
        RecordsDigest written = new RecordsDigest();
        RecordsDigest read = new RecordsDigest();
        KeptRecord record = record(0);
        byte[] changed = record.value().clone();
        changed[0] ^= 1;

        // When
        written.add(record);
        read.add(new KeptRecord(Topics.FEEDBACK, 0, 1000, "H1", changed, record.headers()));

        // Then
        assertThat(read.digest()).isNotEqualTo(written.digest());
    }

    @Test
    void anotherAvroFileIsNoBackup() throws IOException {
        // Given
        Path file = directory.resolve("other.avro");
        Schema text = Schema.create(Schema.Type.STRING);
        try (var other = new org.apache.avro.file.DataFileWriter<>(
                new org.apache.avro.generic.GenericDatumWriter<Object>(text))) {
            other.create(text, file.toFile()).append("hello");
        }

        // When // Then
        assertThatThrownBy(() -> new BackupReader(file).read(new Heard()))
                .isInstanceOf(BackupException.class)
                .hasMessage(file + " is no backup that heed made.");
    }

    private Path written(int records) throws IOException {
        Path file = directory.resolve("backup.avro");
        try (var writer = new BackupWriter(Files.newOutputStream(file), 12)) {
            writer.schema(7, Topics.FEEDBACK.name(), "\"string\"");
            for (int i = 0; i < records; i++) {
                writer.record(record(i));
            }
            writer.end();
        }
        return file;
    }

    private static KeptRecord record(int i) {
        return new KeptRecord(
                Topics.FEEDBACK,
                i % 12,
                1000 + i,
                i == 1 ? null : "H1",
                i == 2 ? null : ("answer " + i).getBytes(UTF_8),
                List.of(new RecordHeader("heed-history", "yes".getBytes(UTF_8))));
    }

    private static final class Heard implements BackupReader.Listener {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void schema(int id, Topic<?> topic, Schema schema) {
            lines.add("schema " + id + " " + topic.name() + " " + schema);
        }

        @Override
        public void record(KeptRecord kept) {
            lines.add(kept.topic().name() + "-" + kept.partition() + " " + kept.timestamp() + " " + kept.key() + " "
                    + (kept.value() == null ? null : new String(kept.value(), UTF_8)) + " "
                    + kept.headers().stream()
                            .map(header -> header.key() + "=" + new String(header.value(), UTF_8))
                            .toList());
        }
    }
}
