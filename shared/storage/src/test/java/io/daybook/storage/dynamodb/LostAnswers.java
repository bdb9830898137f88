package io.daybook.storage.dynamodb;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** A network that loses the answers to as many writes as it was told to; the writes land. Counts the operations asked. */
final class LostAnswers implements SdkHttpClient {
  final AtomicInteger toLose = new AtomicInteger();
  final AtomicInteger scans = new AtomicInteger();
  private final SdkHttpClient network = UrlConnectionHttpClient.create();

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    String operation = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
    if (operation.endsWith(".Scan")) {
      scans.incrementAndGet();
    }
    ExecutableHttpRequest call = network.prepareRequest(request);
    boolean write = operation.matches(".*\\.(PutItem|DeleteItem|TransactWriteItems)");
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        HttpExecuteResponse answer = call.call();
        if (write && toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
          throw new IOException("the answer was lost");
        }
        return answer;
      }

      @Override
      public void abort() {
        call.abort();
      }
    };
  }

  @Override
  public void close() {
    network.close();
  }
}
