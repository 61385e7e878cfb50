package heed.schemas.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Bodies as a server hands them out, in orders that no connection makes for sure. */
class BodyReaderTest {

    @Test
    void keepsNothingOfABodyWhoseDeadlineCameWhileSomeOfItWasRead() throws Exception {
        // Given
        BodyReader reader = new BodyReader(100, Duration.ofMillis(1), 2);
        Sent slow = Sent.thatIsReadOnlyAfterItsDeadline(90);
        Sent next = new Sent(100);

        // When
        slow.begin(reader, "10.0.0.1");
        slow.arrive();
        next.begin(reader, "10.0.0.1");
        next.arrive();

        // Then
        assertThat(slow.outcome()).isEqualTo("TOO_SLOW");
        assertThat(next.outcome()).isEqualTo("read 100");
    }

    @Test
    void takesOfAClientFiveHundredAndTwelveBodiesAtOnceHoweverLittleTheyHold() throws Exception {
        // Given
        BodyReader reader = new BodyReader(100, Duration.ofDays(1), 4);
        List<Sent> begun = new ArrayList<>();
        for (int i = 0; i < 512; i++) {
            Sent each = new Sent(0);
            each.begin(reader, "10.0.0.1");
            begun.add(each);
        }

        // When
        Sent more = new Sent(1);
        more.begin(reader, "10.0.0.1");
        Sent other = new Sent(1);
        other.begin(reader, "10.0.0.2");
        other.arrive();
        begun.get(0).arrive();
        Sent afterwards = new Sent(1);
        afterwards.begin(reader, "10.0.0.1");
        afterwards.arrive();

        // Then
        assertThat(more.outcome()).isEqualTo("NO_ROOM");
        assertThat(other.outcome()).isEqualTo("read 1");
        assertThat(afterwards.outcome()).isEqualTo("read 1");
    }

    @Test
    void keepsNobodyOutWhereTwoClientsHoldAllThatMayComeInAtOnce() throws Exception {
        // Given
        BodyReader reader = new BodyReader(100, Duration.ofDays(1), 4);
        List<Sent> begun = new ArrayList<>();
        for (int i = 0; i < 1_024; i++) {
            Sent each = new Sent(0);
            each.begin(reader, i % 2 == 0 ? "10.0.0.1" : "10.0.0.2");
            begun.add(each);
        }

        // When
        Sent other = new Sent(1);
        other.begin(reader, "10.0.0.3");
        other.arrive();
        Sent ofTheMost = new Sent(1);
        ofTheMost.begin(reader, "10.0.0.2");
        Sent another = new Sent(1);
        another.begin(reader, "10.0.0.2");

        // Then
        assertThat(other.outcome()).isEqualTo("read 1");
        // What gave way left room for one of whoever holds less, and no more
        assertThat(List.of(ofTheMost.outcome(), another.outcome())).contains("NO_ROOM");
        assertThat(begun.stream().filter(Sent::gaveWay)).hasSize(1);
    }

    @Test
    void keepsNobodyOutWhereTwoClientsHoldAllTheMemory() throws Exception {
        // Given
        BodyReader reader = new BodyReader(100, Duration.ofDays(1), 4);
        List<Sent> begun = new ArrayList<>();
        for (String client : List.of("10.0.0.1", "10.0.0.1", "10.0.0.2", "10.0.0.2")) {
            Sent each = new Sent(100);
            each.begin(reader, client);
            each.arriveButForItsEnd();
            begun.add(each);
        }

        // When
        Sent other = new Sent(50);
        other.begin(reader, "10.0.0.3");
        other.arrive();

        // Then
        assertThat(other.outcome()).isEqualTo("read 50");
        assertThat(begun.stream().filter(Sent::gaveWay)).hasSize(1);
    }

    /** One body on its way. Deadlines end only one that is read after its own. */
    private static final class Sent extends ServletInputStream {

        private final int length;
        private final boolean afterDeadline;
        private final CompletableFuture<Runnable> atDeadline = new CompletableFuture<>();
        private int left;
        private ReadListener listener;
        private CompletableFuture<byte[]> body = new CompletableFuture<>();

        Sent(int length) {
            this(length, false);
        }

        private Sent(int length, boolean afterDeadline) {
            this.length = length;
            this.left = length;
            this.afterDeadline = afterDeadline;
        }

        static Sent thatIsReadOnlyAfterItsDeadline(int length) {
            return new Sent(length, true);
        }

        void begin(BodyReader reader, String client) {
            body = reader.read(request(client));
        }

        /** Lets all of it come in. */
        void arrive() throws IOException {
            listener.onDataAvailable();
            listener.onAllDataRead();
        }

        void arriveButForItsEnd() throws IOException {
            listener.onDataAvailable();
        }

        /** Tells whether the server has been asked to say that there was no room for it. */
        boolean gaveWay() {
            if (!atDeadline.isDone()) {
                return false;
            }
            atDeadline.join().run();
            return outcome().equals("NO_ROOM");
        }

        String outcome() {
            if (!body.isDone()) {
                return "on its way";
            }
            return body.handle((bytes, failure) -> failure == null
                            ? "read " + bytes.length
                            : ((BodyException) BodyException.causeOf(failure))
                                    .kind()
                                    .name())
                    .join();
        }

        private HttpServletRequest request(String client) {
            return (HttpServletRequest) Proxy.newProxyInstance(
                    Sent.class.getClassLoader(),
                    new Class<?>[] {HttpServletRequest.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "getContentLengthLong" -> (long) length;
                        case "getRemoteAddr" -> client;
                        case "getInputStream" -> this;
                        case "getAsyncContext" -> server();
                        default -> throw new UnsupportedOperationException(method.getName());
                    });
        }

        private AsyncContext server() {
            return (AsyncContext) Proxy.newProxyInstance(
                    Sent.class.getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, method, arguments) -> {
                        atDeadline.complete((Runnable) arguments[0]);
                        return null;
                    });
        }

        @Override
        public void setReadListener(ReadListener readListener) {
            listener = readListener;
        }

        @Override
        public boolean isReady() {
            return left > 0;
        }

        @Override
        public boolean isFinished() {
            return left == 0;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("bodies are read by the chunk");
        }

        @Override
        public int read(byte[] chunk, int offset, int room) {
            if (afterDeadline) {
                atDeadline.join().run();
            }
            int count = left;
            left = 0;
            return count;
        }
    }
}
