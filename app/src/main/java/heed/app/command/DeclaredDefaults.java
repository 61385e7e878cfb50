package heed.app.command;

import heed.app.settings.DeclaredSettings;
import heed.app.settings.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives an option of a command that reads no settings the default of the setting that it stands for. */
final class DeclaredDefaults implements IDefaultValueProvider {

    private static final Map<String, String> SETTINGS =
            Map.of("--rule", "watch.rule", "--list-false-share", "watch.list-false-share");

    /** Returns null, for the option's own default, where it stands for no setting. */
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        String key = argument instanceof OptionSpec option ? SETTINGS.get(option.longestName()) : null;
        return key == null ? null : defaultOf(key);
    }

    private static String defaultOf(String key) {
        return DeclaredSettings.all().stream()
                .filter(setting -> setting.key().equals(key))
                .map(Setting::defaultText)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no setting " + key));
    }
}
