package heed.connectors.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Reads a body of at most 1 MiB, whatever the request says of its length: a chunked one says nothing. A client that
 * sends a byte now and then is cut off, since it keeps others out.
 */
final class BodyReader {

    static final int MOST_BYTES = 1024 * 1024;
    private static final int CHUNK = 16 * 1024;

    private final Duration longest;

    /** Makes a reader that gives a body {@code longest} to come in. */
    BodyReader(Duration longest) {
        this.longest = longest;
    }

    /**
     * Returns the body.
     *
     * @param declared the Content-Length, or -1
     * @throws RefusedRequestException where it is too large, too slow or breaks off
     */
    byte[] read(InputStream body, long declared) {
        if (declared > MOST_BYTES) {
            throw new RefusedRequestException(Refusal.tooLarge());
        }
        var deadline = new CompletableFuture<Void>().completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS);
        var bytes = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        try {
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                bytes.write(chunk, 0, read);
                if (bytes.size() > MOST_BYTES) {
                    throw new RefusedRequestException(Refusal.tooLarge());
                }
                if (deadline.isDone()) {
                    throw new RefusedRequestException(Refusal.tooSlow());
                }
            }
        } catch (IOException e) {
            throw new RefusedRequestException(Refusal.brokenOff());
        } finally {
            deadline.complete(null);
        }
        return bytes.toByteArray();
    }
}
