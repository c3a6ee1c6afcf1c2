import AttuneExchange
import AttuneInstrument
import AttuneTables
import Foundation
import Testing

/// Sixty hostile texts in ten places, written in every format: nothing comes alive.
@Suite struct HostileTests {
  @Test func thereAreSixty() {
    #expect(Set(Hostile.payloads).count == 60)
    #expect(Hostile.Place.allCases.count == 10)
  }

  @Test(arguments: Hostile.Place.allCases)
  func nothingIsAlive(_ place: Hostile.Place) throws {
    let (instrument, people) = Hostile.study(place)
    let folder = FileManager.default.temporaryDirectory.appending(path: "attune-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func put(_ bytes: [UInt8], _ name: String) throws {
      try Data(bytes).write(to: folder.appending(path: name))
    }

    let export = ResponseExport(people, of: instrument, isPractice: true).withScores()
    try put(Array(export.responses.utf8), "responses.csv")
    try put(Array(export.reasons.utf8), "reasons.csv")
    try put(Array(Codebook(instrument, hasScores: true).text.utf8), "codebook.csv")
    try put(Array(Codebook(instrument, hasScores: true).html.utf8), "codebook.html")
    try put(Array(Codebook(instrument, hasScores: true).markdown.utf8), "codebook.md")
    try put(DataPackage().write(export).bytes, "datapackage.json")
    try put(RScript().write(export).bytes, "responses.R")
    try put(PythonScript().write(export).bytes, "responses.py")
    try put(DDICodebook().write(export).bytes, "ddi.xml")
    try put(FHIRQuestionnaire(instrument).write().bytes, "questionnaire.json")
    try put(FHIRResponses().write(export).bytes, "responses.json")
    try put(REDCapDictionary().write(instrument).bytes, "redcap.csv")
    try put(SPSSFile().write(export).bytes, "responses.sav")
    try put(StataFile().write(export).bytes, "responses.dta")
    try XLSForm(instrument).workbook.write(to: folder.appending(path: "xlsform.xlsx").path())
    try Workbook([
      .init(export.responseTable, layout: .data),
      .init(Codebook(instrument, hasScores: true).table),
    ]).write(to: folder.appending(path: "responses.xlsx").path())
    let faults = try inert(folder)
    #expect(faults == "")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).count == 16)
    for name in ["responses.sav", "responses.dta"] {
      let table = try ForeignFile(
        folder.appending(path: name).path(), reader: (Self.program, ["read-foreign"])
      ).table
      #expect(table.rows.count == 1 && table.variables.count > 120, "\(name)")
      for text in table.texts {
        #expect(text.allSatisfy { !$0.isControl || $0 == "\t" || $0 == "\n" }, "\(name): \(text)")
      }
    }
  }

  /// The command, which reads SPSS and Stata files in a process of its own.
  private static let program = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../.build/debug/attune").path()

  /// The same of a command's results, with each text where a table, its notes, and what is said of
  /// the data have room for one.
  @Test(arguments: Hostile.Place.allCases)
  func noResultIsAlive(_ place: Hostile.Place) throws {
    let results = Hostile.results(place)
    let folder = FileManager.default.temporaryDirectory.appending(path: "attune-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let pages = [
      "txt": TextRenderer(width: 100).render(results), "md": MarkdownRenderer().render(results),
      "html": HTMLRenderer().render(results), "tex": LaTeXRenderer().render(results),
      "json": JSONRenderer().render(results),
    ]
    for (ending, page) in pages {
      try Data(page.utf8).write(to: folder.appending(path: "results.\(ending)"))
    }
    for (index, table) in results.tables.enumerated() {
      try Data(DelimitedRenderer.csv.render(table).utf8)
        .write(to: folder.appending(path: "\(index).csv"))
      try Data(DelimitedRenderer.tsv.render(table).utf8)
        .write(to: folder.appending(path: "\(index).tsv"))
    }
    try Workbook(results, tables: results.tables)
      .write(to: folder.appending(path: "results.xlsx").path())
    let faults = try inert(folder)
    #expect(faults == "")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path()).count
        == 6 + 2 * Hostile.payloads.count)
  }

  /// What another program finds alive in the files of `folder`: nothing, one hopes.
  private func inert(_ folder: URL) throws -> String {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Exchange/inert.py").path()
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script, folder.path()]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : "it ended with 1: \(said)"
  }

  /// Every text comes back from CSV as it was, but for control characters, which show.
  @Test(arguments: Hostile.payloads)
  func csvGivesTextsBack(_ text: String) throws {
    let (instrument, _) = Hostile.study(.label)
    let item = instrument.sections[0].items[1]
    let person = Submission(answers: [item.name: .value(.text(text))])
    let lines = ResponseExport([person], of: instrument, isPractice: false).responses
    let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    if isPlain, let first = text.unicodeScalars.first(where: { $0 != "'" }),
      "=+-@".unicodeScalars.contains(first)
    {
      let quoted = "'" + text
      #expect(lines.contains(quoted.replacing("\"", with: "\"\"")))
    }
  }

  /// What is read back and written again is the same file, and no text has lost a character.
  @Test func csvReadBackIsTheSame() throws {
    let (instrument, _) = Hostile.study(.label)
    let items = instrument.sections[0].items.filter { $0.name.hasSuffix("_text") }
    let others = [
      " before", "behind ", "  ", "\u{A0}no-break\u{A0}", "two\nlines\n", "NA", "NULL", "007", ".",
      String(repeating: "é", count: 300), "😀👩‍👩‍👧", "مرحبا \u{200F}(!)\u{200F}", "'", "''",
    ]
    let texts =
      Hostile.payloads.filter {
        $0.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
      } + others
    let people = texts.indices.map { index in
      Submission(answers: [items[0].name: .value(.text(texts[index]))])
    }
    let export = ResponseExport(people, of: instrument, isPractice: false)
    let folder = FileManager.default.temporaryDirectory.appending(path: "attune-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "responses.csv").path()
    try Data(export.responses.utf8).write(to: URL(filePath: path))
    try Data(export.reasons.utf8).write(to: folder.appending(path: "reasons.csv"))
    let back = try ResponseFile(path, of: instrument)
    #expect(back.export.responses == export.responses)
    #expect(back.export.reasons == export.reasons)
    let column = try #require(
      export.responseTable.columns.firstIndex { $0.name == items[0].name })
    // U+FFFE is no character: it shows as its number, as controls do.
    for (row, text) in zip(back.export.responseTable.rows, texts) where text != "\u{FFFE}" {
      #expect(row[column] == .text(text))
    }
  }
}

extension ForeignTable {
  /// Every text in the file.
  fileprivate var texts: [String.UnicodeScalarView] {
    let values = rows.joined().compactMap { value in
      if case .text(let text) = value { text } else { nil }
    }
    let labels = variables.flatMap { [$0.name, $0.label] + $0.labels.map(\.words) }
    return ([title] + notes + labels + values).map(\.unicodeScalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
