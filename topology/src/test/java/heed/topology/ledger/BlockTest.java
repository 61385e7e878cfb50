package heed.topology.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlockTest {

    private final Block block = new Block(1, 0);

    @Test
    void isFullBeforeAnEntryWouldDoubleItsBuffer() {
        // Given
        int entries = 0;

        // When
        while (!block.full()) {
            append(44);
            entries++;
        }

        // Then
        assertThat(entries).isEqualTo(44);
        assertThat(block.content.buffer()).hasSize(2_048);
    }

    @Test
    void takesAtLeastOneEntryHoweverLong() {
        // Given
        boolean empty = block.full();

        // When
        append(5_000);

        // Then
        assertThat(empty).isFalse();
        assertThat(block.full()).isTrue();
    }

    /** Appends an entry of {@code length} bytes and a number, which asks for more room than it takes. */
    private void append(int length) {
        block.content.raw(new byte[length], 0, length).number(1);
        block.appended(length + 1);
    }
}
