package io.daybook.retrieval.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.events.ReportedPayout;
import io.daybook.ledger.Bytes;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Fetched.PulledObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A report's CSV file, cut into its payouts: {@code {payout, currency, chunk, chunks, total, lines}}, each line an object of
 * the row's fields as they are written. Read as it comes, by an HTTP client of its own, for stripe-java would keep all of it
 * as one text. The key goes to Stripe's file host, or to the server that was given in the place of Stripe's API.
 */
final class ReportFile {
  /** What is asked for: so few that a line is short, and no column that holds a person. */
  static final List<String> COLUMNS =
      List.of(
          "automatic_payout_id",
          "balance_transaction_id",
          "currency",
          "gross",
          "fee",
          "net",
          "reporting_category");

  private static final String PAYOUT = COLUMNS.getFirst();
  private static final String CURRENCY = "currency";
  private static final String API_HOST = "api.stripe.com";
  private static final URI FILES = URI.create("https://files.stripe.com");

  /** Two weeks of the largest shop that is meant have a fourth of that. */
  private static final int MOST_LINES = 2_000_000;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final OkHttpClient CLIENT =
      new OkHttpClient.Builder()
          .connectTimeout(Duration.ofSeconds(5))
          .readTimeout(Duration.ofSeconds(30))
          .callTimeout(Duration.ofMinutes(3))
          // A redirect would carry the key to another host.
          .followRedirects(false)
          .followSslRedirects(false)
          .build();

  private final Endpoint endpoint;

  ReportFile(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** What became of reading a file. */
  sealed interface Read {
    /** Its payouts. */
    record Lines(List<PulledObject> payouts) implements Read {}

    /** It is no such report. */
    record Unreadable(String why) implements Read {}

    /** It did not come. */
    record Failed(Fetched outcome) implements Read {}
  }

  Read read(String id) {
    boolean isStripe = API_HOST.equals(endpoint.base().getHost());
    HttpUrl url =
        HttpUrl.get((isStripe ? FILES : endpoint.base()).toString())
            .newBuilder()
            .addPathSegments("v1/files")
            .addPathSegment(id)
            .addPathSegment("contents")
            .build();
    Request request =
        new Request.Builder()
            .url(url)
            .header("Authorization", "Bearer " + new String(endpoint.token().bytes(), UTF_8))
            .build();
    try (Response response = CLIENT.newCall(request).execute()) {
      return response.isSuccessful()
          ? lines(response.body().byteStream())
          : new Read.Failed(refused(response.code()));
    } catch (IOException | UncheckedIOException broken) {
      return new Read.Failed(new Fetched.Unavailable("Stripe's report file did not come whole"));
    }
  }

  private static Fetched refused(int status) {
    if (status == 429) {
      return new Fetched.Throttled(StripeApi.PAUSE);
    }
    return status >= 400 && status < 500
        ? new Fetched.Refused(status, "the report file was refused")
        : new Fetched.Unavailable("Stripe answered " + status + " to a report file");
  }

  static Read lines(InputStream file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows =
        CSVParser.builder()
            .setReader(new BufferedReader(new InputStreamReader(file, UTF_8)))
            .setFormat(format)
            .get()) {
      if (!rows.getHeaderNames().containsAll(COLUMNS)) {
        return new Read.Unreadable("its columns are not those that were asked for");
      }
      Map<String, List<ObjectNode>> byPayout = new LinkedHashMap<>();
      Map<String, String> currencies = new LinkedHashMap<>();
      for (CSVRecord row : rows) {
        if (rows.getRecordNumber() > MOST_LINES || !row.isConsistent()) {
          return new Read.Unreadable("it is too long, or a line of it is not whole");
        }
        currencies.putIfAbsent(row.get(PAYOUT), row.get(CURRENCY));
        byPayout.computeIfAbsent(row.get(PAYOUT), _ -> new ArrayList<>()).add(line(row));
      }
      List<PulledObject> payouts = new ArrayList<>();
      byPayout.forEach((payout, lines) ->
          payouts.addAll(chunks(payout, currencies.getOrDefault(payout, ""), lines)));
      return new Read.Lines(payouts);
    } catch (CSVException | IllegalArgumentException noTable) {
      return new Read.Unreadable("it is no table");
    } catch (UncheckedIOException broken) {
      if (broken.getCause() instanceof CSVException) {
        return new Read.Unreadable("it is no table");
      }
      throw broken;
    }
  }

  private static ObjectNode line(CSVRecord row) {
    ObjectNode line = MAPPER.createObjectNode();
    COLUMNS.stream().skip(1).forEach(column -> line.put(column, row.get(column)));
    return line;
  }

  private static List<PulledObject> chunks(String payout, String currency, List<ObjectNode> lines) {
    int most = ReportedPayout.MAX_LINES;
    int count = (lines.size() + most - 1) / most;
    List<PulledObject> chunks = new ArrayList<>();
    for (int chunk = 1; chunk <= count; chunk++) {
      ObjectNode json = MAPPER.createObjectNode().put("payout", payout).put(CURRENCY, currency);
      json.put("chunk", chunk).put("chunks", count).put("total", lines.size());
      ArrayNode array = json.putArray("lines");
      lines.subList((chunk - 1) * most, Math.min(lines.size(), chunk * most)).forEach(array::add);
      chunks.add(
          new PulledObject(PayoutReports.TOPIC, payout + "/" + chunk, Bytes.utf8(json.toString())));
    }
    return chunks;
  }
}
