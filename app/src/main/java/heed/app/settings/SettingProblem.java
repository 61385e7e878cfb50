package heed.app.settings;

/** One thing wrong with the settings. */
public record SettingProblem(String what) {

    static SettingProblem notAllowed(SettingValue given, String allowed) {
        return new SettingProblem(shown(given) + ": must be " + allowed);
    }

    static SettingProblem unknown(SettingValue given, String nearest) {
        return new SettingProblem(shown(given) + ": no such setting; the nearest is " + nearest);
    }

    static SettingProblem twice(SettingValue given, String first) {
        return new SettingProblem(shown(given) + ": is set already at " + first);
    }

    private static String shown(SettingValue given) {
        return given.key() + " = \"" + ServerAccess.shown(given.key(), given.value()) + "\" (" + given.origin() + ")";
    }
}
