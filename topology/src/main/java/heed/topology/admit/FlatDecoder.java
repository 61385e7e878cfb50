package heed.topology.admit;

import heed.schemas.Channel;

/**
 * Reads the Avro bytes of a Feedback in the current schema into a {@link FlatFeedback}, without objects or strings.
 *
 * <p>Must agree with the SpecificRecord reader on every input; {@code FlatDecoderTest} holds the two together. Stricter
 * in one thing: bytes left over after the record make it malformed.
 */
final class FlatDecoder {

    private static final int CHANNELS = Channel.values().length;
    private static final int LONGEST_INT = 5;
    private static final int LONGEST_LONG = 10;

    private byte[] bytes = {};
    private int position;
    private int end;

    /**
     * Reads the record in {@code input} from offset {@code from} to the end.
     *
     * @throws MalformedAvroException where the bytes are no Feedback
     */
    void decode(byte[] input, int from, FlatFeedback into) {
        bytes = input;
        position = from;
        end = input.length;
        into.bytes = input;
        into.idLength = length();
        into.idAt = skip(into.idLength);
        into.revision = integer();
        into.withdrawn = bool();
        into.hospitalLength = length();
        into.hospitalAt = skip(into.hospitalLength);
        into.unitLength = -1;
        if (branch()) {
            into.unitLength = length();
            into.unitAt = skip(into.unitLength);
        }
        into.questionnaireLength = length();
        into.questionnaireAt = skip(into.questionnaireLength);
        into.givenAtMs = number();
        into.channel = channel();
        answers(into);
        into.tailAt = position;
        into.languageLength = -1;
        if (branch()) {
            into.languageLength = length();
            into.languageAt = skip(into.languageLength);
        }
        into.ageBandLength = -1;
        if (branch()) {
            into.ageBandLength = length();
            into.ageBandAt = skip(into.ageBandLength);
        }
        into.tailLength = position - into.tailAt;
        if (position != end) {
            throw new MalformedAvroException();
        }
    }

    private void answers(FlatFeedback into) {
        into.answers = 0;
        long block = number();
        while (block != 0) {
            if (block < 0) {
                block = -block;
                number();
            }
            if (block < 0 || block > end - position) {
                throw new MalformedAvroException();
            }
            for (long i = 0; i < block; i++) {
                int questionLength = length();
                int question = skip(questionLength);
                int answerLength = length();
                into.addAnswer(question, questionLength, skip(answerLength), answerLength);
            }
            block = number();
        }
    }

    private int channel() {
        int symbol = integer();
        if (symbol < 0 || symbol >= CHANNELS) {
            throw new MalformedAvroException();
        }
        return symbol;
    }

    private boolean branch() {
        long index = number();
        if (index != 0 && index != 1) {
            throw new MalformedAvroException();
        }
        return index == 1;
    }

    private boolean bool() {
        if (position >= end) {
            throw new MalformedAvroException();
        }
        return bytes[position++] == 1;
    }

    private int length() {
        long value = number();
        if (value < 0 || value > end - position) {
            throw new MalformedAvroException();
        }
        return (int) value;
    }

    private int skip(int length) {
        int at = position;
        position += length;
        return at;
    }

    private int integer() {
        long value = number(LONGEST_INT);
        if (value != (int) value) {
            throw new MalformedAvroException();
        }
        return (int) value;
    }

    private long number() {
        return number(LONGEST_LONG);
    }

    /** Reads a number of at most so many bytes of seven bits; a longer one is none, whatever its value. */
    private long number(int longest) {
        long raw = 0;
        for (int shift = 0; shift < 7 * longest; shift += 7) {
            if (position >= end) {
                throw new MalformedAvroException();
            }
            byte next = bytes[position++];
            raw |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        throw new MalformedAvroException();
    }
}
