package heed.monitoring.page.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.monitoring.page.admin.SentForms.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SentFormsTest {

    private static final AdminFields FIELDS = new AdminFields(Map.of("seal", "mine", "name", "evans"));

    private final List<Runnable> later = new ArrayList<>();
    private final SentForms forms = new SentForms(later::add);
    private final AtomicInteger done = new AtomicInteger();

    private Answer answer() {
        return new Answer(200 + done.getAndIncrement(), Optional.empty(), Optional.empty());
    }

    @Test
    void givesWhoSendsTwiceTheSameAnswerForAWhileAndNothingLater() throws Exception {
        // When
        Optional<Answer> first = forms.once("1", FIELDS, this::answer);
        Optional<Answer> again = forms.once("1", FIELDS, this::answer);
        Optional<Answer> other = forms.once("1", new AdminFields(Map.of("seal", "another")), this::answer);
        later.forEach(Runnable::run);
        Optional<Answer> late = forms.once("1", FIELDS, this::answer);

        // Then
        assertThat(first.orElseThrow().status()).isEqualTo(200);
        assertThat(again).isEqualTo(first);
        assertThat(other).isEmpty();
        assertThat(late).isEmpty();
        assertThat(done).hasValue(1);
    }

    @Test
    void hasTheSecondWaitForTheFirst() throws Exception {
        // Given
        var began = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        CompletableFuture<Optional<Answer>> first = sent(() -> {
            began.countDown();
            go.await();
            return answer();
        });
        began.await();

        // When
        CompletableFuture<Optional<Answer>> second = sent(this::answer);
        go.countDown();

        // Then
        assertThat(second.get()).isPresent().isEqualTo(first.get());
        assertThat(done).hasValue(1);
    }

    @Test
    void answersNothingWhereTheFirstTimeFailed() throws Exception {
        // When
        CompletableFuture<Optional<Answer>> first = sent(() -> {
            throw new IllegalStateException("broken");
        });

        // Then
        assertThatThrownBy(first::get).hasRootCauseMessage("broken");
        assertThat(forms.once("1", FIELDS, this::answer)).isEmpty();
    }

    private CompletableFuture<Optional<Answer>> sent(SentForms.Doing doing) {
        var answer = new CompletableFuture<Optional<Answer>>();
        var thread = new Thread(() -> {
            try {
                answer.complete(forms.once("1", FIELDS, doing));
            } catch (InterruptedException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return answer;
    }
}
