package heed.topology.detect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the vectors beside the tests, and says how closely numbers must agree with them. */
public final class Vectors {

    /** The streams that were judged by watch-1, by file name without its ending. */
    public static final List<String> STREAMS = List.of(
            "clean_iid_50",
            "corners",
            "drop10_50",
            "fft5_drop10_40",
            "late_retract",
            "lowvol_3",
            "order_a",
            "order_b_shuffled",
            "overdispersed_50",
            "recovery_50");

    /** The streams that were judged by watch-2, likewise. */
    public static final List<String> STREAMS_OF_WATCH_2 =
            List.of("watch2_carried_16", "watch2_late_14", "watch2_skewed_18");

    private static final double TOLERANCE = 1e-9;

    private Vectors() {}

    public static List<Line> stream(String name) {
        return text(name + ".csv").lines().map(Line::parse).toList();
    }

    public static List<Map<?, ?>> expected(String name) {
        List<Map<?, ?>> lines = new ArrayList<>();
        text(name + ".expected.jsonl").lines().forEach(line -> lines.add((Map<?, ?>) json(line)));
        return lines;
    }

    public static Map<?, ?> units() {
        return (Map<?, ?>) json(text("units.json"));
    }

    /** Allows 1e-9, relative to numbers above 1. */
    public static Offset<Double> near(double expected) {
        return Offset.offset(TOLERANCE * Math.max(1, Math.abs(expected)));
    }

    public static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** Returns the file of a questionnaire in which each score of the streams is an answer. */
    public static Path questionnaire() {
        try {
            return Path.of(Vectors.class.getResource("fifths.yaml").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object json(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    private static String text(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
