package io.daybook.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.StoreFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

class LargeBodiesTest {
  private static final String KEY = "blue-cup/shop/2025-03-01/" + "ab".repeat(32);

  @TempDir Path folder;

  @Test
  void everyFormGivesBackWhatWasPutAndTakesItTwice() {
    for (LargeBodies bodies :
        List.of(new FolderBodies(folder), new S3Bodies(new FakeS3(), "bucket", "inbox/"))) {
      byte[] body = {1, 2, 3};
      bodies.put(KEY, body);
      bodies.put(KEY, body);
      assertThat(bodies.get(KEY)).isEqualTo(body);
      assertThatThrownBy(() -> bodies.get(KEY.replace("shop", "shop-2")))
          .isInstanceOf(StoreFailure.class);
    }
  }

  @Test
  void aKeyThatWouldLeaveTheFolderIsRefused() {
    FolderBodies bodies = new FolderBodies(folder);
    for (String key : List.of("", "../x", "a/../../x", "/etc/x", "a//b", "a\\b")) {
      assertThatThrownBy(() -> bodies.put(key, new byte[0]))
          .as(key)
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> bodies.get(key))
          .as(key)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** A bucket in memory. */
  private static final class FakeS3 implements S3Client {
    private final Map<String, byte[]> objects = new HashMap<>();

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
      try (var content = body.contentStreamProvider().newStream()) {
        objects.put(request.bucket() + "/" + request.key(), content.readAllBytes());
        return PutObjectResponse.builder().build();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public <T> T getObject(
        GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
      byte[] object = objects.get(request.bucket() + "/" + request.key());
      if (object == null) {
        throw NoSuchKeyException.builder().message("no such key").build();
      }
      try {
        return transformer.transform(
            GetObjectResponse.builder().build(),
            AbortableInputStream.create(new ByteArrayInputStream(object)));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public ResponseBytes<GetObjectResponse> getObjectAsBytes(GetObjectRequest request) {
      return getObject(request, ResponseTransformer.toBytes());
    }

    @Override
    public String serviceName() {
      return "s3";
    }

    @Override
    public void close() {}
  }
}
