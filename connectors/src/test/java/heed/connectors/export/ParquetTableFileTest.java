package heed.connectors.export;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.flat.FlatColumn;
import heed.schemas.flat.FlatColumn.Kind;
import heed.schemas.flat.FlatColumn.Presence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What another's program reads in it is held beside the benchmarks, which have one. */
class ParquetTableFileTest {

    @Test
    void endsWithItsDescriptionAndHowLongThatIs() throws IOException {
        // Given
        var to = new ByteArrayOutputStream();
        var columns = List.of(
                new FlatColumn("hospital", Kind.TEXT, Presence.ALWAYS, "Where."),
                new FlatColumn("n", Kind.WHOLE, Presence.ALWAYS, "How many."));

        // When
        try (var file = new ParquetTableFile("scores", columns, to)) {
            file.write(List.of("H1", 7L));
        }

        // Then
        byte[] file = to.toByteArray();
        int description = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 2 * Integer.BYTES);
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .startsWith("PAR1")
                .endsWith("PAR1");
        assertThat(new String(
                        file, file.length - 2 * Integer.BYTES - description, description, StandardCharsets.ISO_8859_1))
                .startsWith("\u0015\u0002\u0019<")
                .containsSubsequence("scores", "hospital", "n", "hospital", "n", "Heed\0");
    }

    @Test
    void numbersAndLongListsAreWrittenAsThriftsCompactProtocolHasThem() {
        // When // Then
        assertThat(new ThriftStruct().i32(1, 300).i64(4, -1).written())
                .containsExactly(0x15, 0xd8, 0x04, 0x36, 0x01, 0);
        assertThat(new ThriftStruct().isTrue(1).text(3, "\u00e9").written())
                .containsExactly(0x11, 0x28, 2, 0xc3, 0xa9, 0);
        assertThat(new ThriftStruct().i32s(2, Collections.nCopies(14, 1)).written())
                .startsWith(0x29, 0xe5, 2)
                .hasSize(17);
        assertThat(new ThriftStruct().i32s(2, Collections.nCopies(15, 1)).written())
                .startsWith(0x29, 0xf5, 15, 2)
                .hasSize(19);
    }
}
