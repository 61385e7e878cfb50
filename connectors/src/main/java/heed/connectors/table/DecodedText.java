package heed.connectors.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes a file from beginning to end, or to where it is no text in an encoding, and counts the lines until there. */
final class DecodedText {

    private static final int CHUNK = 1 << 16;
    private static final int LAST_ASCII = 0x7F;

    private long lines = 1;
    private boolean moreThanAscii;
    private boolean whole = true;

    private DecodedText() {}

    static DecodedText of(TableSource source, TextEncoding encoding) throws IOException {
        var text = new DecodedText();
        try (InputStream in = source.open()) {
            in.skipNBytes(encoding.mark());
            text.decode(
                    in,
                    encoding.charset()
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        }
        return text;
    }

    private void decode(InputStream in, CharsetDecoder decoder) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer chars = CharBuffer.allocate(CHUNK);
        boolean end = false;
        while (whole && !end) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            end = read < 0;
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
            CoderResult result = decoder.decode(bytes, chars, end);
            boolean text = seen(chars.flip());
            whole = text && !result.isError();
            chars.clear();
            bytes.compact();
        }
    }

    /** Counts lines until a NUL, which no text has. */
    private boolean seen(CharBuffer chars) {
        while (chars.hasRemaining()) {
            char c = chars.get();
            if (c == 0) {
                return false;
            }
            lines += c == '\n' ? 1 : 0;
            moreThanAscii |= c > LAST_ASCII;
        }
        return true;
    }

    /** Tells whether all of it is text. */
    boolean isWhole() {
        return whole;
    }

    /** Tells whether there was more than ASCII before the end, or before where it is no text. */
    boolean isMoreThanAscii() {
        return moreThanAscii;
    }

    /** Returns the line at which it ended. */
    long lines() {
        return lines;
    }
}
