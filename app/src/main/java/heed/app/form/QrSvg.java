package heed.app.form;

import io.nayuki.qrcodegen.QrCode;

/** Draws an address as a QR code: SVG, black on white, with the quiet border that readers need. */
public final class QrSvg {

    private static final int BORDER = 4;

    private QrSvg() {}

    /** Returns the drawing; {@code title} says what it leads to, in plain text. */
    public static String of(String address, String title) {
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
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><title>" + heed.monitoring.html.Html.text(title)
                + "</title><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + path
                + "\"/></svg>";
    }
}
