package heed.topology.watch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;

/**
 * Stands in for Kafka Streams around the watch, so that a test says when is committed: keeps what was said and written.
 */
final class WatchContext implements InvocationHandler {

    /** What was said on each sink about each key, in the order in which it was. */
    final Map<String, List<Object>> said = new TreeMap<>();
    /** The newest changelog row of each key. */
    final Map<String, Bytes> rows = new TreeMap<>();

    private final Map<String, StateStore> stores = new HashMap<>();
    private final long nowMs;

    /** The wall clock stands still. */
    WatchContext(long nowMs) {
        this.nowMs = nowMs;
    }

    @SuppressWarnings("unchecked")
    InternalProcessorContext<Object, Object> context() {
        return (InternalProcessorContext<Object, Object>) Proxy.newProxyInstance(
                WatchContext.class.getClassLoader(), new Class<?>[] {InternalProcessorContext.class}, this);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "register" -> stores.put(((StateStore) arguments[0]).name(), (StateStore) arguments[0]);
            case "getStateStore" -> stores.get((String) arguments[0]);
            case "currentStreamTimeMs" -> 0L;
            case "currentSystemTimeMs" -> nowMs;
            case "forward" -> {
                Record<?, ?> record = (Record<?, ?>) arguments[0];
                yield said.computeIfAbsent(arguments[1] + " " + record.key(), key -> new ArrayList<>())
                        .add(record.value());
            }
            case "logChange" ->
                rows.put(new String(((Bytes) arguments[1]).get(), StandardCharsets.ISO_8859_1), Bytes.wrap((byte[])
                        arguments[2]));
            case "commit", "currentNode", "setCurrentNode", "recordContext", "setRecordContext" -> null;
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }
}
