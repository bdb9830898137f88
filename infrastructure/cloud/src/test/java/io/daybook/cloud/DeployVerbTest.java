package io.daybook.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.cloud.Scene.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;

class DeployVerbTest {
  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(folder);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void theFirstDeploymentMakesTheBucketShowsTheChangesAndPrintsWhereThingsAre() {
    Result result = scene.run("deploy", "--yes");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("made the bucket daybook-artifacts-123456789012-eu-central-1")
        .contains("Archives: 2 uploaded, 0 were there already.")
        .contains("added:    2 × table")
        .contains("added:    2 × stream trigger")
        .contains("Stage test runs release 1 (0.1, 3c9f2e1d5).")
        .contains("https://hooks.example.com/")
        .contains("https://portal.example.com/")
        .contains("Next:");
    assertThat(scene.aws.stack().status()).isEqualTo("CREATE_COMPLETE");
    assertThat(scene.aws.stack().isProtected()).isTrue();
    assertThat(scene.aws.stack().metadata().path("daybook:release").asInt()).isEqualTo(1);
    assertThat(scene.record(1).path("formats").path("step").path("reads").get(0).asInt())
        .isEqualTo(1);
    assertThat(scene.record(1).path("by").asText()).endsWith("user/ann");
    assertThat(scene.aws.s3().settings())
        .containsOnlyKeys("versioning", "encryption", "publicAccessBlock", "policy");
  }

  @Test
  void theCallsAreMadeInThisOrder() {
    scene.run("deploy", "--yes");
    assertThat(scene.aws.permissions())
        .containsExactly(
            "sts:GetCallerIdentity",
            // The bucket.
            "s3:ListBucket",
            "s3:CreateBucket",
            "s3:GetBucketPublicAccessBlock",
            "s3:PutBucketPublicAccessBlock",
            "s3:GetEncryptionConfiguration",
            "s3:PutEncryptionConfiguration",
            "s3:GetBucketVersioning",
            "s3:PutBucketVersioning",
            "s3:GetBucketPolicy",
            "s3:PutBucketPolicy",
            // What is on record, and what runs.
            "s3:ListBucket",
            "cloudformation:DescribeStacks",
            "s3:ListBucket",
            "s3:ListBucket",
            "s3:ListBucket",
            // Archives and template.
            "s3:GetObject",
            "s3:GetObject",
            "s3:PutObject",
            "s3:PutObject",
            "s3:PutObject",
            "cloudformation:CreateChangeSet",
            "cloudformation:DescribeChangeSet",
            "cloudformation:DescribeChangeSet",
            // On record twice before it is done: begun, executing.
            "s3:PutObject",
            "s3:PutObject",
            "cloudformation:ExecuteChangeSet",
            "cloudformation:DescribeStacks",
            "cloudformation:DescribeStackEvents",
            "cloudformation:DescribeStacks",
            "cloudformation:DescribeStackEvents",
            "cloudformation:DescribeStacks",
            "cloudformation:DescribeStackEvents",
            // It runs: no pause to end, the record, the protection, the attempt closed.
            "cloudformation:GetTemplateSummary",
            "s3:GetObject",
            "s3:PutObject",
            "cloudformation:UpdateTerminationProtection",
            "s3:PutObject",
            // Looked at.
            "cloudformation:ListStackResources",
            "cloudwatch:DescribeAlarms",
            "cloudformation:ListStackResources",
            "lambda:GetEventSourceMapping",
            "lambda:GetEventSourceMapping");
  }

  @Test
  void aSecondDeploymentIsAnUpgradeAndOneWithoutChangesSaysSo() {
    scene.run("deploy", "--yes");
    Result same = scene.run("deploy", "--yes");
    assertThat(same.code()).isZero();
    assertThat(same.out()).contains("runs already").contains("Nothing to change");
    assertThat(scene.aws.s3().keys("releases/test/")).hasSize(1);
    assertThat(scene.aws.s3().keys("attempts/test/")).hasSize(1);
    assertThat(scene.aws.stack().openChangeSets()).isZero();
  }

  @Test
  void whoSaysNoLeavesNothingBehind() {
    scene.answers("n");
    Result result = scene.run("deploy");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).contains("Nothing was changed.");
    assertThat(scene.aws.stack().status()).isEmpty();
    assertThat(scene.aws.stack().openChangeSets()).isZero();
    assertThat(scene.aws.s3().keys("attempts/")).isEmpty();
  }

  @Test
  void whoSaysYesIsEnough() {
    scene.answers("y");
    assertThat(scene.run("deploy").code()).isZero();
  }

  @Test
  void withNobodyThereItAsksForTheFlag() {
    Result person = scene.run("deploy");
    assertThat(person.code()).isEqualTo(2);
    assertThat(person.err()).contains("give --yes");
    Result script = scene.run("deploy", "--json");
    assertThat(script.code()).isEqualTo(2);
    assertThat(script.err()).contains("give --yes");
    assertThat(scene.aws.stack().status()).isEmpty();
  }

  @Test
  void aScriptGetsJsonAndNothingElse() {
    Result result = scene.run("deploy", "--yes", "--json");
    assertThat(result.code()).isZero();
    assertThat(result.json().path("release").asInt()).isEqualTo(1);
    assertThat(result.json().path("outputs").path("PortalUrl").asText())
        .isEqualTo("https://portal.example.com/");
    assertThat(result.json().path("changes").path("added").asInt()).isEqualTo(8);
  }

  @Test
  void aFirstDeploymentThatFailsIsExplainedAndCanBeDeletedAndMadeAnew() {
    scene.aws.stack().failNext("Limit exceeded");
    Result failed = scene.run("deploy", "--yes");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err())
        .contains("Release 1 did not come into use")
        .contains("PostAlias: Limit exceeded")
        .contains("ROLLBACK_COMPLETE")
        .contains("--delete-failed")
        .doesNotContain("cancelled");
    assertThat(scene.aws.s3().keys("releases/")).isEmpty();

    Result again = scene.run("deploy", "--yes");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("--delete-failed");

    Result anew = scene.run("deploy", "--yes", "--delete-failed");
    assertThat(anew.err()).isEmpty();
    assertThat(anew.code()).isZero();
    assertThat(scene.record(2).path("number").asInt()).isEqualTo(2);
  }

  @Test
  void withoutCredentialsAPlainSentenceSaysSo() {
    scene.credentials(() -> {
      throw SdkClientException.create("Unable to load credentials from any of the providers");
    });
    Result result = scene.run("deploy", "--yes");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("There are no AWS credentials.").contains("AWS_PROFILE");
    assertThat(result.err()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  @Test
  void expiredCredentialsAreNamedWhereverTheyExpire() {
    scene.aws.refuse(
        "sts:GetCallerIdentity",
        403,
        "ExpiredToken",
        "The security token included in the request is expired",
        9);
    assertThat(scene.run("deploy", "--yes").err()).contains("have expired");
    scene.aws.allowAll();
    scene.aws.refuse("s3:PutObject", 400, "ExpiredToken", "The provided token has expired.", 9);
    Result later = scene.run("deploy", "--yes");
    assertThat(later.code()).isEqualTo(2);
    assertThat(later.err()).contains("have expired").contains("goes on where it stopped");
    scene.aws.allowAll();
    assertThat(scene.run("deploy", "--yes").code()).isZero();
  }

  @Test
  void credentialsThatAwsDoesNotKnowAreSaidToBeSo() {
    scene.aws.refuse(
        "sts:GetCallerIdentity",
        403,
        "InvalidClientTokenId",
        "The security token included in the request is invalid.",
        9);
    assertThat(scene.run("deploy", "--yes").err()).contains("does not know these credentials");
  }

  @Test
  void aMissingPermissionIsNamed() {
    scene.aws.refuse(
        "cloudformation:CreateChangeSet",
        403,
        "AccessDenied",
        "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: cloudformation:CreateChangeSet",
        9);
    Result result = scene.run("deploy", "--yes");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("does not allow these credentials to do cloudformation:CreateChangeSet")
        .contains("deployer-policy.json");
  }

  @Test
  void aBucketOfTheSameNameThatBelongsToSomebodyElseIsNotTouched() {
    scene.aws.s3().belongsTo("daybook-artifacts-123456789012-eu-central-1", "999999999999");
    Result result = scene.run("deploy", "--yes");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("s3:ListBucket");
    assertThat(scene.aws.permissions()).containsExactly("sts:GetCallerIdentity", "s3:ListBucket");
  }

  @Test
  void callsThatComeTooFastAreTriedAgain() {
    scene.aws.refuse("cloudformation:DescribeStacks", 400, "Throttling", "Rate exceeded", 2);
    scene.aws.refuse("s3:PutObject", 503, "SlowDown", "Please reduce your request rate.", 2);
    Result result = scene.run("deploy", "--yes");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(scene.record(1).path("number").asInt()).isEqualTo(1);
  }

  @Test
  void archivesThatAreThereAreNotUploadedAgain() {
    scene.run("deploy", "--yes");
    scene.release(Scene.FIRST);
    Result result = scene.run("upgrade", "--yes");
    assertThat(result.out()).contains("Archives: 1 uploaded, 1 were there already.");
  }

  @Test
  void assetsForAnotherBucketAreRefused() {
    scene.assetsFor("cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}");
    Result result = scene.run("deploy", "--yes");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("cdk-hnb659fds-assets-123456789012-eu-central-1");
  }

  @Test
  void aStackThatIsBeingChangedByAnotherIsLeftAlone() {
    scene.run("deploy", "--yes");
    scene.aws.stack().set("UPDATE_IN_PROGRESS");
    Result result = scene.run("deploy", "--yes");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("is being changed (UPDATE_IN_PROGRESS), not by this command");
  }

  @Test
  void whereNothingWasDeployedThereIsNothingToUpgradeOrTakeBack() {
    for (String verb : new String[] {"upgrade", "rollback"}) {
      Result result = scene.run(verb, "--yes");
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).contains("nothing was ever deployed");
    }
    assertThat(scene.run("triggers", "pause").err()).contains("nothing was ever deployed");
  }
}
