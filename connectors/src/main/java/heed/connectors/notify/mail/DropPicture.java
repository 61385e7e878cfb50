package heed.connectors.notify.mail;

import heed.connectors.notify.DropChart;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws the days that led to a drop, in twice the pixels that it is shown in. No letter is drawn: a Java without fonts
 * has none, and what is said stands in the mail, where it can be read aloud and made larger.
 */
final class DropPicture {

    static final int WIDTH = 560;
    static final int HEIGHT = 180;
    static final Color DOT = new Color(0x00, 0x5e, 0xb8);

    private static final double SCALE = 2;
    private static final double MARGIN = 12;
    private static final double RADIUS = 4.5;
    private static final int TENTHS = 10;
    private static final Color GRID = new Color(0xe3, 0xe6, 0xea);
    private static final Color BAND = new Color(0xc9, 0xdf, 0xf2);
    private static final Color USUAL = new Color(0x55, 0x5b, 0x62);
    private static final Color BEGAN = new Color(0xc8, 0x4b, 0x00);

    private final DropChart chart;
    private final Graphics2D pen;

    private DropPicture(DropChart chart, Graphics2D pen) {
        this.chart = chart;
        this.pen = pen;
    }

    /** Returns it as PNG. */
    static byte[] png(DropChart chart) {
        BufferedImage image =
                new BufferedImage((int) (SCALE * WIDTH), (int) (SCALE * HEIGHT), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(SCALE, SCALE);
        new DropPicture(chart, pen).draw();
        pen.dispose();
        return written(image);
    }

    /** In memory alone: the usual way goes through a file, for which there may be no room. */
    private static byte[] written(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java writes no PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void draw() {
        pen.setColor(Color.WHITE);
        pen.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        grid();
        band();
        usual();
        began();
        pen.setColor(DOT);
        chart.days()
                .forEach(day -> pen.fill(new Ellipse2D.Double(
                        x(chart, day.date()) - RADIUS, y(chart, day.score()) - RADIUS, 2 * RADIUS, 2 * RADIUS)));
    }

    private void grid() {
        pen.setColor(GRID);
        pen.setStroke(new BasicStroke(1));
        for (long tenth = Math.round(chart.bottom() * TENTHS); tenth <= Math.round(chart.top() * TENTHS); tenth++) {
            double y = y(chart, tenth / (double) TENTHS);
            pen.draw(new Line2D.Double(MARGIN, y, WIDTH - MARGIN, y));
        }
    }

    private void band() {
        pen.setColor(BAND);
        double from = x(chart, chart.since());
        double top = y(chart, chart.high());
        pen.fill(new Rectangle2D.Double(
                from, top, Math.max(2, WIDTH - MARGIN - from), Math.max(2, y(chart, chart.low()) - top)));
    }

    private void usual() {
        Path2D line = new Path2D.Double();
        chart.days().forEach(day -> {
            if (line.getCurrentPoint() == null) {
                line.moveTo(x(chart, day.date()), y(chart, day.usual()));
            } else {
                line.lineTo(x(chart, day.date()), y(chart, day.usual()));
            }
        });
        pen.setColor(USUAL);
        pen.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0));
        pen.draw(line);
    }

    private void began() {
        pen.setColor(BEGAN);
        pen.setStroke(new BasicStroke(2));
        double x = x(chart, chart.since());
        pen.draw(new Line2D.Double(x, MARGIN, x, HEIGHT - MARGIN));
    }

    /** Returns where a day stands, from the left, as it is shown. */
    static double x(DropChart chart, LocalDate day) {
        double all = Math.max(1, ChronoUnit.DAYS.between(chart.first(), chart.last()));
        double inset = MARGIN + 2 * RADIUS;
        return inset + (WIDTH - 2 * inset) * ChronoUnit.DAYS.between(chart.first(), day) / all;
    }

    /** Returns where a share stands, from above. */
    static double y(DropChart chart, double share) {
        double inset = MARGIN + RADIUS;
        return HEIGHT - inset - (HEIGHT - 2 * inset) * (share - chart.bottom()) / (chart.top() - chart.bottom());
    }
}
