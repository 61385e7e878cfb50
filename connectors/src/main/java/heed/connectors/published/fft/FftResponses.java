package heed.connectors.published.fft;

import heed.connectors.published.LocalMonth;
import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Expands a trust's counts into the responses that they count, one at a time, in the order of {@code given_at}.
 *
 * <p>When in the month a response was given is not published. The responses of each kind are spread evenly over the
 * hospital's local month, which makes the month's scores exact and the days' scores as flat as the month's: days of an
 * import say nothing about single days.
 *
 * <p>Everything follows from format, month, trust, kind and ordinal, so a second import of the same figures produces
 * the same bytes. {@code given_at} alone moves when a later edition has another count; the id does not.
 */
final class FftResponses implements Iterator<Feedback> {

    private final FftRow row;
    private final LocalMonth month;
    private final Map<FftKind, Integer> next = new EnumMap<>(FftKind.class);

    FftResponses(FftRow row, LocalMonth month) {
        this.row = row;
        this.month = month;
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
                .setFeedbackId(month.idOf(row.asked().format(), row.code(), kind.code() + "|" + ordinal)
                        .toString())
                .setHospital(row.code())
                .setQuestionnaire(row.questionnaire())
                .setGivenAt(month.at(ordinal, row.count(kind)))
                .setChannel(Channel.PUBLISHED)
                .setAnswers(List.of(new Answer(row.asked().question(), row.answer(kind, ordinal))))
                .build();
    }

    private @Nullable FftKind earliest() {
        FftKind earliest = null;
        Instant at = Instant.MAX;
        for (FftKind kind : FftKind.values()) {
            int ordinal = next.getOrDefault(kind, 0);
            int count = row.count(kind);
            if (ordinal < count && month.at(ordinal, count).isBefore(at)) {
                earliest = kind;
                at = month.at(ordinal, count);
            }
        }
        return earliest;
    }
}
