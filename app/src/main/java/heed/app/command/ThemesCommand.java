package heed.app.command;

import heed.app.study.themes.ThemeStudy;
import heed.connectors.theme.ThemeModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the theme model from labelled comments and measures it. */
@Command(
        name = "themes",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the model that says what comments are about from comments that people have labelled, and measures it",
            "on a fifth of them that it is not made from."
        },
        footer = {
            "",
            "Examples, in the source tree:",
            "  heed themes app/src/test/resources/heed/app/study/themes/fft_comments_labelled.csv",
            "  heed themes fft_comments_labelled.csv --shipped          measures the model that comes with Heed",
            "  heed themes fft_comments_labelled.csv --write themes-1.txt",
            "",
            "FILE is CSV with the columns id, comment, themes (labels of the Patient Experience Qualitative Data",
            "Categorisation framework, with \"; \" between them) and sentiment_1verypos_5veryneg. The same file gives the",
            "same model, to the letter. It takes about a minute. Needs no servers."
        })
final class ThemesCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "The labelled comments.")
    private Path file;

    @Option(names = "--shipped", description = "Measure the model that comes with Heed, and make none.")
    private boolean shipped;

    @Option(names = "--write", paramLabel = "MODEL", description = "Where to write the model.")
    private Optional<Path> model = Optional.empty();

    ThemesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        ThemeStudy study = ThemeStudy.of(file);
        ThemeModel made = shipped ? ThemeModel.shipped() : study.model(new ProgressBar(context.err(), "parts")::at);
        if (model.isPresent()) {
            Files.writeString(model.get(), String.join("\n", made.lines()) + "\n");
        }
        study.report(made).forEach(context.out()::println);
        context.err()
                .println(String.format(
                        Locale.ROOT, "What one comment is about is found in %.0f µs.", study.microseconds(made)));
        return 0;
    }
}
