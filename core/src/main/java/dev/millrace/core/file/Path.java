package dev.millrace.core.file;

import dev.millrace.core.ModelApi;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/**
 * The name of a file or directory: {@code /dir/name} on the local file system, or {@code scheme://authority/dir/name}.
 * What follows the scheme and the authority is taken literally, so names may hold blanks and percent signs.
 */
@ModelApi
public final class Path implements Serializable, Comparable<Path> {

    private static final long serialVersionUID = 1;

    private final String scheme;
    private final String authority;
    private final String path;

    /** Reads a path as a user writes it; one without a scheme is local, and relative to the working directory unless absolute. */
    public Path(String pathString) {
        if (pathString.isBlank()) {
            throw new IllegalArgumentException("A path is empty; give the name of a file or a directory");
        }
        int colon = schemeEnd(pathString);
        String rest = pathString.substring(colon < 0 ? 0 : colon + 1);
        this.scheme = colon < 0 ? null : pathString.substring(0, colon);
        if (scheme != null && rest.startsWith("//")) {
            int slash = rest.indexOf('/', 2);
            String host = rest.substring(2, slash < 0 ? rest.length() : slash);
            this.authority = host.isEmpty() ? null : host;
            this.path = normalized(slash < 0 ? "/" : rest.substring(slash));
        } else {
            this.authority = null;
            this.path = normalized(rest);
        }
    }

    public Path(URI uri) {
        this(uri.getScheme(), uri.getAuthority(), uri.getPath());
    }

    /** A child of a directory. */
    public Path(Path parent, String child) {
        this(parent.scheme, parent.authority, parent.path + "/" + child);
    }

    /** A child of a directory. */
    public Path(String parent, String child) {
        this(new Path(parent), child);
    }

    /** A path of its parts; scheme and authority may be null. */
    public Path(String scheme, String authority, String path) {
        this.scheme = scheme;
        this.authority = authority;
        this.path = normalized(path);
    }

    /** The path of a local file. */
    public static Path fromLocalFile(File file) {
        return new Path(null, null, file.getPath());
    }

    private static int schemeEnd(String text) {
        int colon = text.indexOf(':');
        boolean scheme = colon > 1 && text.startsWith("/", colon + 1) && Character.isLetter(text.charAt(0));
        for (int i = 0; scheme && i < colon; i++) {
            char c = text.charAt(i);
            scheme = Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
        }
        return scheme ? colon : -1;
    }

    private static String normalized(String path) {
        String single = path.replaceAll("/{2,}", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }

    /** The file system that the path belongs to. */
    public FileSystem getFileSystem() throws IOException {
        return FileSystem.get(toUri());
    }

    /** The path as a URI, with what a URI cannot hold escaped. */
    public URI toUri() {
        try {
            return new URI(scheme, authority, path, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Path " + this + " cannot be written as a URI: " + e.getReason(), e);
        }
    }

    /** The path without scheme and authority. */
    public String getPath() {
        return path;
    }

    /** The last part of the path. */
    public String getName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The directory that holds it; null for a root and for a relative path of one part. */
    public Path getParent() {
        int slash = path.lastIndexOf('/');
        if (slash < 0 || path.equals("/")) {
            return null;
        }
        return new Path(scheme, authority, slash == 0 ? "/" : path.substring(0, slash));
    }

    /** The same path with something added to its last part. */
    public Path suffix(String suffix) {
        return new Path(scheme, authority, path + suffix);
    }

    public boolean isAbsolute() {
        return path.startsWith("/");
    }

    @Override
    public int compareTo(Path other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Path p
                && path.equals(p.path)
                && Objects.equals(scheme, p.scheme)
                && Objects.equals(authority, p.authority);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scheme, authority, path);
    }

    @Override
    public String toString() {
        if (scheme == null) {
            return path;
        }
        return authority == null ? scheme + ":" + path : scheme + "://" + authority + path;
    }
}
