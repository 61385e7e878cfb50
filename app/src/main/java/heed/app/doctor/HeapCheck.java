package heed.app.doctor;

import heed.app.server.instance.HeapFile;
import heed.app.server.instance.HeapUse;
import java.util.OptionalLong;

/** Tells whether what is kept fits the heap that this Java has. */
public final class HeapCheck {

    private final HeapFile file;

    /** Looks at what {@code file} says of the last run. */
    public HeapCheck(HeapFile file) {
        this.file = file;
    }

    /** Returns the finding for a heap with room for so many bytes. */
    public Finding run(long most) {
        OptionalLong before = file.read();
        if (before.isEmpty()) {
            return Finding.ok("heap with room for " + HeapUse.words(most)
                    + "; what this data needs is known once Heed has run on it");
        }
        HeapUse again = new HeapUse(before.getAsLong(), most, 0);
        String needs = "this data filled " + HeapUse.words(again.kept()) + " when Heed ran last";
        return again.isFull()
                ? Finding.problem(
                        needs + ", and the heap has room for " + HeapUse.words(most),
                        remedy(again) + ". Where the data was taken away since, delete " + file)
                : Finding.ok("heap with room for " + HeapUse.words(most) + "; " + needs);
    }

    /** Returns what to do where {@code use} is too much. */
    public static String remedy(HeapUse use) {
        return "Start with more, HEED_JAVA_OPTS=" + use.enough()
                + ", or in a container with more memory; the settings under limits say how many places there may be";
    }
}
