package io.daybook.simulation.shopify;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which queries Shopify runs in bulk; the words of its refusals are its own. */
final class BulkRules {
  private static final int MOST_CONNECTIONS = 5;
  private static final int DEEPEST = 2;

  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final GraphQLSchema schema;
  private int connections;
  private Optional<String> complaint = Optional.empty();

  private BulkRules(GraphQLSchema schema) {
    this.schema = schema;
  }

  /** Why a query is not run; empty if it is. */
  static Optional<String> complaint(String query, GraphQLSchema schema) {
    ParseAndValidateResult parsed =
        ParseAndValidate.parseAndValidate(
            schema, ExecutionInput.newExecutionInput().query(query).build());
    if (parsed.isFailure()) {
      return Optional.of("Invalid bulk query: " + parsed.getErrors().getFirst().getMessage());
    }
    Document document = Objects.requireNonNull(parsed.getDocument(), "a valid query");
    OperationDefinition asked = document.getDefinitionsOfType(OperationDefinition.class).getFirst();
    if (asked.getOperation() != OperationDefinition.Operation.QUERY) {
      return Optional.of("Invalid operation type. Only `query` operations are supported.");
    }
    BulkRules rules = new BulkRules(schema);
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> rules.fragments.put(fragment.getName(), fragment));
    rules.read(asked.getSelectionSet(), schema.getQueryType(), 0, false);
    if (rules.connections > MOST_CONNECTIONS) {
      rules.complain("Bulk queries cannot contain more than 5 connections.");
    }
    if (rules.connections == 0) {
      rules.complain("Bulk queries must contain at least one connection.");
    }
    return rules.complaint;
  }

  private void complain(String words) {
    complaint = complaint.or(() -> Optional.of(words));
  }

  private void read(SelectionSet set, GraphQLFieldsContainer on, int depth, boolean inList) {
    for (Selection<?> selection : set.getSelections()) {
      switch (selection) {
        case Field field -> field(field, on, depth, inList);
        case FragmentSpread spread -> {
          FragmentDefinition fragment =
              Objects.requireNonNull(fragments.get(spread.getName()), spread.getName());
          read(fragment.getSelectionSet(), type(fragment.getTypeCondition()), depth, inList);
        }
        case InlineFragment fragment -> {
          GraphQLFieldsContainer inner =
              Optional.ofNullable(fragment.getTypeCondition()).map(this::type).orElse(on);
          read(fragment.getSelectionSet(), inner, depth, inList);
        }
        default -> throw new IllegalStateException("a selection of another kind");
      }
    }
  }

  private void field(Field field, GraphQLFieldsContainer on, int depth, boolean inList) {
    if (field.getSelectionSet() == null) {
      return;
    }
    if (depth == 0 && List.of("node", "nodes").contains(field.getName())) {
      complain("Bulk queries cannot contain a top level `node` field.");
      return;
    }
    if (field.getName().startsWith("__")) {
      return;
    }
    GraphQLOutputType type =
        Objects.requireNonNull(on.getFieldDefinition(field.getName()), field.getName()).getType();
    GraphQLType bare = GraphQLTypeUtil.unwrapAll(type);
    if (!(bare instanceof GraphQLFieldsContainer container)) {
      return;
    }
    if (!container.getName().endsWith("Connection")) {
      read(field.getSelectionSet(), container, depth, inList || isList(type));
      return;
    }
    connections++;
    if (inList) {
      complain(
          "Queries that contain a connection field within a list field are not currently supported.");
    }
    if (depth > DEEPEST) {
      complain("Bulk queries cannot contain connections with a nesting depth greater than 2.");
    }
    for (Field edges : fields(field)) {
      if (edges.getName().equals("nodes")) {
        complain(
            "All connection fields in a bulk query must select their contents using 'edges' > 'node'.");
      }
      for (Field node : edges.getName().equals("edges") ? fields(edges) : List.<Field>of()) {
        GraphQLFieldsContainer object = inner(inner(container, "edges"), "node");
        Optional.ofNullable(node.getSelectionSet())
            .ifPresent(set -> read(set, object, depth + 1, false));
      }
    }
  }

  private GraphQLFieldsContainer type(TypeName name) {
    return (GraphQLFieldsContainer)
        Objects.requireNonNull(schema.getType(name.getName()), name.getName());
  }

  private static List<Field> fields(Field field) {
    return Optional.ofNullable(field.getSelectionSet())
        .map(set -> set.getSelectionsOfType(Field.class))
        .orElse(List.of());
  }

  private static GraphQLFieldsContainer inner(GraphQLFieldsContainer type, String field) {
    return (GraphQLFieldsContainer)
        GraphQLTypeUtil.unwrapAll(
            Objects.requireNonNull(type.getFieldDefinition(field), field).getType());
  }

  private static boolean isList(GraphQLType type) {
    return switch (type) {
      case GraphQLList _ -> true;
      case GraphQLNonNull required -> isList(required.getWrappedType());
      default -> false;
    };
  }
}
