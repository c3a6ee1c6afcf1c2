import ArgumentParser
import AttuneExchange
import AttuneTables
import AttuneTerminal
import Foundation

/// How results are shown, and where they go.
struct ResultOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, html, latex, csv, tsv, json, xlsx

    fileprivate var fileEnding: String {
      switch self {
      case .text: "txt"
      case .markdown: "md"
      case .latex: "tex"
      case .html, .csv, .tsv, .json, .xlsx: rawValue
      }
    }
  }

  @Option(help: "How to show results.")
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: "The file to write; a folder where several tables need several files.")
  var output: String?

  @Option(name: .customLong("table"), help: "Only this table, by its id, such as items.")
  var tableID: String?

  /// Shows the results on standard output, or writes them whole to where `--output` says.
  func deliver(_ results: Results) throws {
    let results = try choosing(results).adding(notForRelease(results))
    switch format {
    case .text: try send(TextRenderer(width: StandardOutput().width).render(results))
    case .markdown: try send(MarkdownRenderer().render(results))
    case .html: try send(HTMLRenderer().render(results))
    case .latex: try send(LaTeXRenderer().render(results))
    case .json: try send(JSONRenderer().render(results))
    case .csv: try send(results.stampedTables, by: .csv)
    case .tsv: try send(results.stampedTables, by: .tsv)
    case .xlsx: try send(Workbook(results, tables: results.stampedTables))
    }
    // A file of values has no room for what a reader should know, so it is said here.
    if format == .csv || format == .tsv {
      for caution in results.cautions { say("Please note: \(caution.text)") }
    }
  }

  /// Shows results that are told in sentences, with what a reader should know below.
  func deliver(text: String, of results: Results) throws {
    let width = StandardOutput().width
    let lines = (notForRelease(results) + results.cautions).map {
      $0.text.inert.wrapped(to: width, bullet: "- ")
    }
    try send(text + (lines.isEmpty ? "" : "\nPlease note\n" + lines.joined()))
  }

  /// What a file of a study's exact numbers says of itself.
  private func notForRelease(_ results: Results) -> [Caution] {
    guard output != nil, let source = results.source, isFolder(source.path),
      !results.cautions.contains(.practice)
    else { return [] }
    return [
      Caution(
        "not-for-release",
        "NOT FOR RELEASE: these are exact numbers, for the team. attune report hides small ones.")
    ]
  }

  private func choosing(_ results: Results) throws -> Results {
    guard let tableID else { return results }
    let tables = results.tables.filter { $0.id == tableID }
    guard !tables.isEmpty else {
      let known = results.tables.map(\.id).joined(separator: ", ")
      throw failure("there is no table '\(tableID)' here; there is \(known).")
    }
    return Results(
      version: results.version, command: results.command, source: results.source,
      options: results.options, tables: tables, cautions: results.cautions)
  }

  private func send(_ text: String) throws {
    guard let output else { return print(text, terminator: "") }
    let path = isFolder(output) ? file("results", in: output) : output
    try write(text, to: path)
    say("Wrote \(path)")
  }

  private func send(_ workbook: Workbook) throws {
    guard let output else {
      throw failure("an .xlsx file cannot be shown here; say where it goes with --output FILE.")
    }
    let path = isFolder(output) ? file("results", in: output) : output
    try write(workbook, to: path)
    say("Wrote \(path)")
    for sentence in workbook.losses.sentences { say("  \(sentence)") }
  }

  private func send(_ tables: [Table], by renderer: DelimitedRenderer) throws {
    if let output, isFolder(output) || tables.count > 1 {
      for table in tables {
        let path = file(table.id, in: output)
        try write(renderer.render(table), to: path)
        say("Wrote \(path)")
      }
    } else if let table = tables.first, tables.count == 1 {
      try send(renderer.render(table))
    } else {
      let known = tables.map(\.id).joined(separator: ", ")
      throw failure(
        "these are \(tables.count) tables (\(known)), and one \(format.rawValue) file holds one. "
          + "Name a folder with --output, or one table with --table.")
    }
  }

  private func file(_ name: String, in folder: String) -> String {
    "\(folder)\(folder.hasSuffix("/") ? "" : "/")\(name).\(format.fileEnding)"
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return path.hasSuffix("/")
      || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

extension Results {
  fileprivate func adding(_ cautions: [Caution]) -> Results {
    Results(
      version: version, command: command, source: source, options: options, tables: tables,
      cautions: cautions + self.cautions)
  }

  /// The tables, with every row of practice results and of made-up ones saying so: a file of values
  /// has no other place.
  fileprivate var stampedTables: [Table] {
    guard let stamp = [Caution.practice, .simulated].first(where: cautions.contains) else {
      return tables
    }
    return tables.map { table in
      Table(
        table.id, title: table.title,
        columns: [Column(stamp.id, stamp.id, .count)] + table.columns,
        rows: table.rows.map { [.count(1)] + $0 }, notes: table.notes)
    }
  }
}
