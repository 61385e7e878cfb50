package heed.schemas.flat;

import java.util.List;
import java.util.stream.Collectors;

/** Writes what each column means as Markdown, from the words of the contracts. */
public final class DataDictionary {

    private DataDictionary() {}

    /** Returns the dictionary of some tables, a section each. */
    public static String of(List<? extends FlatTable<?>> tables) {
        return tables.stream().map(DataDictionary::of).collect(Collectors.joining("\n"));
    }

    private static String of(FlatTable<?> table) {
        String key = table.key().isEmpty()
                ? ""
                : " Named by "
                        + table.key().stream().map(each -> "`" + each + "`").collect(Collectors.joining(", ")) + ".";
        return "## " + table.name() + "\n\n" + table.doc() + key
                + "\n\n| column | kind | may be absent | meaning |\n|---|---|---|---|\n"
                + table.columns().stream().map(DataDictionary::row).collect(Collectors.joining());
    }

    private static String row(FlatColumn column) {
        return "| `" + column.name() + "` | " + column.kind().words() + " | "
                + (column.presence() == FlatColumn.Presence.ALWAYS ? "" : "yes") + " | "
                + column.doc().replace("|", "\\|") + " |\n";
    }
}
