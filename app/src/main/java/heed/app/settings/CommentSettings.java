package heed.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Declares the settings under {@code comments}. */
final class CommentSettings {

    static final Setting<CommentUse> USE = new Setting<>(
            "comments.use",
            ValueTypes.oneOf(CommentUse.class),
            "kept",
            "Whether what patients wrote is kept apart alone, or shown too to those who hold the right");
    static final Setting<Integer> LONGEST = new Setting<>(
            "comments.longest",
            ValueTypes.wholeNumber(100, 20_000),
            "4000",
            "Characters that a comment has at most; of a longer one the answers count, and it is not kept");
    static final Setting<Duration> RETENTION = new Setting<>(
            "comments.retention",
            ValueTypes.duration("1d", "365d"),
            "30d",
            "How long comments are kept after they came in; where they are shown, 60d or more keeps those that a drop's"
                    + " are compared with");
    static final Setting<Optional<Path>> NAMES = new Setting<>(
            "comments.names",
            ValueTypes.optionalFile(),
            "",
            "File of names to take out of comments beside those that come with Heed, one a line");
    static final Setting<ThemeUse> THEMES = new Setting<>(
            "comments.themes",
            ValueTypes.oneOf(ThemeUse.class),
            "uncounted",
            "Whether what comments are about is kept as labels, and counted by hospital, week and theme; watched: and"
                    + " whether rises in a theme's share are looked for too. Where several instances run, the one that"
                    + " started last counts");

    static final List<Setting<?>> ALL = List.of(USE, LONGEST, RETENTION, NAMES, THEMES);

    private CommentSettings() {}

    /** Returns what does not fit together: who reads comments must be known. */
    static Optional<SettingProblem> problem(ServerAccessReader.Values values, Map<String, SettingValue> chosen) {
        return values.of(USE) == CommentUse.SHOWN && values.of(DeclaredSettings.ACCESS) == AccessKind.OPEN
                ? Optional.of(SettingProblem.notAllowed(
                        Objects.requireNonNull(chosen.get(USE.key()), "the default shows none"),
                        "kept while access.people is open: who reads comments must have said who they are"))
                : Optional.empty();
    }

    /** Returns what they say. */
    static Settings.Comments read(ServerAccessReader.Values values) {
        return new Settings.Comments(
                values.of(USE), values.of(LONGEST), values.of(RETENTION), values.of(NAMES), values.of(THEMES));
    }
}
