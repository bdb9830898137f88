package io.daybook.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.cloud.template.Placeholders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthVerbTest {
  private static final String ROOT = "daybook.root";

  private final String before = System.getProperty(ROOT, ".");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @BeforeEach
  void inAProjectOfItsOwn() {
    System.setProperty(ROOT, folder.toString());
  }

  @AfterEach
  void backAgain() {
    System.setProperty(ROOT, before);
  }

  @Test
  void theSameSourcesAndArchivesGiveTheSameBytesWhereverTheyLie() throws IOException {
    Placeholders.requireNode();
    Placeholders.in(folder);
    assertThat(synth("--stage", "dev", "--out", folder.resolve("one").toString())).isZero();
    Path elsewhere = folder.resolve("some/where/else");
    Placeholders.in(elsewhere);
    System.setProperty(ROOT, elsewhere.toString());
    assertThat(synth("--stage", "dev", "--out", elsewhere.resolve("two").toString())).isZero();

    for (String file : new String[] {"daybook-dev.template.json", "daybook-dev.assets.json"}) {
      assertThat(elsewhere.resolve("two").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
    }
  }

  @Test
  void itSaysWhatItWroteAndTheArchivesLieBesideIt() throws IOException {
    Placeholders.requireNode();
    Placeholders.in(folder);
    Path written = folder.resolve("out");
    assertThat(synth("--stage", "dev", "--json", "--out", written.toString())).isZero();

    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.path("stage").asText()).isEqualTo("dev");
    assertThat(report.path("resources").path("AWS::Lambda::Function").asInt())
        .isEqualTo(Catalogue.all().size());
    assertThat(report.path("bytes").asLong())
        .isEqualTo(Files.size(Path.of(report.path("template").asText())))
        .isLessThan(1_000_000);
    JsonNode assets = new ObjectMapper().readTree(Path.of(report.path("assets").asText()).toFile());
    int archives = 0;
    for (JsonNode file : assets.path("files")) {
      assertThat(written.resolve(file.path("source").path("path").asText())).exists();
      JsonNode destination = file.path("destinations").elements().next();
      assertThat(destination.path("bucketName").asText())
          .isEqualTo("daybook-artifacts-${AWS::AccountId}-${AWS::Region}");
      assertThat(destination.has("assumeRoleArn")).isFalse();
      archives += destination.path("objectKey").asText().endsWith(".zip") ? 1 : 0;
    }
    assertThat(archives)
        .isEqualTo((int) Catalogue.all().stream().map(FunctionSpec::archive).distinct().count());
  }

  @Test
  void aMissingArchiveIsNamedWithWhatBuildsIt() {
    Placeholders.requireNode();
    assertThat(synth("--out", folder.resolve("out").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("ingest.zip is missing").contains("./mvnw");
  }

  @Test
  void anUnknownSettingIsAnsweredWithThoseThereAre() {
    assertThat(synth("--context", "budgt=3")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no context 'budgt'").contains("lockDays");
  }

  @Test
  void withoutAVerbItSaysWhichThereAre() {
    assertThat(Main.run(new PrintWriter(out), new PrintWriter(err))).isEqualTo(2);
    assertThat(out.toString()).contains("synth");
  }

  private int synth(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "synth";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
