package heed.app.command;

import heed.schemas.questionnaire.LeagueRole;
import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Option;
import heed.schemas.questionnaire.Question;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.WatchRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes a questionnaire out for a reader at a terminal: each question, its answers, and what they are worth to which
 * measure.
 */
public final class QuestionnaireSheet {

    private static final int WIDTH = 100;

    private QuestionnaireSheet() {}

    /** Returns one line on it: {@code Ward (ward-1): 3 questions, 3 measures}. */
    public static String summary(Questionnaire questionnaire) {
        return questionnaire.title() + " (" + questionnaire.id() + "): " + counted(questionnaire);
    }

    /** Returns {@code 3 questions, 3 measures}. */
    public static String counted(Questionnaire questionnaire) {
        return count(questionnaire.questions().size(), "question") + ", "
                + count(questionnaire.measures().size(), "measure");
    }

    /** Returns the names of the watched measures, the overall one first, as a sentence. */
    public static String watched(Questionnaire questionnaire) {
        String overall = names(questionnaire, WatchRole.OVERALL);
        String others = names(questionnaire, WatchRole.OTHER);
        if (overall.isEmpty() && others.isEmpty()) {
            return "Nothing is watched: no drop will ever be reported.";
        }
        return "Watched: " + (overall.isEmpty() ? "no overall measure" : "overall " + overall)
                + (others.isEmpty() ? "." : "; others " + others + ".");
    }

    private static String names(Questionnaire questionnaire, WatchRole role) {
        return questionnaire.measures().stream()
                .filter(measure -> measure.watch() == role)
                .map(Measure::name)
                .collect(Collectors.joining(", "));
    }

    /** Returns all of it, line by line. */
    public static List<String> lines(Questionnaire questionnaire) {
        List<String> lines = new ArrayList<>();
        lines.add(summary(questionnaire));
        for (Question question : questionnaire.questions()) {
            lines.add("");
            lines.addAll(wrapped(question.code() + "  ", question.text()));
            List<Measure> measures = questionnaire.measures().stream()
                    .filter(measure -> measure.question().equals(question.code()))
                    .toList();
            for (int i = 0; i < measures.size(); i++) {
                Measure measure = measures.get(i);
                lines.add("    measure " + (measures.size() == 1 ? "" : column(i, measures) + " ") + measure.name()
                        + ": " + measure.title());
                lines.add("      " + roles(measure));
            }
            lines.addAll(answers(question, measures));
        }
        questionnaire.comment().ifPresent(comment -> {
            lines.add("");
            lines.addAll(wrapped(comment.code() + "  ", comment.text()));
            lines.add("    in one's own words, on the form");
        });
        return lines;
    }

    private static String roles(Measure measure) {
        return "watch: " + word(measure.watch()) + ", better: " + word(measure.better()) + ", league: "
                + (measure.league() == LeagueRole.COUNTED ? "counted" : "apart");
    }

    /** Returns a table: an answer a line, what it is worth to each measure in a column. */
    private static List<String> answers(Question question, List<Measure> measures) {
        int codes = width(question.options().stream().map(Option::code).toList());
        int labels = width(question.options().stream().map(Option::text).toList());
        List<String> lines = new ArrayList<>();
        lines.add(measures.isEmpty() ? "    scored by no measure" : heading(codes + labels, measures));
        for (Option option : question.options()) {
            StringBuilder line = new StringBuilder("      ")
                    .append(padded(option.code(), codes))
                    .append("  ")
                    .append(padded(option.text(), labels));
            for (Measure measure : measures) {
                int points = Objects.requireNonNull(
                        measure.points().get(option.code()), "a measure has points for each answer");
                line.append(String.format(
                        Locale.ROOT, "  %8s", points == Measure.EXCLUDED ? "excluded" : Integer.toString(points)));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String heading(int width, List<Measure> measures) {
        StringBuilder line = new StringBuilder(" ".repeat("        ".length() + width));
        for (int i = 0; i < measures.size(); i++) {
            line.append(String.format(Locale.ROOT, "  %8s", column(i, measures)));
        }
        return line.toString();
    }

    /** Returns what stands above a column of points, and before its measure where there are several. */
    private static String column(int i, List<Measure> measures) {
        return measures.size() == 1 ? "points" : "(" + (i + 1) + ")";
    }

    private static List<String> wrapped(String first, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        String indent = " ".repeat(first.length());
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String word(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }
}
