package heed.connectors.intake;

import heed.connectors.json.JsonPath;
import heed.connectors.json.JsonReader;
import heed.connectors.submission.Problems;
import heed.connectors.submission.Submission;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records the lines of one body, some hundred at a time: no more are read before those are acknowledged, so that a
 * sender goes on as fast as Kafka does, and a request of any length takes the memory of those. Each line is taken or
 * refused by itself.
 */
final class FeedbackLines implements BodyLines.Taker {

    private static final int AT_ONCE = 500;

    private final RequestReading reading;
    private final Recorder recorder;
    private final Clock clock;
    private final Problems problems = new Problems();
    private final List<Submission> batch = new ArrayList<>(AT_ONCE);
    private Instant arrival = Instant.EPOCH;
    private long firstOfBatch = 1;
    private long accepted;
    private long refused;
    private long commentsRefused;

    FeedbackLines(RequestReading reading, Recorder recorder, Clock clock) {
        this.reading = reading;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public void take(long number, byte[] line) throws InterruptedException {
        if (isBlank(line)) {
            return;
        }
        if (batch.isEmpty()) {
            firstOfBatch = number;
            arrival = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        }
        reading.ids().readFrom(line);
        JsonPath place = JsonPath.line(number);
        JsonReader.read(line, place, problems)
                .flatMap(submitted -> reading.submissions().read(place, submitted, arrival, problems))
                .ifPresentOrElse(batch::add, () -> refused++);
        if (batch.size() == AT_ONCE) {
            record();
        }
    }

    @Override
    public void tooLong(long number) {
        refused++;
        problems.add(JsonPath.line(number), "is longer than " + BodyLines.LONGEST + " bytes");
    }

    /** Records what is left. */
    void end() throws InterruptedException {
        if (!batch.isEmpty()) {
            record();
        }
    }

    private void record() throws InterruptedException {
        if (recorder.record(batch, arrival) == Recorder.Outcome.UNCERTAIN) {
            throw new RefusedRequestException(Refusal.notAllAcknowledged(firstOfBatch, counts()));
        }
        accepted += batch.size();
        commentsRefused +=
                batch.stream().flatMap(each -> each.words().refusal().stream()).count();
        batch.clear();
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\r' && each != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Returns how many responses were acknowledged. */
    int accepted() {
        return Math.toIntExact(accepted);
    }

    /** Tells whether nothing was taken. */
    boolean isRefused() {
        return accepted == 0;
    }

    /** Returns what became of the lines, as the answer has it. */
    Map<String, Object> counts() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("lines_accepted", accepted);
        counts.put("lines_refused", refused);
        if (commentsRefused > 0) {
            counts.put("comments_refused", commentsRefused);
        }
        counts.put("ids_made", reading.ids().unrepeatable());
        counts.put("problems_found", problems.count());
        counts.put("problems", problems.listed());
        return counts;
    }
}
