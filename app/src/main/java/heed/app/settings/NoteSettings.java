package heed.app.settings;

import java.util.List;

/** Declares the settings under {@code notes}. */
final class NoteSettings {

    static final Setting<Integer> LONGEST = new Setting<>(
            "notes.longest", ValueTypes.wholeNumber(20, 1_000), "200", "Characters that a note on charts has at most");
    static final Setting<Integer> MOST = new Setting<>(
            "notes.most",
            ValueTypes.wholeNumber(1, 1_000),
            "100",
            "Notes of one place, a hospital as a whole or a ward, that stand at once");

    static final List<Setting<?>> ALL = List.of(LONGEST, MOST);

    private NoteSettings() {}

    /** Returns what they say. */
    static Settings.Notes read(ServerAccessReader.Values values) {
        return new Settings.Notes(values.of(LONGEST), values.of(MOST));
    }
}
