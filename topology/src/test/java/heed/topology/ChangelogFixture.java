package heed.topology;

import heed.topology.store.HeapState;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A compacted changelog in memory: what a state writes, a fresh one restores. */
public final class ChangelogFixture {

    private final Map<String, byte[]> rows = new LinkedHashMap<>();

    /** Takes what changed in {@code state}, as a commit does. */
    public void commit(HeapState state) {
        state.writeChanges((key, value) -> {
            rows.remove(text(key));
            if (value != null) {
                rows.put(text(key), value);
            }
        });
    }

    /** Restores every row into {@code state}, in the order written. */
    public <S extends HeapState> S restore(S state) {
        rows.forEach((key, value) -> state.restore(key.getBytes(StandardCharsets.ISO_8859_1), value));
        return state;
    }

    /** Changes the value of every row, as if it had been written otherwise. */
    public void rewrite(UnaryOperator<byte[]> change) {
        rows.replaceAll((key, value) -> change.apply(value));
    }

    private static String text(byte[] key) {
        return new String(key, StandardCharsets.ISO_8859_1);
    }

    public int size() {
        return rows.size();
    }
}
