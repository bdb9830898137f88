package io.daybook.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.cloud.fake.Call;
import io.daybook.cloud.fake.FakeAws;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checked-in policy allows what the verbs call, on what they call it, and nothing else. */
class DeployerPolicyTest {
  /** Not called by the verbs: CloudFormation takes the service role by it. */
  private static final Set<String> BY_CLOUDFORMATION = Set.of("iam:PassRole");

  @TempDir Path folder;

  @Test
  void everyCallIsAllowed() throws IOException {
    for (Call call : calls()) {
      assertThat(isAllowed(call)).as("%s on %s", call.permission(), call.resource()).isTrue();
    }
  }

  @Test
  void everyPermissionIsUsed() throws IOException {
    Set<String> used = new TreeSet<>(BY_CLOUDFORMATION);
    calls().forEach(call -> used.add(call.permission()));
    Set<String> allowed = new TreeSet<>();
    for (JsonNode statement : statements()) {
      texts(statement.path("Action")).forEach(allowed::add);
    }
    assertThat(allowed).isEqualTo(used);
  }

  @Test
  void whatIsNotDaybooksIsNotAllowed() throws IOException {
    assertThat(isAllowed(new Call("s3:GetObject", "arn:aws:s3:::payroll/salaries.csv"))).isFalse();
    assertThat(
            isAllowed(
                new Call(
                    "cloudformation:DeleteStack",
                    "arn:aws:cloudformation:eu-central-1:123456789012:stack/payroll/1")))
        .isFalse();
    assertThat(
            isAllowed(
                new Call(
                    "dynamodb:DeleteTable",
                    "arn:aws:dynamodb:eu-central-1:123456789012:table/daybook-test-inbox-1")))
        .isFalse();
  }

  private List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    try (Scene scene = new Scene(folder)) {
      scene.aws.stack().failNext("Limit exceeded");
      scene.run("deploy", "--yes");
      scene.run("deploy", "--yes", "--delete-failed");
      scene.release(Scene.FIRST);
      scene.answers("n");
      scene.run("upgrade");
      scene.run("upgrade", "--yes", "--pause-triggers");
      scene.run("rollback", "--yes");
      scene.aws.stack().set("UPDATE_ROLLBACK_FAILED");
      scene.run("rollback", "--continue");
      scene.run("triggers", "pause");
      scene.run("triggers", "resume");
      scene.run("triggers", "show");
      calls.addAll(scene.aws.calls());
    }
    return calls;
  }

  private static boolean isAllowed(Call call) throws IOException {
    for (JsonNode statement : statements()) {
      boolean action = texts(statement.path("Action")).contains(call.permission());
      boolean resource =
          texts(statement.path("Resource")).stream()
              .anyMatch(pattern -> matches(pattern, call.resource()));
      if (action && resource) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, String resource) {
    String filled = pattern.replace("ACCOUNT", FakeAws.ACCOUNT).replace("REGION", FakeAws.REGION);
    String expression = Pattern.quote(filled).replace("*", "\\E.*\\Q");
    return Pattern.matches(expression, resource);
  }

  private static JsonNode statements() throws IOException {
    Path policy =
        Path.of(System.getProperty("daybook.root", "."))
            .resolve("infrastructure/cloud/deployer-policy.json");
    return new ObjectMapper().readTree(policy.toFile()).path("Statement");
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
