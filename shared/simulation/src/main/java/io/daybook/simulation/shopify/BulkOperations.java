package io.daybook.simulation.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import io.daybook.simulation.http.Answer;
import io.daybook.simulation.http.Asked;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Shopify's bulk operations (shopify.dev, "Perform bulk operations"): a query that is run aside, up to five at a time, whose
 * result is a file of one object a line. Children name their parent; they follow it at once only if the operation was asked
 * to group them, else all parents come first. It is done after it was looked at a few times.
 */
public final class BulkOperations {
  /** Where its files are. */
  static final String PATH = "/bulk-operation-outputs/";

  /** In the context of a query: lists are to be read whole. */
  static final String WHOLE = "bulk";

  private static final int MOST_AT_A_TIME = 5;
  private static final String CREATED_AT = "2026-11-02T08:00:00Z";
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Failure(String code, int lines) {}

  private static final class Operation {
    private final long id;
    private final String query;
    private final List<String> lines;
    private final Optional<Failure> failure;
    private int looks;
    private String ended = "";

    Operation(long id, String query, List<String> lines, Optional<Failure> failure) {
      this.id = id;
      this.query = query;
      this.lines = lines;
      this.failure = failure;
    }
  }

  private final List<Operation> all = new ArrayList<>();
  private final Queue<Failure> failures = new ArrayDeque<>();
  private Optional<GraphQL> graph = Optional.empty();
  private Optional<GraphQLSchema> schema = Optional.empty();
  private String host = "";
  private int looksUntilDone = 2;
  private int foreign;

  void over(GraphQL answers, GraphQLSchema rules) {
    graph = Optional.of(answers);
    schema = Optional.of(rules);
  }

  /** Where its files are said to be, such as {@code https://storage.example.com}. */
  public synchronized void at(URI files) {
    host = files.toString();
  }

  /** How often an operation is looked at before it is done. */
  public synchronized void doneAfter(int looks) {
    looksUntilDone = looks;
  }

  /** The next operation fails with a code, after so many lines, which are kept as partial data if they are any. */
  public synchronized void failNext(String code, int lines) {
    failures.add(new Failure(code, lines));
  }

  /** How many operations of others run. */
  public synchronized void busyWith(int others) {
    foreign = others;
  }

  /** All that are done are forgotten after their seven days: their files are gone. */
  public synchronized void expire() {
    all.forEach(operation -> operation.ended = "EXPIRED");
  }

  /** How many operations were run. */
  public synchronized int count() {
    return all.size();
  }

  /** The mutation. */
  synchronized Map<String, Object> run(DataFetchingEnvironment asked) {
    String query = String.valueOf(asked.getArguments().get("query"));
    boolean grouped = Boolean.TRUE.equals(asked.getArguments().get("groupObjects"));
    Optional<String> complaint = BulkRules.complaint(query, schema.orElseThrow());
    if (complaint.isPresent()) {
      return refused("INVALID", complaint.get());
    }
    long running = all.stream().filter(one -> isRunning(status(one))).count() + foreign;
    if (running >= MOST_AT_A_TIME) {
      return refused("LIMIT_REACHED", "Bulk operations limit reached. Please try again later.");
    }
    Optional<Failure> failure = Optional.ofNullable(failures.poll());
    ExecutionResult result = execute(query);
    if (!result.getErrors().isEmpty()) {
      failure = Optional.of(new Failure("ACCESS_DENIED", 0));
    }
    Operation made =
        new Operation(
            4_000_000_000_000L + all.size(),
            query,
            failure.isPresent() && failure.get().lines() == 0 ? List.of() : lines(result, grouped),
            failure);
    all.add(made);
    Map<String, Object> done = new HashMap<>();
    done.put("bulkOperation", node(made));
    done.put("userErrors", List.of());
    return done;
  }

  private static Map<String, Object> refused(String code, String message) {
    return Map.of(
        "userErrors", List.of(Map.of("code", code, "field", List.of("query"), "message", message)));
  }

  /** One of them, looked at. */
  synchronized @Nullable Map<String, Object> one(String id) {
    Optional<Operation> found =
        all.stream().filter(one -> RestJson.gid("BulkOperation", one.id).equals(id)).findFirst();
    found.ifPresent(one -> one.looks++);
    return found.map(this::node).orElse(null);
  }

  synchronized List<Map<String, Object>> newestFirst() {
    List<Map<String, Object>> nodes = new ArrayList<>(all.stream().map(this::node).toList());
    Collections.reverse(nodes);
    return nodes;
  }

  private String status(Operation operation) {
    if (!operation.ended.isEmpty()) {
      return operation.ended;
    }
    if (operation.looks < looksUntilDone) {
      return operation.looks == 0 ? "CREATED" : "RUNNING";
    }
    return operation.failure.isPresent() ? "FAILED" : "COMPLETED";
  }

  private static boolean isRunning(String status) {
    return status.equals("CREATED") || status.equals("RUNNING");
  }

  private Map<String, Object> node(Operation operation) {
    String status = status(operation);
    Map<String, Object> node = Nodes.node("BulkOperation", operation.id);
    List<String> told = told(operation);
    int seen =
        isRunning(status) ? told.size() * operation.looks / (looksUntilDone + 1) : told.size();
    node.put("createdAt", CREATED_AT);
    node.put("objectCount", Integer.toString(seen));
    node.put("rootObjectCount", Integer.toString(seen));
    node.put("query", operation.query);
    node.put("status", status);
    node.put("type", "QUERY");
    String address = host + PATH + operation.id + "?Signature=signed";
    if (status.equals("COMPLETED") || status.equals("FAILED")) {
      node.put("completedAt", CREATED_AT);
      node.put("fileSize", Integer.toString(file(told).length));
      if (!told.isEmpty()) {
        node.put(status.equals("COMPLETED") ? "url" : "partialDataUrl", address);
      }
    }
    if (status.equals("FAILED")) {
      operation.failure.ifPresent(failure -> node.put("errorCode", failure.code()));
    }
    return node;
  }

  private static List<String> told(Operation operation) {
    return operation
        .failure
        .map(failure ->
            operation.lines.subList(0, Math.min(failure.lines(), operation.lines.size())))
        .orElse(operation.lines);
  }

  private static byte[] file(List<String> lines) {
    return lines.isEmpty()
        ? new byte[0]
        : (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** A file, or what of it a range asks for. */
  synchronized Answer file(Asked asked) {
    Optional<Operation> found =
        all.stream()
            .filter(one -> one.ended.isEmpty() && asked.path().equals(PATH + one.id))
            .filter(_ -> asked.parameter("Signature").filter("signed"::equals).isPresent())
            .findFirst();
    if (found.isEmpty()) {
      return Answer.of(403, "<Error><Code>AccessDenied</Code></Error>");
    }
    byte[] whole = file(told(found.get()));
    Optional<Integer> from =
        asked
            .header("range")
            .filter(range -> range.matches("bytes=\\d+-"))
            .map(range -> Integer.valueOf(range.substring(6, range.length() - 1)));
    if (from.isEmpty()) {
      return Answer.of(200, new String(whole, StandardCharsets.UTF_8));
    }
    if (from.get() >= whole.length) {
      return Answer.of(416, "");
    }
    byte[] rest = Arrays.copyOfRange(whole, from.get(), whole.length);
    return new Answer(
        206,
        Map.of(
            "Content-Range", "bytes " + from.get() + "-" + (whole.length - 1) + "/" + whole.length),
        new String(rest, StandardCharsets.UTF_8));
  }

  private ExecutionResult execute(String query) {
    return graph
        .orElseThrow()
        .execute(
            ExecutionInput.newExecutionInput()
                .query(query)
                .graphQLContext(context -> context.of(WHOLE, true))
                .build());
  }

  private static List<String> lines(ExecutionResult result, boolean grouped) {
    List<String> parents = new ArrayList<>();
    List<String> children = new ArrayList<>();
    Map<String, Object> data =
        Objects.requireNonNull(result.<Map<String, Object>>getData(), "a query without an answer");
    for (Object root : data.values()) {
      for (Map<String, Object> node : edges(root)) {
        write(node, Optional.empty(), parents, grouped ? parents : children);
      }
    }
    // Not grouped: nobody promises in which order the children come.
    Collections.reverse(children);
    parents.addAll(children);
    return List.copyOf(parents);
  }

  private static void write(
      Map<String, Object> node, Optional<String> parent, List<String> here, List<String> below) {
    Map<String, Object> flat = new LinkedHashMap<>();
    List<Map<String, Object>> children = new ArrayList<>();
    node.forEach((name, value) -> {
      if (value instanceof Map<?, ?> map && map.containsKey("edges")) {
        children.addAll(edges(map));
      } else {
        flat.put(name, value);
      }
    });
    parent.ifPresent(id -> flat.put("__parentId", id));
    try {
      here.add(JSON.writeValueAsString(flat));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is no JSON", e);
    }
    for (Map<String, Object> child : children) {
      write(child, Optional.of(String.valueOf(node.get("id"))), below, below);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> edges(Object connection) {
    List<Map<String, Object>> edges =
        (List<Map<String, Object>>)
            ((Map<String, Object>) connection).getOrDefault("edges", List.of());
    return edges.stream()
        .map(edge -> (Map<String, Object>) edge.getOrDefault("node", Map.of()))
        .toList();
  }
}
