package heed.connectors.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes comments with an identifier in each, as people write them; a seed says which. Knows nothing of how identifiers
 * are found: forms, checksums and names are its own.
 */
final class PlantedIdentifiers {

    /** A comment, and what in it must not be left. */
    record Planted(String kind, String identifier, String comment) {}

    private static final List<String> AROUND = List.of(
            "Staff were kind but nobody rang me back, %s, please sort it out.",
            "%s. The ward was clean and the food was warm",
            "I was told to wait for 3 hours (%s) and then sent home.",
            "Please contact me: %s",
            "very good care, thanks\n%s\n",
            "Roedd y staff yn wych; %s. Diolch!");

    /** Common in other lists than the one that comes with Heed, and not chosen by it: 24 of them. */
    private static final List<String> GIVEN = List.of(
            "Sarah",
            "David",
            "Mohammed",
            "Emma",
            "Priya",
            "Siân",
            "Tomasz",
            "Ngozi",
            "Ioan",
            "Katarzyna",
            "Grace",
            "Will",
            "Oluwaseun",
            "Xanthe",
            "Zdravko",
            "Mererid",
            "Aoife",
            "Tariq",
            "Bartholomew",
            "Chukwuemeka",
            "Rhian",
            "Mei",
            "Dmytro",
            "Hyacinth");

    private static final List<String> FAMILY = List.of(
            "Smith",
            "Patel",
            "Evans",
            "Okafor",
            "Kowalczyk",
            "O'Hara",
            "Featherstonehaugh",
            "Nkemelu",
            "Ap Gwilym",
            "Brown",
            "Singh-Gill",
            "Vasylenko",
            "Hall",
            "Lloyd-Jones",
            "Quartermaine",
            "Ali");

    private final Random random;

    PlantedIdentifiers(long seed) {
        this.random = new Random(seed);
    }

    /** Returns so many comments of each of ten kinds, names apart by how they stand. */
    List<Planted> ofEach(int count) {
        List<Planted> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(planted("nhs number", "my number is %s", nhsNumber()));
            all.add(planted("national insurance", "%s", nationalInsurance()));
            all.add(planted("e-mail", "%s", email()));
            all.add(planted("phone", "ring %s", phone()));
            all.add(planted("postcode", "I live in %s", postcode()));
            all.add(planted("web address", "see %s", url()));
            all.add(planted("date of birth", pick("born %s", "dob %s", "my date of birth is %s", "%s"), date()));
            all.add(planted(
                    "hospital number", pick("hospital number %s", "ref: %s", "my hospital no. is %s"), record()));
            all.add(planted("address", pick("I live at %s", "%s"), address()));
            all.add(planted(
                    "titled name", pick("Mr %s", "dr %s", "Dr. %s", "Mrs %s", "Nurse %s", "Sister %s"), pick(FAMILY)));
        }
        return all;
    }

    /** Returns so many comments with a name of two words and no title. */
    List<Planted> namesAlone(int count) {
        List<Planted> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(planted("name alone", pick("it was %s who helped", "%s helped", "thanks to %s"), pick(GIVEN)));
        }
        return all;
    }

    private Planted planted(String kind, String said, String identifier) {
        return new Planted(
                kind,
                identifier,
                String.format(Locale.ROOT, pick(AROUND), String.format(Locale.ROOT, said, identifier)));
    }

    private String nhsNumber() {
        while (true) {
            int[] digits = random.ints(9, 0, 10).toArray();
            digits[0] = 4 + random.nextInt(6);
            int weighted = 0;
            for (int i = 0; i < 9; i++) {
                weighted += (10 - i) * digits[i];
            }
            int check = 11 - weighted % 11;
            if (check != 10) {
                var text = new StringBuilder();
                for (int digit : digits) {
                    text.append(digit);
                }
                text.append(check == 11 ? 0 : check);
                String separator = pick(" ", "-", "");
                return text.substring(0, 3) + separator + text.substring(3, 6) + separator + text.substring(6);
            }
        }
    }

    private String nationalInsurance() {
        String letters = pick("AB", "JK", "CE", "PX", "WL");
        String separator = pick(" ", "");
        return letters
                + separator
                + digits(2)
                + separator
                + digits(2)
                + separator
                + digits(2)
                + separator
                + pick("A", "B", "C", "D");
    }

    private String email() {
        String name = (pick(GIVEN) + pick(".", "_", "") + digits(2)).replaceAll("[^A-Za-z0-9._]", "");
        return name + "@" + pick("gmail.com", "btinternet.com", "nhs.net", "cardiff.ac.uk", "mail.example.co.uk");
    }

    private String phone() {
        return switch (random.nextInt(7)) {
            case 0 -> "07" + digits(3) + " " + digits(6);
            case 1 -> "07" + digits(9);
            case 2 -> "+44 7" + digits(3) + " " + digits(3) + " " + digits(3);
            case 3 -> "020 7" + digits(3) + " " + digits(4);
            case 4 -> "(01" + digits(3) + ") " + digits(6);
            case 5 -> "0044-7" + digits(3) + "-" + digits(6);
            default -> "01" + digits(2) + "-" + digits(3) + "-" + digits(4);
        };
    }

    private String postcode() {
        String area = pick("SW1A", "M1", "CF10", "EC1A", "B33", "LL57", "W1A", "DN55", "NR31");
        String text = area + pick(" ", "") + digits(1) + pick("AA", "HQ", "BH", "TH", "UW", "LR");
        return random.nextBoolean() ? text : text.toLowerCase(Locale.ROOT);
    }

    private String url() {
        return switch (random.nextInt(4)) {
            case 0 -> "https://www.facebook.com/" + pick("joe.bloggs", "mair") + digits(3);
            case 1 -> "www." + pick("mywardblog", "jones-family") + ".co.uk/about";
            case 2 -> pick("mysite", "a-blog") + ".org";
            default -> "http://" + pick("x", "photos") + ".example.net/?id=" + digits(5);
        };
    }

    private String date() {
        int day = 1 + random.nextInt(28);
        int month = 1 + random.nextInt(12);
        int year = 1925 + random.nextInt(80);
        String[] names = {
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December"
        };
        return switch (random.nextInt(7)) {
            case 0 -> String.format(Locale.ROOT, "%02d/%02d/%d", day, month, year);
            case 1 -> day + "." + month + "." + year;
            case 2 -> day + "-" + month + "-" + String.format(Locale.ROOT, "%02d", year % 100);
            case 3 -> String.format(Locale.ROOT, "%d-%02d-%02d", year, month, day);
            case 4 -> day + " " + names[month - 1] + " " + year;
            case 5 -> names[month - 1].substring(0, 3) + " " + day + ", " + year;
            default -> day + "th of " + names[month - 1].toLowerCase(Locale.ROOT) + " " + year;
        };
    }

    private String record() {
        return pick("", "K", "RQX", "H ") + digits(6 + random.nextInt(3));
    }

    private String address() {
        String number = Integer.toString(1 + random.nextInt(300)) + pick("", "a", "");
        return switch (random.nextInt(4)) {
            case 0 ->
                number + " " + pick("High", "Victoria", "St Mary's", "Green Park") + " "
                        + pick("Street", "Road", "Avenue", "Close");
            case 1 ->
                "Flat " + digits(1) + ", " + number + " " + pick("Church", "Queens") + " "
                        + pick("Lane", "Crescent", "Rd");
            case 2 -> number + " " + pick("high street", "station road", "mill lane");
            default -> number + " " + pick("Heol", "Stryd", "Ffordd") + " " + pick("Fawr", "Penlan", "Caernarfon");
        };
    }

    private String digits(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(random.nextInt(10));
        }
        return text.toString();
    }

    private String pick(String... some) {
        return some[random.nextInt(some.length)];
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
