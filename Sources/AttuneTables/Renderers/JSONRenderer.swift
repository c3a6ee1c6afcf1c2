/// Writes results as JSON in the one shape that every command gives.
///
///     {"attune": version, "command": …, "source": {"path", "sha256", "cases"}, "options": {…},
///      "tables": [{"id", "title", "columns": [{"name", "label"}], "rows": [{column: value}],
///      "notes": […]}], "cautions": [{"id", "about": […], "text"}]}
///
/// Numbers are the shortest that read back as the same value. A value that cannot be had is
/// `{"unavailable": "reason"}`. Rows stand on a line each; characters that could steer a terminal,
/// or begin markup in a page, are escaped.
public struct JSONRenderer: Sendable {
  public init() {}

  public func render(_ results: Results) -> String {
    let source = results.source.map { source in
      object([
        ("path", quoted(source.path)), ("sha256", quoted(source.sha256)),
        ("cases", "\(source.cases)"),
      ])
    }
    let tables = results.tables.map { "    " + table($0) }
    let cautions = results.cautions.map { caution in
      "    "
        + object([
          ("id", quoted(caution.id)), ("about", list(caution.subjects)),
          ("text", quoted(caution.text)),
        ])
    }
    return """
      {
        "attune": \(quoted(results.version)),
        "command": \(quoted(results.command)),
        "source": \(source ?? "null"),
        "options": \(object(results.options.map { ($0.name, value(of: $0.value)) })),
        "tables": \(lines(tables, closing: "  ")),
        "cautions": \(lines(cautions, closing: "  "))
      }

      """
  }

  private func table(_ table: Table) -> String {
    let columns = table.columns.map { column in
      object([("name", quoted(column.name)), ("label", quoted(column.label))])
    }
    let rows = table.rows.map { row in
      "        " + object(zip(table.columns, row).map { ($0.name, value(of: $1)) })
    }
    return """
      {
            "id": \(quoted(table.id)),
            "title": \(quoted(table.title)),
            "columns": [\(columns.joined(separator: ", "))],
            "rows": \(lines(rows, closing: "      ")),
            "notes": \(list(table.notes))
          }
      """
  }

  private func value(of cell: Cell) -> String {
    switch cell.content {
    case .text(let text): quoted(text)
    case .count(let count): "\(count)"
    case .real(let number): "\(number)"
    case .unavailable(let reason): object([("unavailable", quoted(reason))])
    }
  }

  private func object(_ members: [(name: String, value: String)]) -> String {
    "{" + members.map { "\(quoted($0.name)): \($0.value)" }.joined(separator: ", ") + "}"
  }

  private func list(_ texts: [String]) -> String {
    "[" + texts.map(quoted).joined(separator: ", ") + "]"
  }

  private func lines(_ elements: [String], closing indent: String) -> String {
    elements.isEmpty ? "[]" : "[\n\(elements.joined(separator: ",\n"))\n\(indent)]"
  }

  private func quoted(_ text: String) -> String { text.inJSON }
}
