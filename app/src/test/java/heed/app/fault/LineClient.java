package heed.app.fault;

import heed.app.acceptance.HeedProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends responses as lines, some hundreds in a request, and the same lines again until they are answered 202. */
final class LineClient implements Runnable {

    private static final int LINES = 500;
    private static final int ACCEPTED = 202;
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(200);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int number;
    private final int responses;
    private final Supplier<URI> intake;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /** Names the client by a number; {@code intake} is asked before each request, since it moves with each start. */
    LineClient(int number, int responses, Supplier<URI> intake) {
        this.number = number;
        this.responses = responses;
        this.intake = intake;
    }

    @Override
    public void run() {
        for (int from = 0; from < responses; from += LINES) {
            String body = IntStream.range(from, Math.min(responses, from + LINES))
                    .mapToObj(this::line)
                    .collect(Collectors.joining("\n"));
            int lines = Math.min(responses, from + LINES) - from;
            while (!isAccepted(body, lines)) {
                LockSupport.parkNanos(BEFORE_THE_NEXT_TRY.toNanos());
            }
            answered.addAndGet(lines);
        }
    }

    private String line(int at) {
        return "{\"feedback_id\":\"" + new UUID(number, at) + "\",\"hospital\":\"C" + (at % 12)
                + "\",\"questionnaire\":\"fft-2020\",\"given_at\":\""
                + Instant.now().minusSeconds(at)
                + "\",\"answers\":{\"overall\":\"" + (at % 10 == 0 ? "poor" : "good") + "\"}}";
    }

    private boolean isAccepted(String body, int lines) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(intake.get())
                            .timeout(HeedProcess.GENEROUS)
                            .header("Content-Type", "application/x-ndjson")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            boolean isAccepted =
                    answer.statusCode() == ACCEPTED && answer.body().contains("\"lines_accepted\":" + lines + ",");
            refused.addAndGet(isAccepted ? 0 : lines);
            return isAccepted;
        } catch (ConnectException e) {
            // It is not back yet: nothing was sent.
            return false;
        } catch (IOException e) {
            // Killed in the middle: nobody knows what of it was written.
            unanswered.addAndGet(lines);
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns how many responses were answered 202. */
    long answered() {
        return answered.get();
    }

    /** Returns how many lines were sent and got no answer, so that they were sent again. */
    long unanswered() {
        return unanswered.get();
    }

    /** Returns how many lines were answered otherwise, so that they were sent again. */
    long refused() {
        return refused.get();
    }
}
