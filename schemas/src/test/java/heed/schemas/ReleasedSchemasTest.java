package heed.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps the contracts FULL_TRANSITIVE: every version that was ever released reads every other, and today's too.
 *
 * <p>To release a changed contract, copy it to {@code released/} as the next version.
 */
class ReleasedSchemasTest {

    static Stream<Schema> current() {
        return Topics.all().stream()
                .<Class<?>>map(Topic::value)
                .filter(SpecificRecord.class::isAssignableFrom)
                .distinct()
                .map(SpecificData.get()::getSchema);
    }

    @ParameterizedTest
    @MethodSource("current")
    void everyVersionReadsEveryOther(Schema current) throws Exception {
        // Given
        List<Schema> released = released(current.getName());
        List<Schema> versions = new ArrayList<>(released);
        versions.add(current);

        // When
        List<String> problems = problems(versions);

        // Then
        assertThat(released).isNotEmpty();
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("current")
    void everyRecordEnumAndFieldSaysWhatItIs(Schema current) {
        // When // Then
        assertThat(undocumented(current, current.getFullName())).isEmpty();
    }

    @Test
    void everyReleasedFileIsACurrentContracts() throws Exception {
        // Given
        var names = current().map(Schema::getName).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder())) {
            // When // Then
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(file -> file.matches("[A-Za-z]+\\.v[1-9][0-9]*\\.avsc"))
                    .allMatch(file -> names.contains(file.substring(0, file.indexOf('.'))));
        }
    }

    @Test
    void noticesAFieldAddedWithoutADefaultAndOneTakenAwayThatHadNone() {
        // Given
        Schema old = parse("{'type':'record','name':'R','fields':[{'name':'a','type':'int'}]}");
        Schema added =
                parse("{'type':'record','name':'R','fields':[{'name':'a','type':'int'},{'name':'b','type':'int'}]}");
        // When // Then
        assertThat(problems(added, old)).hasSize(1);
        assertThat(problems(old, added)).isEmpty();
        assertThat(undocumented(old, "R")).containsExactly("R", "R.a");
    }

    /** Each version goes with its neighbour: only all of them together show that the first and the last do not. */
    @Test
    void noticesAFieldThatComesBackAsSomethingElse() {
        // Given
        Schema first = parse("{'type':'record','name':'R','fields':[{'name':'a','type':'int','default':0}]}");
        Schema second = parse("{'type':'record','name':'R','fields':[]}");
        Schema third = parse("{'type':'record','name':'R','fields':[{'name':'a','type':'string','default':''}]}");
        // When // Then
        assertThat(problems(List.of(first, second))).isEmpty();
        assertThat(problems(List.of(second, third))).isEmpty();
        assertThat(problems(List.of(first, second, third))).hasSize(2);
    }

    private static List<String> problems(List<Schema> versions) {
        List<String> problems = new ArrayList<>();
        for (Schema reader : versions) {
            for (Schema writer : versions) {
                problems.addAll(problems(reader, writer));
            }
        }
        return problems;
    }

    private static List<String> problems(Schema reader, Schema writer) {
        var verdict = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return verdict.getType() == SchemaCompatibilityType.COMPATIBLE
                ? List.of()
                : verdict.getResult().getIncompatibilities().stream()
                        .map(Objects::toString)
                        .toList();
    }

    private static List<String> undocumented(Schema schema, String path) {
        List<String> lacking = new ArrayList<>();
        switch (schema.getType()) {
            case RECORD -> {
                addIfBlank(lacking, schema.getDoc(), path);
                schema.getFields().forEach(field -> {
                    addIfBlank(lacking, field.doc(), path + "." + field.name());
                    lacking.addAll(undocumented(field.schema(), path + "." + field.name()));
                });
            }
            case ENUM -> addIfBlank(lacking, schema.getDoc(), path);
            case ARRAY -> lacking.addAll(undocumented(schema.getElementType(), path + "[]"));
            case UNION -> schema.getTypes().forEach(branch -> lacking.addAll(undocumented(branch, path)));
            default -> {}
        }
        return lacking;
    }

    private static void addIfBlank(List<String> lacking, String doc, String path) {
        if (doc == null || doc.isBlank()) {
            lacking.add(path);
        }
    }

    private static List<Schema> released(String name) throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + ".v"))
                    .sorted()
                    .map(ReleasedSchemasTest::read)
                    .toList();
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(Feedback.class.getResource("/heed/schemas/released"))
                .toURI());
    }

    private static Schema read(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json.replace('\'', '"'));
    }
}
