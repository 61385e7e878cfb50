package heed.bench.flat;

import java.nio.charset.StandardCharsets;

/** Reads a response from its Avro bytes into primitives. Reused. */
public final class FlatResponse {

    private static final int HEADER = 5;

    private final Worths worths;
    private byte[] bytes = {};
    private int at;

    private long idHigh;
    private long idLow;
    private int revision;
    private boolean withdrawn;
    private int hospitalAt;
    private int hospitalLength;
    private int unitAt;
    private int unitLength;
    private long givenAtMs;
    private final int[] points;

    /** Reads responses whose answers are worth so much. */
    public FlatResponse(Worths worths) {
        this.worths = worths;
        this.points = worths.none();
    }

    /** Reads a value of the topic; what is asked from now on is of it. */
    public void read(byte[] value) {
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

    /** Returns the bytes that hospital and unit stand in. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns the first half of the id. */
    public long idHigh() {
        return idHigh;
    }

    /** Returns the second half of the id. */
    public long idLow() {
        return idLow;
    }

    /** Returns the revision. */
    public int revision() {
        return revision;
    }

    /** Says whether it takes the response out. */
    public boolean withdrawn() {
        return withdrawn;
    }

    /** Returns the hospital's code. */
    public String hospital() {
        return new String(bytes, hospitalAt, hospitalLength, StandardCharsets.UTF_8);
    }

    /** Returns the unit's code; empty where it names none. */
    public String unit() {
        return unitLength < 0 ? "" : new String(bytes, unitAt, unitLength, StandardCharsets.UTF_8);
    }

    int hospitalAt() {
        return hospitalAt;
    }

    int hospitalLength() {
        return hospitalLength;
    }

    int unitAt() {
        return unitAt;
    }

    /** Returns -1 where it names none. */
    int unitLength() {
        return unitLength;
    }

    /** Returns when it was given. */
    public long givenAtMs() {
        return givenAtMs;
    }

    /** Returns the points of each measure, which the next response overwrites; -1 where it counts towards none. */
    public int[] points() {
        return points;
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
