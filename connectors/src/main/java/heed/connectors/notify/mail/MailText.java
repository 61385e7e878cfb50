package heed.connectors.notify.mail;

import heed.connectors.notify.DigestReport;
import heed.connectors.notify.DropChart;
import heed.connectors.notify.Message;
import heed.connectors.notify.Notice;
import heed.schemas.sentence.ChartSentences;
import heed.schemas.sentence.DigestSentences;
import heed.schemas.sentence.Subjects;
import java.net.URI;
import java.util.Optional;

/** Writes the same words as plain text and as HTML, each in English and in Welsh. */
final class MailText {

    private MailText() {}

    static String subject(Message message) {
        return message.notices().size() == 1
                ? message.first().english().subject()
                : Subjects.digest(message.notices().size());
    }

    static String plain(Message message, Optional<URI> stop) {
        StringBuilder text = new StringBuilder(256);
        for (Notice notice : message.notices()) {
            words(text, notice.english());
            words(text, notice.welsh());
            notice.chart().map(DropChart::words).ifPresent(chart -> text.append(chart.english())
                    .append('\n')
                    .append(chart.welsh())
                    .append("\n\n"));
            text.append(Subjects.more())
                    .append(" / ")
                    .append(Subjects.moreWelsh())
                    .append(": ")
                    .append(message.link(notice))
                    .append("\n\n");
        }
        for (DigestReport report : message.reports()) {
            text.append(report.sums().english())
                    .append('\n')
                    .append(report.sums().welsh())
                    .append('\n')
                    .append(DigestSentences.report())
                    .append(" / ")
                    .append(DigestSentences.reportWelsh())
                    .append(": ")
                    .append(report.link())
                    .append("\n\n");
        }
        text.append("-- \n")
                .append(Subjects.because(message.route()))
                .append('\n')
                .append(Subjects.becauseWelsh(message.route()))
                .append('\n');
        stop.ifPresent(link -> text.append(Subjects.stop())
                .append(" / ")
                .append(Subjects.stopWelsh())
                .append(": ")
                .append(link)
                .append('\n'));
        return text.toString();
    }

    private static void words(StringBuilder text, Notice.Words words) {
        text.append(words.subject()).append('\n').append(words.sentence()).append("\n\n");
    }

    static String html(Message message, Optional<URI> stop, MailPictures pictures) {
        StringBuilder html = new StringBuilder(512);
        html.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(subject(message)))
                .append("</title></head><body>");
        for (Notice notice : message.notices()) {
            words(html, "en", notice.english());
            words(html, "cy", notice.welsh());
            notice.chart().map(DropChart::words).ifPresent(chart -> chart(html, chart, pictures.id(notice)));
            link(html, message.link(notice), Subjects.more(), Subjects.moreWelsh());
        }
        for (DigestReport report : message.reports()) {
            html.append("<p>")
                    .append(escaped(report.sums().english()))
                    .append("</p><p lang=\"cy\">")
                    .append(escaped(report.sums().welsh()))
                    .append("</p>");
            link(html, report.link(), DigestSentences.report(), DigestSentences.reportWelsh());
        }
        html.append("<hr><p>")
                .append(escaped(Subjects.because(message.route())))
                .append("</p><p lang=\"cy\">")
                .append(escaped(Subjects.becauseWelsh(message.route())))
                .append("</p>");
        stop.ifPresent(link -> link(html, link.toString(), Subjects.stop(), Subjects.stopWelsh()));
        return html.append("</body></html>").toString();
    }

    /** The picture says the same as the sentences that stand for it, so one of both is there. */
    private static void chart(StringBuilder html, ChartSentences chart, Optional<String> picture) {
        if (picture.isEmpty()) {
            paragraph(html, "en", chart.english());
            paragraph(html, "cy", chart.welsh());
            return;
        }
        html.append("<p><img src=\"cid:")
                .append(escaped(picture.get()))
                .append("\" width=\"")
                .append(DropPicture.WIDTH)
                .append("\" height=\"")
                .append(DropPicture.HEIGHT)
                .append("\" style=\"max-width:100%;height:auto\" alt=\"")
                .append(escaped(chart.english()))
                .append("\"></p>");
        paragraph(html, "en", chart.legend());
        paragraph(html, "cy", chart.welsh());
        paragraph(html, "cy", chart.legendWelsh());
    }

    private static void paragraph(StringBuilder html, String language, String words) {
        html.append("<p lang=\"")
                .append(language)
                .append("\">")
                .append(escaped(words))
                .append("</p>");
    }

    private static void link(StringBuilder html, String to, String english, String welsh) {
        html.append("<p><a href=\"")
                .append(escaped(to))
                .append("\">")
                .append(escaped(english))
                .append(" / <span lang=\"cy\">")
                .append(escaped(welsh))
                .append("</span></a></p>");
    }

    private static void words(StringBuilder html, String language, Notice.Words words) {
        html.append("<h2 lang=\"")
                .append(language)
                .append("\">")
                .append(escaped(words.subject()))
                .append("</h2>");
        paragraph(html, language, words.sentence());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
