package io.daybook.cloud.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyTest {
  private static final Account ACCOUNT =
      new Account(
          "123456789012",
          "eu-central-1",
          "aws",
          "amazonaws.com",
          "arn:aws:iam::123456789012:user/ann");
  private static final Stage STAGE = new Stage("test");

  @TempDir Path folder;

  @Test
  void aFolderWithoutAManifestIsRefusedInWords() {
    assertThatThrownBy(() -> Assembly.read(folder, STAGE, ACCOUNT))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("holds 0 asset manifests")
        .hasMessageContaining("daybook synth");
    assertThatThrownBy(() -> Assembly.read(folder.resolve("nowhere"), STAGE, ACCOUNT))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void aManifestThatNamesWhatIsNotThereOrWhatIsNoArchiveIsRefused() throws IOException {
    Files.writeString(folder.resolve("daybook-test.template.json"), "{\"Resources\": {}}");
    manifest("file");
    assertThatThrownBy(() -> Assembly.read(folder, STAGE, ACCOUNT))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("ingest.zip, which is not there");
    Files.writeString(folder.resolve("ingest.zip"), "x");
    manifest("tar");
    assertThatThrownBy(() -> Assembly.read(folder, STAGE, ACCOUNT))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("as 'tar', expected file or zip");
    Files.writeString(folder.resolve("daybook-test.template.json"), "[]");
    assertThatThrownBy(() -> Assembly.read(folder, STAGE, ACCOUNT))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("is no template");
  }

  private void manifest(String packaging) throws IOException {
    Files.writeString(
        folder.resolve("daybook-test.assets.json"),
        """
        {"files": {"i": {"source": {"path": "ingest.zip", "packaging": "%s"}, "destinations": {"here":
          {"bucketName": "daybook-artifacts-${AWS::AccountId}-${AWS::Region}", "objectKey": "i.zip"}}}}}
        """
            .formatted(packaging));
  }

  @Test
  void theSameFolderIsTheSameArchiveWhenever() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes").resolve("io"));
    Files.writeString(classes.resolve("B.class"), "b");
    Files.writeString(classes.resolve("A.class"), "a");
    Archives.zip(folder.resolve("classes"), folder.resolve("one.zip"));
    Files.setLastModifiedTime(classes.resolve("A.class"), FileTime.from(Instant.EPOCH));
    Archives.zip(folder.resolve("classes"), folder.resolve("two.zip"));
    assertThat(folder.resolve("one.zip")).hasSameBinaryContentAs(folder.resolve("two.zip"));
  }

  @Test
  void aStageIsNamedSoThatNamesOfResourcesAllowIt() {
    assertThat(new Stage("prod").stackName()).isEqualTo("daybook-prod");
    for (String name :
        new String[] {"", "Prod", "1st", "a_b", "ends-", "a-name-that-is-too-long"}) {
      assertThatThrownBy(() -> new Stage(name))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
