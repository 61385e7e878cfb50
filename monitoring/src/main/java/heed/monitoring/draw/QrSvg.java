package heed.monitoring.draw;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import io.nayuki.qrcodegen.QrCode;

/** Draws an address as a QR code: SVG, black on white, with the quiet border that readers need. */
public final class QrSvg {

    private static final int BORDER = 4;

    private QrSvg() {}

    /** Returns the drawing; {@code title} says what it leads to, in plain text. */
    public static Html of(String address, String title) {
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(',')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        int size = code.size + 2 * BORDER;
        return el(
                "svg",
                attr("xmlns", "http://www.w3.org/2000/svg"),
                attr("viewBox", "0 0 " + size + " " + size),
                attr("shape-rendering", "crispEdges"),
                attr("role", "img"),
                el("title", title),
                el("rect", attr("width", "100%"), attr("height", "100%"), attr("fill", "#fff")),
                el("path", attr("fill", "#000"), attr("d", path)));
    }
}
