package heed.connectors.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of rows that is being written, one after the other; closed, it is whole. */
public interface TableFile extends AutoCloseable {

    /** Writes a row: a cell for each column, null where it is absent. */
    void write(List<? extends @Nullable Object> cells) throws IOException;

    @Override
    void close() throws IOException;
}
