package io.daybook.retrieval.http;

import java.time.Duration;
import okhttp3.OkHttpClient;

/** How long a call may take: to connect, between two bytes, and in all. */
public record Limits(Duration connect, Duration read, Duration whole) {
  /** What a platform's API is given. */
  public static final Limits USUAL =
      new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30));

  /** A client that keeps to them, tries nothing again by itself, and follows no redirect. */
  public OkHttpClient on(OkHttpClient client) {
    // A redirect would carry the credential to another host.
    return client
        .newBuilder()
        .connectTimeout(connect)
        .readTimeout(read)
        .writeTimeout(read)
        .callTimeout(whole)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .build();
  }
}
