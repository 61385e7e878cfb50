package heed.connectors.notify;

import heed.schemas.sentence.DigestSentences;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Leads from a digest to the report of a hospital that it tells of.
 *
 * @param sums how many of what the digest tells of it
 * @param link where the page has the report
 */
public record DigestReport(DigestSentences sums, String link) {

    /** Returns those of a message, by the hospitals' codes; an episode says of none that it fell. */
    static List<DigestReport> of(Message message) {
        return message.notices().stream()
                .filter(notice -> notice.kind() != NoticeKind.EPISODE)
                .flatMap(notice -> notice.hospitals().stream())
                .distinct()
                .sorted()
                .map(hospital -> of(hospital, message))
                .toList();
    }

    private static DigestReport of(String hospital, Message message) {
        List<Notice> its = message.notices().stream()
                .filter(notice -> notice.kind() != NoticeKind.EPISODE
                        && notice.hospitals().contains(hospital))
                .toList();
        return new DigestReport(
                new DigestSentences(
                        hospital,
                        count(its, NoticeKind.DROP, NoticeTurn.OPENED),
                        count(its, NoticeKind.DROP, NoticeTurn.WORSE),
                        count(its, NoticeKind.DROP, NoticeTurn.ENDED),
                        count(its, NoticeKind.RISE, NoticeTurn.OPENED),
                        count(its, NoticeKind.SILENCE, NoticeTurn.OPENED),
                        count(its, NoticeKind.THEME_RISE, NoticeTurn.OPENED)),
                message.page()
                        .resolve("/report/" + URLEncoder.encode(hospital, StandardCharsets.UTF_8))
                        .toString());
    }

    private static int count(List<Notice> notices, NoticeKind kind, NoticeTurn turn) {
        return (int) notices.stream()
                .filter(notice -> notice.kind() == kind && notice.turn() == turn)
                .map(Notice::about)
                .distinct()
                .count();
    }
}
