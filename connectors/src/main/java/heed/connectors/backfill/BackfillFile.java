package heed.connectors.backfill;

import heed.connectors.heard.HeardMonth;
import heed.connectors.json.JsonPath;
import heed.connectors.json.JsonReader;
import heed.connectors.submission.Problems;
import heed.connectors.submission.Submission;
import heed.connectors.submission.SubmissionReader;
import heed.schemas.Feedback;
import heed.schemas.questionnaire.Questionnaires;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads a file of submissions, a JSON object a line. Keeps where each line is and not what it says: a history may be
 * larger than memory.
 *
 * <p>A submission without {@code feedback_id} gets one that follows from its line, and from how many lines like it came
 * before: the same file again has the same ids.
 */
final class BackfillFile {

    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private final SubmissionReader submissions;
    private final Instant now;
    private final Function<String, ZoneId> zones;
    private final Map<UUID, Integer> alike = new HashMap<>();
    private final Map<String, String> hospitals = new HashMap<>();
    private final Set<HeardMonth> months = new HashSet<>();
    private UUID idOfLine = new UUID(0, 0);

    BackfillFile(Path file, Questionnaires questionnaires, Function<String, ZoneId> zones, Instant now) {
        this.file = file;
        this.zones = zones;
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
        Duration sinceTheFirstDay = Duration.between(Instant.EPOCH, this.now).minusDays(1);
        this.submissions = new SubmissionReader(questionnaires, sinceTheFirstDay, () -> idOfLine);
    }

    /** Returns the lines in the order of their times; what is wrong with any is added to {@code problems}. */
    List<BackfillLine> check(Problems problems) throws IOException {
        List<BackfillLine> lines = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            var bytes = new ByteArrayOutputStream();
            long number = 1;
            long offset = 0;
            long start = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                offset++;
                if (next != '\n') {
                    bytes.write(next);
                    requireLength(bytes.size(), number);
                } else {
                    check(number++, start, bytes.toByteArray(), problems).ifPresent(lines::add);
                    bytes.reset();
                    start = offset;
                }
            }
            check(number, start, bytes.toByteArray(), problems).ifPresent(lines::add);
        }
        lines.sort(BackfillLine.BY_TIME);
        return lines;
    }

    private void requireLength(int length, long number) {
        if (length > LONGEST_LINE) {
            throw new BackfillException(
                    file + ", line " + number + ": is longer than 1 MiB; one submission stands on" + " one line");
        }
    }

    private Optional<BackfillLine> check(long number, long start, byte[] line, Problems problems) {
        if (isBlank(line)) {
            return Optional.empty();
        }
        int occurrence = alike.merge(UUID.nameUUIDFromBytes(line), 1, Integer::sum) - 1;
        return parse(number, line, occurrence, problems).map(feedback -> {
            String hospital = hospitals.computeIfAbsent(feedback.getHospital(), code -> code);
            months.add(HeardMonth.of(feedback, zones));
            return new BackfillLine(
                    number,
                    start,
                    line.length,
                    occurrence,
                    hospital,
                    feedback.getGivenAt().toEpochMilli());
        });
    }

    private Optional<Feedback> parse(long number, byte[] line, int occurrence, Problems problems) {
        idOfLine = UUID.nameUUIDFromBytes(ByteBuffer.allocate(Integer.BYTES + line.length)
                .putInt(occurrence)
                .put(line)
                .array());
        JsonPath place = JsonPath.line(number);
        return JsonReader.read(line, place, problems)
                .flatMap(submitted -> submissions.read(place, submitted, now, problems))
                .map(Submission::response);
    }

    /** Returns the months of which the lines that were checked have responses. */
    Set<HeardMonth> months() {
        return months;
    }

    /** Reads a line again that was right when it was checked. */
    Feedback read(RandomAccessFile opened, BackfillLine line) throws IOException {
        byte[] bytes = new byte[line.length()];
        opened.seek(line.offset());
        opened.readFully(bytes);
        return parse(line.number(), bytes, line.occurrence(), new Problems())
                .orElseThrow(() -> new BackfillException(
                        file + ", line " + line.number() + ": has changed since it was checked; begin again"));
    }

    private static boolean isBlank(byte[] line) {
        for (byte one : line) {
            if (one > ' ' || one < 0) {
                return false;
            }
        }
        return true;
    }
}
