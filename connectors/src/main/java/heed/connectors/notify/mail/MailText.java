package heed.connectors.notify.mail;

import heed.connectors.notify.DigestReport;
import heed.connectors.notify.Message;
import heed.connectors.notify.Notice;
import heed.schemas.sentence.DigestSentences;
import heed.schemas.sentence.Subjects;

/** Writes the same words as plain text and as HTML, each in English and in Welsh. */
final class MailText {

    private MailText() {}

    static String subject(Message message) {
        return message.notices().size() == 1
                ? message.first().english().subject()
                : Subjects.digest(message.notices().size());
    }

    static String plain(Message message) {
        StringBuilder text = new StringBuilder(256);
        for (Notice notice : message.notices()) {
            words(text, notice.english());
            words(text, notice.welsh());
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
        return text.append("-- \n")
                .append(Subjects.because(message.route()))
                .append('\n')
                .append(Subjects.becauseWelsh(message.route()))
                .append('\n')
                .toString();
    }

    private static void words(StringBuilder text, Notice.Words words) {
        text.append(words.subject()).append('\n').append(words.sentence()).append("\n\n");
    }

    static String html(Message message) {
        StringBuilder html = new StringBuilder(512);
        html.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(subject(message)))
                .append("</title></head><body>");
        for (Notice notice : message.notices()) {
            words(html, "en", notice.english());
            words(html, "cy", notice.welsh());
            html.append("<p><a href=\"")
                    .append(escaped(message.link(notice)))
                    .append("\">")
                    .append(escaped(Subjects.more()))
                    .append(" / <span lang=\"cy\">")
                    .append(escaped(Subjects.moreWelsh()))
                    .append("</span></a></p>");
        }
        for (DigestReport report : message.reports()) {
            html.append("<p>")
                    .append(escaped(report.sums().english()))
                    .append("</p><p lang=\"cy\">")
                    .append(escaped(report.sums().welsh()))
                    .append("</p><p><a href=\"")
                    .append(escaped(report.link()))
                    .append("\">")
                    .append(escaped(DigestSentences.report()))
                    .append(" / <span lang=\"cy\">")
                    .append(escaped(DigestSentences.reportWelsh()))
                    .append("</span></a></p>");
        }
        return html.append("<hr><p>")
                .append(escaped(Subjects.because(message.route())))
                .append("</p><p lang=\"cy\">")
                .append(escaped(Subjects.becauseWelsh(message.route())))
                .append("</p></body></html>")
                .toString();
    }

    private static void words(StringBuilder html, String language, Notice.Words words) {
        html.append("<h2 lang=\"")
                .append(language)
                .append("\">")
                .append(escaped(words.subject()))
                .append("</h2><p lang=\"")
                .append(language)
                .append("\">")
                .append(escaped(words.sentence()))
                .append("</p>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
