package heed.bench;

import heed.schemas.serde.WireFormat;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The scores that a contender has said: the newest record of each key counts. Rows are tens of millions, so a row is
 * five numbers, and its key a hash.
 */
final class SaidScores {

    private static final int FIRST_SIZE = 1 << 16;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Totals totals = new Totals();
    private long[] keys = new long[FIRST_SIZE];
    private long[] counts = new long[FIRST_SIZE];
    private long[] sums = new long[FIRST_SIZE];
    private long[] digests = new long[FIRST_SIZE];
    private byte[] states = new byte[FIRST_SIZE];
    private int rows;
    private long finals;
    private long digest;
    private @Nullable BinaryDecoder decoder;
    private long n;
    private long sum;
    private byte state;

    /** Reads all that is committed on the scores' topic. */
    static SaidScores read(String bootstrap) {
        SaidScores said = new SaidScores();
        try (BenchReader reader = new BenchReader(bootstrap, Topics.SCORES)) {
            reader.read(said::add);
        }
        return said;
    }

    private void add(ConsumerRecord<String, byte[]> record) {
        try {
            decode(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException("a score that can't be read", e);
        }
        if (rows * 3L > keys.length * 2L) {
            grow();
        }
        long key = Totals.hash(record.key());
        long rowDigest = Totals.hash(record.value(), WireFormat.HEADER_LENGTH) * (key | 1);
        int at = find(key);
        if (states[at] == 0) {
            rows++;
        } else {
            totals.add(key, -counts[at], -sums[at]);
            digest -= digests[at];
            finals -= states[at] - 1;
        }
        keys[at] = key;
        counts[at] = n;
        sums[at] = sum;
        digests[at] = rowDigest;
        states[at] = state;
        totals.add(key, n, sum);
        digest += rowDigest;
        finals += state - 1;
    }

    /** Reads count, sum and whether the row is final; state is 1, or 2 where it is. */
    private void decode(byte[] value) throws IOException {
        decoder = DecoderFactory.get()
                .binaryDecoder(value, WireFormat.HEADER_LENGTH, value.length - WireFormat.HEADER_LENGTH, decoder);
        decoder.skipString();
        if (decoder.readIndex() == 1) {
            decoder.skipString();
        }
        decoder.skipString();
        decoder.readEnum();
        decoder.readLong();
        decoder.readLong();
        decoder.skipString();
        n = decoder.readLong();
        sum = decoder.readLong();
        decoder.readLong();
        for (int figure = 0; figure < 3; figure++) {
            if (decoder.readIndex() == 1) {
                decoder.readInt();
            }
        }
        decoder.readBoolean();
        decoder.readInt();
        state = (byte) (decoder.readBoolean() ? 2 : 1);
    }

    private int find(long key) {
        int mask = keys.length - 1;
        long spread = key * SPREAD;
        int at = (int) (spread ^ (spread >>> 32)) & mask;
        while (states[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        long[] oldSums = sums;
        long[] oldDigests = digests;
        byte[] oldStates = states;
        int size = oldKeys.length * 2;
        keys = new long[size];
        counts = new long[size];
        sums = new long[size];
        digests = new long[size];
        states = new byte[size];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldStates[i] != 0) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
                sums[at] = oldSums[i];
                digests[at] = oldDigests[i];
                states[at] = oldStates[i];
            }
        }
    }

    Totals totals() {
        return totals;
    }

    /** Returns how many keys there are. */
    int rows() {
        return rows;
    }

    /** Returns how many rows are final. */
    long finals() {
        return finals;
    }

    /** Returns a number that two contenders share only if all bytes of all their rows are the same. */
    long digest() {
        return digest;
    }
}
