package heed.connectors.fft;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

/**
 * Expands a trust's counts into the responses that they count, one at a time, in the order of {@code given_at}.
 *
 * <p>When in the month a response was given is not published. The responses of each kind are spread evenly over the
 * hospital's local month, which makes the month's scores exact and the days' scores as flat as the month's: days of an
 * import say nothing about single days.
 *
 * <p>Everything follows from format, month, trust, kind and ordinal, so a second import of the same figures produces the
 * same bytes. {@code given_at} alone moves when a later edition has another count; the id does not.
 */
final class FftResponses implements Iterator<Feedback> {

    static final String FORMAT = "fft-trusts";
    private static final String QUESTIONNAIRE = "fft-2020";
    private static final String QUESTION = "overall";

    private final FftRow row;
    private final YearMonth month;
    private final long start;
    private final long length;
    private final Map<FftKind, Integer> next = new EnumMap<>(FftKind.class);

    FftResponses(FftRow row, YearMonth month, ZoneId zone) {
        this.row = row;
        this.month = month;
        this.start = startOf(month, zone).toEpochMilli();
        this.length = endOf(month, zone).toEpochMilli() - start;
        for (FftKind kind : FftKind.values()) {
            next.put(kind, 0);
        }
    }

    static Instant startOf(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** Returns the first instant after the month. */
    static Instant endOf(YearMonth month, ZoneId zone) {
        return startOf(month.plusMonths(1), zone);
    }

    /** Returns the identity of a response for ever: also the way to name one that is to be withdrawn. */
    static UUID idOf(YearMonth month, String hospital, FftKind kind, int ordinal) {
        String name = String.join("|", FORMAT, month.toString(), hospital, kind.code(), Integer.toString(ordinal));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean hasNext() {
        return earliest() != null;
    }

    @Override
    public Feedback next() {
        FftKind kind = earliest();
        if (kind == null) {
            throw new NoSuchElementException();
        }
        int ordinal = next.merge(kind, 1, Integer::sum) - 1;
        return Feedback.newBuilder()
                .setFeedbackId(idOf(month, row.code(), kind, ordinal).toString())
                .setHospital(row.code())
                .setQuestionnaire(QUESTIONNAIRE)
                .setGivenAt(Instant.ofEpochMilli(givenAt(kind, ordinal)))
                .setChannel(Channel.PUBLISHED)
                .setAnswers(List.of(new Answer(QUESTION, kind.answer(ordinal))))
                .build();
    }

    private FftKind earliest() {
        FftKind earliest = null;
        long at = Long.MAX_VALUE;
        for (FftKind kind : FftKind.values()) {
            int ordinal = next.get(kind);
            if (ordinal < row.count(kind) && givenAt(kind, ordinal) < at) {
                earliest = kind;
                at = givenAt(kind, ordinal);
            }
        }
        return earliest;
    }

    /** Returns the middle of the {@code ordinal}-th of as many equal parts of the month as there are responses. */
    private long givenAt(FftKind kind, int ordinal) {
        return start + (2L * ordinal + 1) * length / (2L * row.count(kind));
    }
}
