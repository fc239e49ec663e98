package dev.millrace.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Paths are read as users write them. */
final class PathTest {

    @Test
    void aPathWithoutASchemeIsLocalAndLiteral() {
        Path path = new Path("/data//odd name %20*.txt/");

        assertThat(path).hasToString("/data/odd name %20*.txt");
        assertThat(path.getName()).isEqualTo("odd name %20*.txt");
        assertThat(path.getParent()).isEqualTo(new Path("/data"));
        assertThat(path.isAbsolute()).isTrue();
        assertThat(path.toUri().getScheme()).isNull();
    }

    @Test
    void aPathWithASchemeKeepsItsAuthority() {
        Path path = new Path("s3://bucket/dir/file");

        assertThat(path).hasToString("s3://bucket/dir/file");
        assertThat(path.getPath()).isEqualTo("/dir/file");
        assertThat(path.toUri().getAuthority()).isEqualTo("bucket");
        assertThat(new Path(path.getParent(), "other")).hasToString("s3://bucket/dir/other");
        assertThat(path.suffix(".gz")).hasToString("s3://bucket/dir/file.gz");
        assertThat(new Path("file:///dir/x").getPath()).isEqualTo("/dir/x");
        assertThat(new Path("file:/dir/x")).hasToString("file:/dir/x");
    }

    @Test
    void colonsInNamesAreNoSchemes() {
        assertThat(new Path("12:30 report")).hasToString("12:30 report");
        assertThat(new Path("dir/a:/b").toUri().getPath()).isEqualTo("dir/a:/b");
    }

    @Test
    void rootsAndSingleNamesHaveNoParent() {
        assertThat(new Path("/").getParent()).isNull();
        assertThat(new Path("name").getParent()).isNull();
        assertThat(new Path("/name").getParent()).isEqualTo(new Path("/"));
    }

    @Test
    void anEmptyPathIsRefused() {
        assertThatThrownBy(() -> new Path(" ")).hasMessageContaining("A path is empty");
    }
}
