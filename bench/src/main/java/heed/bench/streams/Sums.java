package heed.bench.streams;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The integers of a score, or what is to be added to them.
 *
 * @param n number of answers
 * @param sum of their points
 * @param squares sum of their squared points
 * @param asOfMs arrival of the newest response
 * @param restatements corrections and withdrawals
 */
record Sums(long n, long sum, long squares, long asOfMs, long restatements) {

    static final Sums NONE = new Sums(0, 0, 0, Long.MIN_VALUE, 0);

    Sums plus(Sums other) {
        return new Sums(
                n + other.n,
                sum + other.sum,
                squares + other.squares,
                Math.max(asOfMs, other.asOfMs),
                restatements + other.restatements);
    }

    static Serde<Sums> serde() {
        return Serdes.serdeFrom((topic, sums) -> sums == null ? null : sums.toBytes(), (topic, bytes) -> of(bytes));
    }

    private byte[] toBytes() {
        return ByteBuffer.allocate(5 * Long.BYTES)
                .putLong(n)
                .putLong(sum)
                .putLong(squares)
                .putLong(asOfMs)
                .putLong(restatements)
                .array();
    }

    private static Sums of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Sums(in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }
}
