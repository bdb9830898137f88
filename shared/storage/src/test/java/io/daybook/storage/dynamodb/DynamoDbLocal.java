package io.daybook.storage.dynamodb;

import io.daybook.simulation.dynamodb.DynamoDbLocalProcess;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** One DynamoDB Local in memory for all tests of this JVM; it ends with it. */
final class DynamoDbLocal {
  private static final String MISSING =
      "SKIPPED: DynamoDB Local is not laid out. Run 'mvn -pl infrastructure/dynamodb-local generate-resources' first,"
          + " or name its folder in "
          + DynamoDbLocalProcess.FOLDER_VARIABLE
          + ".";

  private DynamoDbLocal() {}

  private static final class Shared {
    static final DynamoDbLocalProcess PROCESS =
        DynamoDbLocalProcess.start(requireFolder(), Optional.empty());
  }

  /** Skips the test that calls it if DynamoDB Local is not laid out; fails it where tools are required. */
  static Path requireFolder() {
    Optional<Path> folder = DynamoDbLocalProcess.folder();
    if (folder.isEmpty() && "1".equals(System.getenv("DAYBOOK_REQUIRE_TOOLS"))) {
      Assertions.fail(MISSING);
    }
    Assumptions.assumeTrue(folder.isPresent(), MISSING);
    return folder.orElseThrow();
  }

  static DynamoDbLocalProcess shared() {
    requireFolder();
    return Shared.PROCESS;
  }
}
