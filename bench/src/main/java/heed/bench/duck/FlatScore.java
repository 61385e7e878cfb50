package heed.bench.duck;

import heed.schemas.questionnaire.Measure;
import heed.schemas.serde.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Reads a score from its Avro bytes, field by field, into a row of a table. Reused. */
final class FlatScore {

    private static final int UNKNOWN = -1;

    private final Map<Utf8, Integer> measures = new HashMap<>();
    private final Map<Utf8, String> names = new HashMap<>();
    private @Nullable BinaryDecoder reused;
    private Utf8 text = new Utf8();

    FlatScore(List<Measure> survey) {
        for (Measure measure : survey) {
            measures.put(new Utf8(measure.name()), measures.size());
        }
    }

    /** Appends all fields but the label, which only says the window's start for people. */
    void append(byte[] value, DuckDBAppender row) throws SQLException {
        int length = value.length - WireFormat.HEADER_LENGTH;
        BinaryDecoder in = DecoderFactory.get().binaryDecoder(value, WireFormat.HEADER_LENGTH, length, reused);
        reused = in;
        try {
            row.append(name(in));
            row.append(in.readIndex() == 0 ? "" : name(in));
            text = in.readString(text);
            row.append((long) measures.getOrDefault(text, UNKNOWN));
            row.append(in.readEnum());
            row.append(in.readLong()).append(in.readLong());
            in.skipString();
            row.append(in.readLong()).append(in.readLong()).append(in.readLong());
            for (int figure = 0; figure < 3; figure++) {
                if (in.readIndex() == 0) {
                    row.appendNull();
                } else {
                    row.append(in.readInt());
                }
            }
            row.append(in.readBoolean()).append(in.readInt()).append(in.readBoolean());
            row.append(in.readLong()).append(in.readLong()).append(in.readEnum());
            if (in.readIndex() == 0) {
                row.appendNull().appendNull().appendNull();
            } else {
                row.append(in.readLong()).append(in.readLong()).append(in.readLong());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a score that can't be read", e);
        }
    }

    private String name(BinaryDecoder in) throws IOException {
        text = in.readString(text);
        String known = names.get(text);
        if (known == null) {
            known = new String(text.getBytes(), 0, text.getByteLength(), StandardCharsets.UTF_8);
            names.put(new Utf8(text), known);
        }
        return known;
    }
}
