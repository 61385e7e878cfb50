package heed.bench.limit;

/** Reads a response from its Avro bytes into primitives. Reused. */
final class FlatResponse {

    private static final int HEADER = 5;

    private final Worths worths;
    private byte[] bytes = {};
    private int at;

    long idHigh;
    long idLow;
    int revision;
    boolean withdrawn;
    int hospitalAt;
    int hospitalLength;
    int unitAt;
    /** -1 where it names none. */
    int unitLength;

    long givenAtMs;
    final int[] points;

    FlatResponse(Worths worths) {
        this.worths = worths;
        this.points = worths.none();
    }

    void read(byte[] value) {
        bytes = value;
        at = HEADER;
        int idLength = (int) number();
        idHigh = id(at, 0, 18);
        idLow = id(at, 19, 36);
        at += idLength;
        revision = (int) number();
        withdrawn = bytes[at++] == 1;
        hospitalLength = (int) number();
        hospitalAt = skip(hospitalLength);
        unitLength = -1;
        if (number() == 1) {
            unitLength = (int) number();
            unitAt = skip(unitLength);
        }
        skip((int) number());
        givenAtMs = number();
        number();
        for (int slot = 0; slot < points.length; slot++) {
            points[slot] = -1;
        }
        for (long block = number(); block != 0; block = number()) {
            if (block < 0) {
                block = -block;
                number();
            }
            for (long i = 0; i < block; i++) {
                int questionLength = (int) number();
                int question = skip(questionLength);
                int answerLength = (int) number();
                worths.score(bytes, question, questionLength, skip(answerLength), answerLength, points);
            }
        }
    }

    byte[] bytes() {
        return bytes;
    }

    private int skip(int length) {
        int from = at;
        at += length;
        return from;
    }

    private long number() {
        long raw = 0;
        int shift = 0;
        byte next = bytes[at++];
        while (next < 0) {
            raw |= (next & 0x7FL) << shift;
            shift += 7;
            next = bytes[at++];
        }
        raw |= (long) next << shift;
        return (raw >>> 1) ^ -(raw & 1);
    }

    private long id(int start, int from, int to) {
        long id = 0;
        for (int i = start + from; i < start + to; i++) {
            byte digit = bytes[i];
            if (digit != '-') {
                id = (id << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
            }
        }
        return id;
    }
}
