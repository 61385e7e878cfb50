package heed.monitoring.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import heed.monitoring.SettableClock;
import heed.monitoring.access.KeyDesk.Wanted;
import heed.schemas.KeyPurpose;
import heed.schemas.ProgramKey;
import heed.schemas.reader.LatestRows;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topics;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyRowsTest {

    private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final List<ProgramKey> topic = new ArrayList<>();

    /** What the brokers have is not what an instance has read. */
    private final class Instance {

        private final LatestRows<ProgramKey> rows = new LatestRows<>(Topics.KEYS, ProgramKey::getKeyId);
        private final KeyDesk desk;
        private int read;
        private boolean isAcknowledged = true;

        private Instance() {
            desk = new KeyDesk(new KeyRows(rows, this::write, clock, Duration.ZERO), new SecureRandom(), clock);
        }

        private CompletionStage<Void> write(ProgramKey key) {
            synchronized (topic) {
                topic.add(key);
            }
            return isAcknowledged
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(new TimeoutException("8 s"));
        }

        private void read() {
            synchronized (topic) {
                topic.subList(read, topic.size())
                        .forEach(key -> put(rows.routes().get(0), key));
                read = topic.size();
            }
            rows.publish();
        }

        private static <V> void put(Route<V> route, ProgramKey key) {
            route.put().take(route.topic().value().cast(key), Instant.EPOCH);
        }

        private String add(String name) throws Exception {
            return desk.add(new Wanted(name, KeyPurpose.READ, List.of("H1"), 60, Optional.empty()), "ito");
        }

        private List<String> good() {
            return desk.all().stream()
                    .filter(desk::isGood)
                    .map(ProgramKey::getBeginning)
                    .toList();
        }
    }

    private static String listed(String key) {
        return key.substring(0, "heed_read_".length() + 4);
    }

    @Test
    void whatIsNotYetReadBackIsListedAndCountsAmongTheTwoThatAreGood() throws Exception {
        // Given
        var instance = new Instance();
        List<String> added = List.of(listed(instance.add("board")), listed(instance.add("board")));

        // When
        List<String> good = instance.good();

        // Then
        assertThat(good).containsExactlyInAnyOrderElementsOf(added);
        assertThatThrownBy(() -> instance.add("board"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two keys that are good already");
    }

    @Test
    void whatIsRevokedAndNotYetReadBackIsRevokedOnceAndMakesRoom() throws Exception {
        // Given
        var instance = new Instance();
        String first = listed(instance.add("board"));
        String second = listed(instance.add("board"));
        instance.read();
        instance.desk.revoke(first);

        // When
        ProgramKey again = instance.desk.revoke(first);
        String third = listed(instance.add("board"));

        // Then
        assertThat(again.getRevokedAt()).isEqualTo(NOON);
        assertThat(topic).hasSize(4);
        assertThat(instance.good()).containsExactlyInAnyOrder(second, third);
    }

    @Test
    void whatIsReadBackIsAsItIsReadAndWhatIsNotForTwoMinutesIsLost() throws Exception {
        // Given
        var here = new Instance();
        var elsewhere = new Instance();
        String read = listed(here.add("board"));
        elsewhere.read();
        elsewhere.desk.revoke(read);
        here.read();
        List<String> afterRead = here.good();
        here.add("ward");

        // When
        clock.set(NOON.plus(Duration.ofMinutes(2)).minusMillis(1));
        int before = here.good().size();
        clock.set(NOON.plus(Duration.ofMinutes(2)));
        int after = here.good().size();

        // Then
        assertThat(afterRead).isEmpty();
        assertThat(before).isOne();
        assertThat(after).isZero();
    }

    /** The brokers may have taken it, and say so to nobody. */
    @Test
    void whatIsNotKnownToBeKeptCountsAmongTheTwoThatAreGood() throws Exception {
        // Given
        var instance = new Instance();
        instance.isAcknowledged = false;

        // When
        Throwable first = catchThrowable(() -> instance.add("board"));
        Throwable second = catchThrowable(() -> instance.add("board"));

        // Then
        assertThat(List.of(first, second)).hasOnlyElementsOfType(Sessions.NotKeptException.class);
        assertThat(instance.good()).hasSize(2);
        assertThatThrownBy(() -> instance.add("board"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two keys that are good already");
        assertThat(topic).hasSize(2);
    }

    @Test
    void whatIsNotKnownToBeRevokedIsRevokedWhenSomebodyTriesAgain() throws Exception {
        // Given
        var instance = new Instance();
        String added = listed(instance.add("board"));
        instance.read();
        instance.isAcknowledged = false;

        // When
        Throwable unknown = catchThrowable(() -> instance.desk.revoke(added));
        List<String> between = instance.good();
        instance.isAcknowledged = true;
        instance.desk.revoke(added);

        // Then
        assertThat(unknown).isInstanceOf(Sessions.NotKeptException.class);
        assertThat(between).containsExactly(added);
        assertThat(instance.good()).isEmpty();
        assertThat(topic).hasSize(3);
    }

    /** Each key is a row of its own, so that nobody writes over another's. */
    @Test
    void threeInstancesThatChangeKeysAtOnceLoseNone() throws Exception {
        // Given
        List<String> revoked = new ArrayList<>();
        var first = new Instance();
        for (int i = 0; i < 3; i++) {
            revoked.add(listed(first.add("old" + i)));
        }
        List<Instance> three = List.of(first, new Instance(), new Instance());
        three.forEach(Instance::read);

        // When
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Callable<List<String>>> acts = IntStream.range(0, 3)
                .<Callable<List<String>>>mapToObj(each -> () -> changes(three.get(each), each, revoked.get(each)))
                .toList();
        List<String> added = new ArrayList<>();
        try {
            for (Future<List<String>> each : threads.invokeAll(acts)) {
                added.addAll(each.get());
            }
        } finally {
            threads.shutdownNow();
        }
        three.forEach(Instance::read);

        // Then
        assertThat(added).hasSize(60);
        assertThat(three).allSatisfy(each -> {
            assertThat(each.good()).containsExactlyInAnyOrderElementsOf(added);
            assertThat(each.desk.all()).hasSize(63);
        });
    }

    private List<String> changes(Instance instance, int number, String old) throws Exception {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            added.add(listed(instance.add("program" + i + "of" + number)));
        }
        instance.desk.revoke(old);
        return added;
    }
}
