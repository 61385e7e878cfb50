package heed.bench.watch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for Kafka Streams around one step: keeps its store, and counts what it forwards and writes to its
 * changelog.
 */
final class CommitCounter implements InvocationHandler {

    private final Map<String, StateStore> stores = new HashMap<>();
    private long forwarded;
    private long rows;
    private long bytes;
    private int largest;

    @SuppressWarnings("unchecked")
    InternalProcessorContext<Object, Object> context() {
        return (InternalProcessorContext<Object, Object>) Proxy.newProxyInstance(
                CommitCounter.class.getClassLoader(), new Class<?>[] {InternalProcessorContext.class}, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "register" -> stores.put(((StateStore) arguments[0]).name(), (StateStore) arguments[0]);
            case "getStateStore" -> stores.get((String) arguments[0]);
            // In 1970 no answer is old: none waits for the commit.
            case "currentStreamTimeMs", "currentSystemTimeMs" -> 0L;
            case "currentNode", "setCurrentNode", "recordContext", "setRecordContext", "commit" -> null;
            case "forward" -> {
                forwarded++;
                yield null;
            }
            case "logChange" -> {
                count(((Bytes) arguments[1]).get().length + ((byte[]) arguments[2]).length);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }

    private void count(int length) {
        rows++;
        bytes += length;
        largest = Math.max(largest, length);
    }

    long forwarded() {
        return forwarded;
    }

    Written written() {
        return new Written(rows, bytes, largest);
    }

    /**
     * What was written to the changelog until now.
     *
     * @param rows how many
     * @param bytes their lengths, keys included
     * @param largest length of the largest
     */
    record Written(long rows, long bytes, int largest) {}
}
