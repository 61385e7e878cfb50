package heed.connectors.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads a JSON object a line. A column is the name of a field, or a JSON Pointer to one further in. */
final class NdjsonTable implements RowTable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final TableSource source;
    private final TextEncoding encoding;

    NdjsonTable(TableSource source, TextEncoding encoding) {
        this.source = source;
        this.encoding = encoding;
    }

    @Override
    public List<String> columns() {
        List<String> names = new ArrayList<>();
        try (BufferedReader text = encoding.reader(source)) {
            String first = text.readLine();
            if (first != null) {
                JSON.readTree(first).fieldNames().forEachRemaining(names::add);
            }
        } catch (IOException e) {
            return List.of();
        }
        return names;
    }

    @Override
    public void require(Collection<String> columns) {
        for (String column : columns) {
            if (column.startsWith("/") && !column.matches("/(?:[^~]|~[01])*")) {
                throw new TableException("'" + column + "' is no JSON Pointer (RFC 6901)");
            }
        }
    }

    @Override
    public void read(RowTaker taker) {
        try (BufferedReader text = encoding.reader(source)) {
            long number = 0;
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                number++;
                if (!line.isBlank()) {
                    take(number, line, taker);
                }
            }
        } catch (IOException e) {
            throw new TableException("cannot read " + source.name() + ": " + e.getMessage(), e);
        }
    }

    private static void take(long number, String line, RowTaker taker) {
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            // The parser's own message quotes the line.
            taker.refuse(
                    number,
                    "is not JSON, or has a field twice, at column "
                            + e.getLocation().getColumnNr());
            return;
        }
        if (object.isObject()) {
            taker.take(new JsonRow(number, object));
        } else {
            taker.refuse(number, "is not a JSON object");
        }
    }
}
