package io.daybook.cloud.deployment;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Every call that is made to AWS, by the name of the permission that it needs. {@code deployer-policy.json} allows exactly
 * these.
 */
enum Action {
  WHO_AM_I("sts:GetCallerIdentity"),

  FIND_BUCKET("s3:ListBucket"),
  MAKE_BUCKET("s3:CreateBucket"),
  READ_VERSIONING("s3:GetBucketVersioning"),
  SET_VERSIONING("s3:PutBucketVersioning"),
  READ_ENCRYPTION("s3:GetEncryptionConfiguration"),
  SET_ENCRYPTION("s3:PutEncryptionConfiguration"),
  READ_PUBLIC_ACCESS("s3:GetBucketPublicAccessBlock"),
  BLOCK_PUBLIC_ACCESS("s3:PutBucketPublicAccessBlock"),
  READ_BUCKET_POLICY("s3:GetBucketPolicy"),
  SET_BUCKET_POLICY("s3:PutBucketPolicy"),
  READ_OBJECT("s3:GetObject"),
  WRITE_OBJECT("s3:PutObject"),
  DELETE_OBJECT("s3:DeleteObject"),

  DESCRIBE_STACK("cloudformation:DescribeStacks"),
  DESCRIBE_EVENTS("cloudformation:DescribeStackEvents"),
  LIST_RESOURCES("cloudformation:ListStackResources"),
  SUMMARISE_TEMPLATE("cloudformation:GetTemplateSummary"),
  CREATE_CHANGE_SET("cloudformation:CreateChangeSet"),
  DESCRIBE_CHANGE_SET("cloudformation:DescribeChangeSet"),
  DELETE_CHANGE_SET("cloudformation:DeleteChangeSet"),
  EXECUTE_CHANGE_SET("cloudformation:ExecuteChangeSet"),
  DELETE_STACK("cloudformation:DeleteStack"),
  CONTINUE_ROLLBACK("cloudformation:ContinueUpdateRollback"),
  PROTECT_STACK("cloudformation:UpdateTerminationProtection"),

  READ_MAPPING("lambda:GetEventSourceMapping"),
  SWITCH_MAPPING("lambda:UpdateEventSourceMapping"),

  DESCRIBE_ALARMS("cloudwatch:DescribeAlarms"),
  READ_METRICS("cloudwatch:GetMetricData"),

  READ_RECOVERY("dynamodb:DescribeContinuousBackups");

  private static final Set<String> NOT_ALLOWED =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "AuthorizationError",
          "UnauthorizedOperation",
          "403");
  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");
  private static final Set<String> NOT_KNOWN =
      Set.of(
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "IncompleteSignature",
          "InvalidToken");

  private final String permission;

  Action(String permission) {
    this.permission = permission;
  }

  /** The IAM action. */
  String permission() {
    return permission;
  }

  /**
   * Makes the call.
   *
   * @throws AwsRefusal if AWS does not let us, in words for a person
   * @throws AwsServiceException for any other answer that is an error
   */
  <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException refused) {
      throw explained(refused)
          .<RuntimeException>map(words -> new AwsRefusal(words, refused))
          .orElse(refused);
    } catch (SdkClientException failed) {
      throw new AwsRefusal(explained(failed), failed);
    }
  }

  private Optional<String> explained(AwsServiceException refused) {
    String code = code(refused);
    if (EXPIRED.contains(code)) {
      return Optional.of(
          "The AWS credentials have expired. Sign in again ('aws sso login', or new keys in the"
              + " environment) and give the same command once more: it goes on where it stopped.");
    }
    if (NOT_KNOWN.contains(code)) {
      return Optional.of(
          "AWS does not know these credentials ("
              + code
              + "). Check AWS_PROFILE and AWS_ACCESS_KEY_ID, and that the clock of this machine is right.");
    }
    if (NOT_ALLOWED.contains(code) || (code.isEmpty() && refused.statusCode() == 403)) {
      return Optional.of(
          "AWS does not allow these credentials to do "
              + permission
              + ". It is in infrastructure/cloud/deployer-policy.json: have whoever looks after the account attach"
              + " that policy, then give the same command once more."
              + detail(refused));
    }
    return Optional.empty();
  }

  private String explained(SdkClientException failed) {
    String message = Optional.ofNullable(failed.getMessage()).orElse("");
    if (message.contains("credentials") || message.contains("Profile file contained no")) {
      return "There are no AWS credentials. Sign in with 'aws sso login' and set AWS_PROFILE, or set"
          + " AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.";
    }
    return "AWS could not be reached for "
        + permission
        + ": "
        + message
        + " Nothing is lost: give the same command once more.";
  }

  private static String detail(AwsServiceException refused) {
    return Optional.ofNullable(refused.awsErrorDetails())
        .map(AwsErrorDetails::errorMessage)
        .filter(message -> message.contains("not authorized"))
        .map(message -> " AWS said: " + message)
        .orElse("");
  }

  /** The error's code; empty if the answer had none. */
  static String code(AwsServiceException refused) {
    return Optional.ofNullable(refused.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElse("");
  }

  /** What AWS said. */
  static String message(AwsServiceException refused) {
    return Optional.ofNullable(refused.awsErrorDetails())
        .map(AwsErrorDetails::errorMessage)
        .orElseGet(() -> String.valueOf(refused.getMessage()));
  }
}
