package heed.app.form;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.connectors.form.CommentBox;
import heed.connectors.form.FormLink;
import heed.connectors.form.FormPages;
import heed.connectors.form.FormView;
import heed.monitoring.html.Html;
import heed.schemas.questionnaire.Option;
import heed.schemas.questionnaire.Question;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Translation;
import heed.schemas.sentence.English;
import heed.schemas.sentence.FormWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes the form as plain pages: no script, nothing from elsewhere, each answer as large as a finger. */
public final class FormHtml implements FormPages {

    private static final String COMMENT = "comment";
    private static final String HINT = "comment-hint";

    @Override
    public String page(FormView view) {
        Translation asked = view.questionnaire().in(view.language());
        FormWords words = FormWords.of(asked.language());
        Html main =
                switch (view.state()) {
                    case FRESH, EMPTY, WORDS, NOT_NOW -> questions(view, asked, words);
                    case TAKEN -> said(view, asked, words.thanks(), words);
                    case USED -> said(view, asked, words.used(), words);
                };
        return document(asked.language(), asked.title(), main);
    }

    @Override
    public String withoutLink() {
        FormWords welsh = FormWords.of("cy");
        FormWords english = FormWords.ENGLISH;
        return document(
                english.language(),
                english.noLink(),
                el("main", el("h1", english.noLink()), el("p", attr("lang", welsh.language()), welsh.noLink())));
    }

    @Override
    public String styles() {
        try (InputStream in = FormHtml.class.getResourceAsStream("form.css")) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the resource form.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String document(String language, String title, Html main) {
        return Html.document(el(
                "html",
                attr("lang", language),
                el(
                        "head",
                        el("meta", attr("charset", "utf-8")),
                        el("title", title),
                        el("meta", attr("name", "viewport"), attr("content", "width=device-width, initial-scale=1")),
                        el("meta", attr("name", "color-scheme"), attr("content", "light dark")),
                        el("link", attr("rel", "stylesheet"), href("/form.css"))),
                el("body", main)));
    }

    private static Html questions(FormView view, Translation asked, FormWords words) {
        List<Question> questions = asked.questions();
        List<Html> sets = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            sets.add(question(questions.get(i), i, view, words));
        }
        return el(
                "main",
                languages(view, asked, words),
                el("h1", asked.title()),
                el("p", cls("place"), view.place()),
                el("p", questions.size() > 1 ? words.anonymous() + " " + words.leaveOut() : words.anonymous()),
                problem(view, words),
                el(
                        "form",
                        attr("method", "post"),
                        attr("action", address(view, asked.language())),
                        attr("autocomplete", "off"),
                        el("input", attr("type", "hidden"), attr("name", "sheet"), attr("value", view.sheet())),
                        sets,
                        box(view, asked, words),
                        el("button", attr("type", "submit"), words.send())),
                view.link().kind() == FormLink.Kind.KIOSK
                        ? el("p", el("a", cls("button"), href(view.address()), words.clear()))
                        : Html.NOTHING);
    }

    private static Html languages(FormView view, Translation asked, FormWords words) {
        List<Translation> all = view.questionnaire().languages();
        if (all.size() < 2) {
            return Html.NOTHING;
        }
        return el(
                "nav",
                attr("aria-label", words.languages()),
                el(
                        "ul",
                        all.stream()
                                .map(each -> el("li", language(view, each, asked)))
                                .toList()));
    }

    private static Html language(FormView view, Translation each, Translation asked) {
        Html.Attribute address = href(address(view, each.language()));
        Html.Attribute tag = attr("lang", each.language());
        return each.equals(asked)
                ? el("a", address, tag, attr("aria-current", "true"), each.name())
                : el("a", address, tag, attr("hreflang", each.language()), each.name());
    }

    private static Html problem(FormView view, FormWords words) {
        if (view.state() == FormView.State.FRESH) {
            return Html.NOTHING;
        }
        String what =
                switch (view.state()) {
                    case EMPTY -> words.empty();
                    case WORDS -> words.wordsRefused().formatted(longest(view));
                    default -> words.notNow();
                };
        String where = view.state() == FormView.State.WORDS ? "#" + COMMENT : "#q0-0";
        return el(
                "div",
                cls("problem"),
                attr("role", "alert"),
                attr("tabindex", "-1"),
                attr("autofocus", "autofocus"),
                el("h2", words.problem()),
                el("p", el("a", href(where), what)));
    }

    private static Html question(Question question, int number, FormView view, FormWords words) {
        List<Html> answers = new ArrayList<>();
        List<Option> options = question.options();
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            String id = "q" + number + "-" + i;
            List<Object> input = new ArrayList<>(List.of(
                    attr("type", "radio"),
                    attr("id", id),
                    attr("name", "answer." + question.code()),
                    attr("value", option.code())));
            if (option.code().equals(view.given().get(question.code()))) {
                input.add(attr("checked", "checked"));
            }
            answers.add(el(
                    "label", cls("answer"), attr("for", id), el("input", input.toArray()), el("span", option.text())));
        }
        return el("fieldset", el("legend", question.text()), el("p", cls("hint"), words.oneAnswer()), answers);
    }

    private static String longest(FormView view) {
        return English.count(view.box().map(CommentBox::longest).orElse(0));
    }

    /** Asks for words of one's own, where the questionnaire does and they are shown to somebody. */
    private static Html box(FormView view, Translation asked, FormWords words) {
        if (view.box().isEmpty() || asked.comment().isEmpty()) {
            return Html.NOTHING;
        }
        CommentBox box = view.box().get();
        return el(
                "div",
                cls("words"),
                el("label", attr("for", COMMENT), asked.comment().get().text()),
                el(
                        "p",
                        cls("hint"),
                        attr("id", HINT),
                        words.ownWords().formatted(longest(view)) + " " + words.privacy()),
                el(
                        "textarea",
                        attr("id", COMMENT),
                        attr("name", COMMENT),
                        attr("rows", 5),
                        attr("maxlength", box.longest()),
                        attr("aria-describedby", HINT),
                        box.written()));
    }

    private static Html said(FormView view, Translation asked, String what, FormWords words) {
        return el(
                "main",
                el("h1", what),
                el("p", cls("place"), asked.title() + ", " + view.place()),
                view.link().kind() == FormLink.Kind.KIOSK
                        ? el("p", el("a", cls("button"), href(view.address()), words.next()))
                        : Html.NOTHING);
    }

    private static String address(FormView view, String language) {
        return language.equals(Questionnaire.OWN_LANGUAGE) ? view.address() : view.address() + "?lang=" + language;
    }
}
