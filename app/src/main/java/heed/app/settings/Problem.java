package heed.app.settings;

/** One thing wrong with the settings. */
public record Problem(String what) {

    static Problem notAllowed(Given given, String allowed) {
        return new Problem(shown(given) + ": must be " + allowed);
    }

    static Problem unknown(Given given, String nearest) {
        return new Problem(shown(given) + ": no such setting; the nearest is " + nearest);
    }

    static Problem twice(Given given, String first) {
        return new Problem(shown(given) + ": is set already at " + first);
    }

    private static String shown(Given given) {
        return given.key() + " = \"" + given.value() + "\" (" + given.origin() + ")";
    }
}
