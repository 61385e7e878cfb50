package heed.schemas.questionnaire;

import heed.schemas.name.RespondentCodes;
import heed.schemas.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a questionnaire's words in further languages: each has all of them. */
final class TranslationReader {

    private final YamlFile yaml;
    private final List<Question> questions;
    private final Optional<CommentQuestion> comment;

    TranslationReader(YamlFile yaml, List<Question> questions, Optional<CommentQuestion> comment) {
        this.yaml = yaml;
        this.questions = questions;
        this.comment = comment;
    }

    List<Translation> read(YamlFile.Table languages) {
        List<Translation> translations = new ArrayList<>();
        for (String language : languages.keys()) {
            if (!RespondentCodes.isLanguage(language) || language.equals(Questionnaire.OWN_LANGUAGE)) {
                yaml.problem(
                        languages.line(language),
                        "a language is a tag such as cy that is not " + Questionnaire.OWN_LANGUAGE
                                + ", in which the questionnaire itself is, was '" + language + "'");
            }
            YamlFile.Table table = languages.table(language);
            table.onlyKnows(
                    comment.isPresent()
                            ? List.of("name", "title", "questions", "comment")
                            : List.of("name", "title", "questions"));
            translations.add(new Translation(
                    language,
                    table.text("name").value(),
                    table.text("title").value(),
                    questions(table.table("questions")),
                    comment.map(asked -> new CommentQuestion(
                            asked.code(), table.text("comment").value()))));
        }
        return translations;
    }

    private List<Question> questions(YamlFile.Table table) {
        table.onlyKnows(questions.stream().map(Question::code).toList());
        List<Question> translated = new ArrayList<>();
        for (Question question : questions) {
            YamlFile.Table words = table.table(question.code());
            words.onlyKnows(List.of("text", "answers"));
            YamlFile.Table answers = words.table("answers");
            answers.onlyKnows(question.options().stream().map(Option::code).toList());
            translated.add(new Question(
                    question.code(),
                    words.text("text").value(),
                    question.options().stream()
                            .map(option -> new Option(
                                    option.code(), answers.text(option.code()).value()))
                            .toList()));
        }
        return translated;
    }
}
