package heed.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WireFormatTest {

    @Test
    void readsTheIdAsFourBytesBigEndianAfterAZero() {
        // When // Then
        assertThat(WireFormat.schemaId(new byte[] {0, 1, 2, 3, 4})).isEqualTo(0x01020304);
        assertThat(WireFormat.schemaId(new byte[] {0, -1, -1, -1, -1, 9})).isEqualTo(-1);
    }

    @Test
    void writesWhatItReads() {
        // Given
        byte[] header = {9, 9, 9, 9, 9, 9};
        // When
        WireFormat.writeHeader(header, 0x7f000102);
        // Then
        assertThat(header).containsExactly(0, 0x7f, 0, 1, 2, 9);
    }

    @Test
    void isFramedFromFiveBytesOn() {
        // When // Then
        assertThat(WireFormat.isFramed(null)).isFalse();
        assertThat(WireFormat.isFramed(new byte[4])).isFalse();
        assertThat(WireFormat.isFramed(new byte[5])).isTrue();
        assertThat(WireFormat.isFramed(new byte[] {1, 0, 0, 0, 0})).isFalse();
    }
}
