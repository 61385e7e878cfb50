package heed.monitoring.page.admin;

import heed.monitoring.page.Layout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Has each form done once. Who presses a button twice gets the answer of the first time, as their browser shows that of
 * the second; who loads a page anew later, that has shown a password, gets nothing.
 */
final class SentForms {

    private static final int MOST = 1_000;
    /** More than it takes to write and to know a row. */
    private static final long LONGEST_WAIT_SECONDS = 20;

    private final Executor later;
    private final Map<String, Optional<Sent>> sent = new LinkedHashMap<>();

    /** Takes what runs something after the few seconds for which an answer may be had again. */
    SentForms(Executor later) {
        this.later = later;
    }

    /** What a form was answered. */
    record Answer(int status, Optional<Layout.Content> page, Optional<String> location) {}

    /** What makes an answer. */
    interface Doing {

        Answer run() throws InterruptedException;
    }

    private record Sent(AdminFields fields, CompletableFuture<Answer> answer) {}

    /**
     * Does what a form asks for if it comes for the first time, and otherwise returns what was answered then; nothing
     * where that is too long ago, or something else was sent. One without an id may be sent as often as one likes.
     *
     * @param fields all that was sent, which has whose session it is
     */
    Optional<Answer> once(String id, AdminFields fields, Doing doing) throws InterruptedException {
        if (id.isEmpty()) {
            return Optional.of(doing.run());
        }
        var mine = new Sent(fields, new CompletableFuture<>());
        Optional<Sent> first = first(id, mine);
        if (first.filter(mine::equals).isPresent()) {
            return Optional.of(run(id, mine, doing));
        }
        return first.filter(each -> each.fields().equals(fields)).isPresent()
                ? await(first.get().answer())
                : Optional.empty();
    }

    private Answer run(String id, Sent mine, Doing doing) throws InterruptedException {
        try {
            Answer answer = doing.run();
            mine.answer().complete(answer);
            return answer;
        } finally {
            mine.answer().cancel(false);
            later.execute(() -> forget(id));
        }
    }

    private static Optional<Answer> await(CompletableFuture<Answer> answer) throws InterruptedException {
        try {
            return Optional.of(answer.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            return Optional.empty();
        }
    }

    private synchronized Optional<Sent> first(String id, Sent mine) {
        Optional<Sent> first = sent.computeIfAbsent(id, sentFirst -> Optional.of(mine));
        if (sent.size() > MOST) {
            sent.remove(sent.keySet().iterator().next());
        }
        return first;
    }

    private synchronized void forget(String id) {
        sent.replace(id, Optional.empty());
    }
}
