package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.File;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The built-in values that are names of something: addresses, patterns, locales, classes. */
final class NameLeaves {

    private NameLeaves() {}

    /** Links. */
    static List<Codec> links() {
        return List.of(
                Leaf.ordered(
                        31,
                        URI.class,
                        (v, out) -> out.writeText(v.toString()),
                        in -> URI.create(in.readText()),
                        v -> Mix.of(v.toString())),
                Leaf.unordered(
                        32, URL.class, (v, out) -> out.writeText(v.toString()), in -> new URL(in.readText()), null));
    }

    /** Regular expressions. */
    static List<Codec> patterns() {
        return List.of(Leaf.unordered(
                33,
                Pattern.class,
                (v, out) -> {
                    out.writeText(v.pattern());
                    out.writeInt(v.flags());
                },
                in -> Pattern.compile(in.readText(), in.readInt()),
                null));
    }

    /** Names from tables of the library. */
    static List<Codec> names() {
        return List.of(
                Leaf.unordered(
                        34,
                        Locale.class,
                        (v, out) -> out.writeText(v.toLanguageTag()),
                        in -> Locale.forLanguageTag(in.readText()),
                        v -> Mix.of(v.toLanguageTag())),
                Leaf.unordered(
                        35,
                        Currency.class,
                        (v, out) -> out.writeText(v.getCurrencyCode()),
                        in -> Currency.getInstance(in.readText()),
                        v -> Mix.of(v.getCurrencyCode())));
    }

    /** Paths of files. */
    static List<Codec> files() {
        return List.of(Leaf.ordered(
                45,
                File.class,
                (v, out) -> out.writeText(v.getPath()),
                in -> new File(in.readText()),
                v -> Mix.of(v.getPath())));
    }

    static List<Codec> addresses() {
        return List.of(
                Leaf.unordered(
                        37,
                        Inet4Address.class,
                        NameLeaves::write,
                        in -> (Inet4Address) readAddress(in),
                        NameLeaves::hash),
                Leaf.unordered(
                        38,
                        Inet6Address.class,
                        NameLeaves::write,
                        in -> (Inet6Address) readAddress(in),
                        NameLeaves::hash),
                Leaf.unordered(
                        44,
                        InetSocketAddress.class,
                        (v, out) -> {
                            out.writeBoolean(v.isUnresolved());
                            out.writeInt(v.getPort());
                            if (v.isUnresolved()) {
                                out.writeText(v.getHostString());
                            } else {
                                write(v.getAddress(), out);
                            }
                        },
                        NameLeaves::readSocketAddress,
                        v -> Mix.pair(
                                v.isUnresolved() ? Mix.of(v.getHostString()) : hash(v.getAddress()), v.getPort())));
    }

    @SuppressWarnings("rawtypes")
    static Codec classes(Codecs codecs) {
        return Leaf.unordered(
                36,
                Class.class,
                (Class v, DataOutputView out) -> out.writeText(v.getName()),
                in -> codecs.load(in.readText()),
                v -> Mix.of(v.getName()));
    }

    private static void write(InetAddress address, DataOutputView out) throws IOException {
        String text = address.toString();
        out.writeText(text.substring(0, text.indexOf('/')));
        byte[] bytes = address.getAddress();
        out.writeByte(bytes.length);
        out.write(bytes);
    }

    private static InetAddress readAddress(DataInputView in) throws IOException {
        String host = in.readText();
        byte[] bytes = new byte[in.readByte()];
        in.readFully(bytes);
        return InetAddress.getByAddress(host.isEmpty() ? null : host, bytes);
    }

    private static int hash(InetAddress address) {
        return Mix.of(java.util.Arrays.hashCode(address.getAddress()));
    }

    private static InetSocketAddress readSocketAddress(DataInputView in) throws IOException {
        boolean unresolved = in.readBoolean();
        int port = in.readInt();
        return unresolved
                ? InetSocketAddress.createUnresolved(in.readText(), port)
                : new InetSocketAddress(readAddress(in), port);
    }
}
