package heed.connectors.notify;

import heed.schemas.Drop;
import heed.schemas.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell, in the words that its readers may read: a record in one of its states.
 *
 * @param about which drop, rise, silence, episode or theme
 * @param state where that stands; with {@code about} it is what is told only once
 * @param hospitals whom it is about: one, or those that fell at once
 * @param unit null for a hospital as a whole
 * @param measure null for a silence and a theme
 * @param severity of a drop
 * @param since when it began
 * @param asOf arrival of what brought it about, by which it is told apart from history
 * @param told the same as far as its readers may know it
 * @param path where the page tells more
 * @param chart the days that led to a drop that is open, where enough of them may be told
 * @param drop as far as its readers may know it; empty where it is about something else
 */
public record Notice(
        NoticeKind kind,
        NoticeTurn turn,
        String about,
        String state,
        List<String> hospitals,
        @Nullable String unit,
        @Nullable String measure,
        Optional<Severity> severity,
        Instant since,
        Instant asOf,
        Instant told,
        Words english,
        Words welsh,
        String path,
        Optional<DropChart> chart,
        Optional<Drop> drop) {

    /** What is said in one language: what it is about in a line, and the sentence of the record. */
    public record Words(String subject, String sentence) {

        Words and(String more) {
            return new Words(subject, sentence + " " + more);
        }
    }

    public Notice {
        hospitals = List.copyOf(hospitals);
    }

    /** Returns the same, which says something more after the sentence of the record. */
    Notice saying(Stands.Said more) {
        return new Notice(
                kind,
                turn,
                about,
                state,
                hospitals,
                unit,
                measure,
                severity,
                since,
                asOf,
                told,
                english.and(more.english()),
                welsh.and(more.welsh()),
                path,
                chart,
                drop);
    }

    /** Returns what the delivery log knows it by. */
    public String key() {
        return about + "|" + state;
    }
}
