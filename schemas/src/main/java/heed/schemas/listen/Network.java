package heed.schemas.listen;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that have their first bits in common, as they are written: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or
 * one address.
 *
 * @param first any of the addresses
 * @param bits how many of the first bits all have in common
 */
public record Network(InetAddress first, int bits) {

    private static final Pattern FOUR = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    public Network {
        if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("an address of this kind has not " + bits + " bits");
        }
    }

    /**
     * Reads an address or a network.
     *
     * @throws IllegalArgumentException where it is neither
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress first = address(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(text + " is no address"));
        return new Network(
                first, slash < 0 ? first.getAddress().length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1)));
    }

    /** Returns the address that a text is, of IPv4 or IPv6, and nothing where it is none: names are not looked up. */
    public static Optional<InetAddress> address(String text) {
        boolean six = SIX.matcher(text).matches();
        if (!six && !FOUR.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // What stands in brackets is never a name.
            return Optional.of(InetAddress.getByName(six ? "[" + text + "]" : text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Tells whether an address is one of these. */
    public boolean holds(InetAddress address) {
        byte[] one = first.getAddress();
        byte[] other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((one[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
