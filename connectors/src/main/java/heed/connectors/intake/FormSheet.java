package heed.connectors.intake;

import heed.connectors.form.FormLink;
import heed.connectors.form.FormView;
import heed.connectors.submission.DerivedIds;
import heed.connectors.submission.Submitted;
import heed.schemas.questionnaire.Question;
import heed.schemas.questionnaire.Questionnaire;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Holds what was sent by a form.
 *
 * @param name tells the sheet from others
 * @param words what somebody wrote in the box; empty where they wrote nothing, or there is none
 * @param answers by the codes of questions, each one that the questionnaire offers
 */
record FormSheet(String name, String words, Map<String, String> answers) {

    private static final UUID NAMESPACE = UUID.fromString("6f0e1f5e-5d0a-4b5e-9a51-7c1d6c1b8a13");
    private static final int LONGEST_NAME = 40;
    private static final String WORDS = "comment";

    /** Reads what a browser sends; what is no answer to a question of the questionnaire is passed over. */
    static FormSheet read(byte[] body, FormView view) {
        Map<String, String> fields = fields(new String(body, StandardCharsets.UTF_8));
        Map<String, String> answers = new LinkedHashMap<>();
        for (Question question : view.questionnaire().questions()) {
            String answer = fields.get("answer." + question.code());
            if (answer != null && question.indexOf(answer) >= 0) {
                answers.put(question.code(), answer);
            }
        }
        String name = fields.getOrDefault("sheet", "");
        String words = view.box().isPresent() ? fields.getOrDefault(WORDS, "") : "";
        return new FormSheet(name.length() > LONGEST_NAME ? "" : name, words, answers);
    }

    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : body.split("&", -1)) {
            int at = field.indexOf('=');
            if (at > 0) {
                fields.putIfAbsent(decoded(field.substring(0, at)), decoded(field.substring(at + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Returns it as a submission. Of a link that counts once the id is the link's, and else the sheet's. */
    Submitted submitted(FormLink link, Questionnaire asked, String language, Instant now) {
        String known = link.kind() == FormLink.Kind.ONCE ? link.id() : link.id() + '|' + name;
        Map<String, Submitted> fields = new LinkedHashMap<>();
        put(fields, "feedback_id", DerivedIds.of(NAMESPACE, known).toString());
        put(fields, "hospital", link.hospital());
        link.unit().ifPresent(unit -> put(fields, "unit", unit));
        put(fields, "questionnaire", link.questionnaire());
        put(fields, "given_at", now.toString());
        put(fields, "channel", link.kind().channel().name().toLowerCase(Locale.ROOT));
        put(fields, "language", language);
        Map<String, Submitted> given = new LinkedHashMap<>();
        answers.forEach((question, answer) -> put(given, question, answer));
        if (!words.isBlank()) {
            Map<String, Submitted> comment = new LinkedHashMap<>();
            put(comment, "text", words);
            put(comment, "language", language);
            asked.comment().ifPresent(question -> put(comment, "question", question.code()));
            fields.put("comment", new Submitted.Fields(comment));
        }
        fields.put("answers", new Submitted.Fields(given));
        return new Submitted.Fields(fields);
    }

    private static void put(Map<String, Submitted> fields, String name, String value) {
        fields.put(name, new Submitted.Text(value));
    }

    /** Returns the page on which it can be sent again, as the same. */
    FormView again(FormView view, FormView.State why) {
        return view.again(why, name, answers, words);
    }
}
