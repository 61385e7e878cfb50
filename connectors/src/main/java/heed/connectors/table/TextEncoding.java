package heed.connectors.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows in which encoding a file is. A byte order mark decides. Without one, a file of which every other byte is zero
 * is UTF-16; what is UTF-8 from beginning to end is that; what else has a meaning in Windows-1252 is that, but not what
 * began as UTF-8 with more than ASCII in it and then fails. What is none of them is refused with its line.
 *
 * @param mark bytes of the byte order mark
 */
record TextEncoding(Charset charset, int mark) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LOOKED_AT = 4096;
    private static final Pattern MARKUP = Pattern.compile(
            "\\s*<(?:!doctype|!--|\\?xml|html|head|body|table|style|meta)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern JSON_ARRAY = Pattern.compile("\\s*\\[\\s*\\{");
    private static final String SAVE = "save it as CSV in UTF-8 and import that";

    /** Returns the encoding of a file, all of which has been seen to be text in it. */
    static TextEncoding of(TableSource source, Optional<Charset> said) throws IOException {
        byte[] start;
        try (InputStream in = source.open()) {
            start = in.readNBytes(LOOKED_AT);
        }
        requireText(source, start);
        Optional<TextEncoding> marked = marked(start);
        if (marked.isPresent() || said.isPresent() || isUtf16(start).isPresent()) {
            TextEncoding encoding = marked.or(() -> said.map(charset -> new TextEncoding(charset, 0)))
                    .or(() -> isUtf16(start))
                    .orElseThrow();
            var read = DecodedText.of(source, encoding);
            if (!read.isWhole()) {
                throw new TableException(source.name() + ", line " + read.lines() + ": this is not text in "
                        + encoding.charset() + "; " + SAVE);
            }
            return encoding;
        }
        return guessed(source);
    }

    private static TextEncoding guessed(TableSource source) throws IOException {
        var utf8 = new TextEncoding(StandardCharsets.UTF_8, 0);
        var read = DecodedText.of(source, utf8);
        if (read.isWhole()) {
            return utf8;
        }
        var windows = new TextEncoding(WINDOWS, 0);
        var again = DecodedText.of(source, windows);
        if (read.isMoreThanAscii() || !again.isWhole()) {
            throw new TableException(source.name() + ", line " + (read.isMoreThanAscii() ? read : again).lines()
                    + ": this is text in none of UTF-8, UTF-16 and Windows-1252; " + SAVE);
        }
        return windows;
    }

    private static void requireText(TableSource source, byte[] start) {
        if (begins(start, 'P', 'K', 3, 4)) {
            throw new TableException(
                    source.name() + " is a workbook or a packed file, and its name does not end in .xlsx;"
                            + " rename it, or " + SAVE);
        }
        if (begins(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new TableException(source.name()
                    + " is a workbook as Excel saved them until 2003, or one with a password; save it as .xlsx without"
                    + " one, or " + SAVE);
        }
        if (begins(start, 0x1F, 0x8B)) {
            throw new TableException(source.name() + " is compressed; unpack it (gunzip) and import that");
        }
        if (begins(start, '%', 'P', 'D', 'F')) {
            throw new TableException(source.name()
                    + " is a PDF; have what made it export its table as CSV in UTF-8, and" + " import that");
        }
        if (MARKUP.matcher(beginning(start)).lookingAt()) {
            throw new TableException(source.name()
                    + " is a web page or XML, whatever its name; open it in a spreadsheet" + " and " + SAVE);
        }
        if (JSON_ARRAY.matcher(beginning(start)).lookingAt()) {
            throw new TableException(source.name() + " is one array of JSON; write its objects a line each into a file"
                    + " whose name ends in .ndjson (jq -c '.[]' does) and import that");
        }
    }

    /** Returns the beginning as far as it is ASCII, whatever the encoding. */
    private static String beginning(byte[] start) {
        return new String(start, StandardCharsets.ISO_8859_1).replaceAll("[^\\x09\\x0A\\x0D\\x20-\\x7E]", "");
    }

    private static Optional<TextEncoding> marked(byte[] start) {
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_8, 3));
        }
        if (begins(start, 0xFF, 0xFE)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 2));
        }
        return begins(start, 0xFE, 0xFF)
                ? Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 2))
                : Optional.empty();
    }

    /** Without a mark: letters of the alphabet have a zero byte beside them, always on the same side. */
    private static Optional<TextEncoding> isUtf16(byte[] start) {
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            zeros[i % 2] += start[i] == 0 ? 1 : 0;
        }
        int most = start.length / 3;
        if (zeros[1] > most && zeros[0] == 0) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 0));
        }
        return zeros[0] > most && zeros[1] == 0
                ? Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 0))
                : Optional.empty();
    }

    private static boolean begins(byte[] start, int... octets) {
        for (int i = 0; i < octets.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != octets[i]) {
                return false;
            }
        }
        return true;
    }

    /** Opens the text after its mark; what can't be decoded is an error, and was looked for before. */
    BufferedReader reader(TableSource source) throws IOException {
        InputStream in = source.open();
        in.skipNBytes(mark);
        return new BufferedReader(new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }
}
