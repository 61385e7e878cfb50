package heed.monitoring.access;

import heed.schemas.ProgramKey;
import heed.schemas.reader.LatestRows;
import java.util.Collection;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The keys as an instance holds them to know programs by, and as a page changes them. */
public final class KeyRows implements KeyStore {

    private final LatestRows<ProgramKey> rows;
    private final Function<ProgramKey, CompletionStage<Void>> writer;

    /** Takes what holds them, and what writes one. */
    public KeyRows(LatestRows<ProgramKey> rows, Function<ProgramKey, CompletionStage<Void>> writer) {
        this.rows = rows;
        this.writer = writer;
    }

    @Override
    public Collection<ProgramKey> all() {
        return rows.all().values();
    }

    @Override
    public void write(ProgramKey key) throws Sessions.NotKeptException, InterruptedException {
        Sessions.await(writer.apply(key));
        rows.awaitShown(key, Sessions.SHOWN_WITHIN);
    }
}
