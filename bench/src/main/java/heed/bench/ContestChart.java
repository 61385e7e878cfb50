package heed.bench;

import java.util.List;
import java.util.Map;

/** Draws what a response costs each contender: its own CPU time, and the broker's behind it. */
final class ContestChart {

    private static final int LEFT = 130;
    private static final int WIDTH = 720;
    private static final int ROW = 34;
    private static final int TOP = 46;
    private static final double ROOM = WIDTH - LEFT - 130.0;

    private ContestChart() {}

    static String of(ContestResults results) {
        double most = results.rounds().values().stream()
                .mapToDouble(rounds -> Figure.CPU.median(rounds) + Figure.BROKER_CPU.median(rounds))
                .max()
                .orElse(1);
        int height = TOP + results.rounds().size() * ROW + 14;
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n"
                        .formatted(WIDTH, height));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        svg.append(
                "<text x=\"10\" y=\"22\">CPU microseconds a response: the contender's own (dark), the broker's (light)</text>\n");
        int y = TOP;
        for (Map.Entry<Contender, List<TrialResult>> each : results.rounds().entrySet()) {
            double own = Figure.CPU.median(each.getValue());
            double broker = Figure.BROKER_CPU.median(each.getValue());
            double scale = ROOM / most;
            svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
                    .formatted(LEFT - 8, y + 16, each.getKey().id()));
            svg.append(bar(LEFT, y, own * scale, "#005eb8"));
            svg.append(bar(LEFT + own * scale, y, broker * scale, "#9cc3e6"));
            svg.append("<text x=\"%.0f\" y=\"%d\">%s + %s</text>%n"
                    .formatted(
                            LEFT + (own + broker) * scale + 8,
                            y + 16,
                            Figure.CPU.text(own),
                            Figure.BROKER_CPU.text(broker)));
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String bar(double x, int y, double width, String colour) {
        return "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"22\" fill=\"%s\"/>%n".formatted(x, y, width, colour);
    }
}
