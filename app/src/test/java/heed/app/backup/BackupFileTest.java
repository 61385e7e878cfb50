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
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Header;
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
    void aFileWhoseRecordsAreNotThoseThatItsEndTellsOfIsDamaged() throws IOException {
        // Given
        Path file = directory.resolve("changed.avro");
        Schema entry = BackupFormat.ENTRY;
        try (var reader = new DataFileReader<GenericRecord>(written(3).toFile(), new GenericDatumReader<>());
                var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(entry))) {
            writer.setMeta(BackupFormat.VERSION_KEY, BackupFormat.VERSION);
            writer.create(entry, file.toFile());
            for (GenericRecord each : reader) {
                if (each.getSchema().getName().equals("Record")) {
                    each.put("partition", (int) each.get("partition") + 1);
                }
                writer.append(each);
            }
        }

        // When // Then
        assertThatThrownBy(() -> new BackupReader(file).read(new Heard()))
                .isInstanceOf(BackupException.class)
                .hasMessageStartingWith(file + " is damaged: it says that it holds 3 records");
    }

    @Test
    void everythingOfARecordIsInTheDigest() {
        // Given
        byte[] value = "good".getBytes(UTF_8);
        List<Header> headers = List.of(new RecordHeader("a", "b".getBytes(UTF_8)));
        List<KeptRecord> records = List.of(
                new KeptRecord(Topics.FEEDBACK, 0, 1_000, "H1", value, headers),
                new KeptRecord(Topics.ACTIONS, 0, 1_000, "H1", value, headers),
                new KeptRecord(Topics.FEEDBACK, 1, 1_000, "H1", value, headers),
                new KeptRecord(Topics.FEEDBACK, 0, 1_001, "H1", value, headers),
                new KeptRecord(Topics.FEEDBACK, 0, 1_000, "H2", value, headers),
                new KeptRecord(Topics.FEEDBACK, 0, 1_000, null, value, headers),
                new KeptRecord(Topics.FEEDBACK, 0, 1_000, "H1", "poor".getBytes(UTF_8), headers),
                new KeptRecord(Topics.FEEDBACK, 0, 1_000, "H1", null, headers),
                new KeptRecord(Topics.FEEDBACK, 0, 1_000, "H1", value, List.of()),
                new KeptRecord(
                        Topics.FEEDBACK, 0, 1_000, "H1", value, List.of(new RecordHeader("a", "c".getBytes(UTF_8)))));

        // When
        Set<String> digests = records.stream()
                .map(record -> {
                    RecordsDigest digest = new RecordsDigest();
                    digest.add(record);
                    return HexFormat.of().formatHex(digest.digest());
                })
                .collect(Collectors.toSet());

        // Then
        assertThat(digests).hasSameSizeAs(records);
    }

    @Test
    void anotherAvroFileIsNoBackup() throws IOException {
        // Given
        Path file = directory.resolve("other.avro");
        Schema text = Schema.create(Schema.Type.STRING);
        try (var other = new DataFileWriter<>(new GenericDatumWriter<Object>(text))) {
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
