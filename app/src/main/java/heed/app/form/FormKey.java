package heed.app.form;

import heed.connectors.form.FormLinks;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Keeps the key that links to the form are signed with. */
public final class FormKey {

    /** Its name in the data directory. */
    public static final String FILE = "form.key";

    private FormKey() {}

    /** Returns what signs with the key of a data directory. */
    public static FormLinks links(Path data, SecureRandom random) {
        return new FormLinks(KeyFile.key(data, FILE, "links to the form", random));
    }
}
