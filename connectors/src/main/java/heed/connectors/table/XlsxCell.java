package heed.connectors.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * Writes a workbook's cell as text. What is shown as a day or time is written in ISO 8601, to the second, however it is
 * shown; a number is written with the digits that it has, however many are shown.
 *
 * <p>A workbook counts days from 1899-12-30, or from 1904-01-01 (ECMA-376, 18.17.4.1), and which numbers are days
 * follows from their formats alone (18.8.30).
 */
final class XlsxCell {

    private static final LocalDate FIRST = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final Pattern NO_LETTERS = Pattern.compile("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.|_.|\\*.");
    private static final Set<Integer> DAYS = Set.of(14, 15, 16, 17, 22);
    private static final Set<Integer> TIMES = Set.of(18, 19, 20, 21, 45, 46, 47);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private final LocalDate first;

    /** Takes whether days are counted from 1904. */
    XlsxCell(boolean from1904) {
        this.first = from1904 ? FIRST_OF_1904 : FIRST;
    }

    String of(Cell cell) {
        Optional<BigDecimal> number = number(cell);
        if (number.isEmpty()) {
            return Optional.ofNullable(cell.getText()).orElse("");
        }
        return isTime(cell) && number.get().signum() >= 0 && number.get().compareTo(LAST_DAY) <= 0
                ? time(number.get())
                : number.get().stripTrailingZeros().toPlainString();
    }

    private static Optional<BigDecimal> number(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return Optional.of(cell.asNumber());
        }
        String raw = cell.getRawValue();
        boolean computed =
                cell.getType() == CellType.FORMULA && raw != null && raw.matches("-?[0-9.]+([eE][-+]?[0-9]+)?");
        return computed ? Optional.of(new BigDecimal(raw)) : Optional.empty();
    }

    private static boolean isTime(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && (DAYS.contains(id) || TIMES.contains(id))) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null || format.equalsIgnoreCase("general")) {
            return false;
        }
        String letters = NO_LETTERS.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return letters.matches(".*[ymdhs].*") && !letters.matches(".*[0#?].*[ymd].*");
    }

    private String time(BigDecimal days) {
        long seconds = days.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        LocalDateTime at = first.atStartOfDay().plusSeconds(seconds);
        if (days.compareTo(BigDecimal.ONE) < 0) {
            return at.toLocalTime().toString();
        }
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.toString();
    }
}
